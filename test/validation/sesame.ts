import { thermalVoltage } from '../../src/physics/constants.ts';
import { axis } from '../../src/report/plot/figure.ts';
import { openCircuit } from '../device/openCircuit.ts';
import { sesameHomojunction } from '../device/sesameDevices.ts';
import { type Comparison, largest, lineAndDots } from './comparison.ts';

/** Sesame's junction on its own mesh: curve, open circuit and levels in depth. */
export function compareSesame(): Comparison {
  const { reference, device } = sesameHomojunction();
  const { jsc_mA_cm2: jsc, voc_V: voc } = reference.key_figures;
  const voltages = reference.voltage_V.filter((voltage) => voltage <= voc);
  const currents = voltages.map((voltage) => {
    device.solve(voltage, 1);
    return device.current() * 1e3;
  });
  const open = openCircuit(device, 0.65);
  const vt = thermalVoltage(300);
  const levels = reference.profiles.map((profile) => {
    device.solve(profile.voltage_V, 1);
    const { phiN, phiP, shiftN, shiftP } = device.state;
    const electrons = Array.from(phiN, (phi) => -(phi + shiftN) * vt);
    const holes = Array.from(phiP, (phi) => -(phi + shiftP) * vt);
    const counted = (values: readonly number[], density: readonly number[]) =>
      values.map((value, i) => (density[i]! > 1e8 ? value : null));
    const off = Math.max(
      largest(electrons, counted(profile.efn_eV, profile.n_cm3)),
      largest(holes, counted(profile.efp_eV, profile.p_cm3)),
    );
    return {
      profile,
      off,
      n: Array.from(device.state.electrons),
      p: Array.from(device.state.holes),
    };
  });
  const { profile, n, p } = levels[0]!;
  const um = reference.mesh_cm.map((x) => x * 1e4);
  const every = <T>(values: readonly T[]) => values.filter((_, i) => i % 8 === 0);
  const line = (values: readonly number[]) => values.map((value, i) => [um[i]!, value] as const);
  return {
    title: 'Sesame: a junction on the same mesh',
    text: 'Sesame (NIST) is a drift-diffusion solver in Python. On its own mesh, with its node values of the generation, the two programs solve the same equations, and differ by rounding. `test/device/sesame.test.ts` holds two more devices, in the light and in the dark. Sesame takes some 400 times as long (`bench/sesame.ts`).',
    deviations: [
      {
        quantity: 'current in the light, every point up to Voc, over Jsc',
        found: largest(currents, reference.current_mA_cm2.slice(0, currents.length)) / jsc,
        unit: 'relative',
        bound: 1e-4,
      },
      { quantity: 'Voc', found: 1e3 * Math.abs(open - voc), unit: 'mV', bound: 0.05 },
      {
        quantity: 'quasi-Fermi levels where carriers count, three voltages',
        found: 1e3 * Math.max(...levels.map(({ off }) => off)),
        unit: 'mV',
        bound: 0.5,
      },
    ],
    figure: {
      name: 'sesame',
      title: "Sesame's junction",
      subtitle: 'Lines: this program. Symbols: Sesame. Densities at short circuit',
      arrangement: 'beside',
      panels: [
        {
          kind: 'curves',
          x: axis('voltage_V', 'Voltage', 'V', { domain: [0, 0.7] }),
          y: axis('current_mA_cm2', 'Current density', 'mA/cm2', { zero: true }),
          curves: lineAndDots(
            0,
            'current',
            [...voltages.map((voltage, i) => [voltage, currents[i]!] as const), [open, 0]],
            [
              ...voltages.map((voltage, i) => [voltage, reference.current_mA_cm2[i]!] as const),
              [voc, 0],
            ],
            { labelAt: 0.3, labelSide: 'below' },
          ),
        },
        {
          kind: 'curves',
          x: axis('depth_um', 'Depth', 'µm', { scale: 'log', domain: [0.01, 200] }),
          y: axis('density_cm3', 'Density', '1/cm3', { scale: 'log' }),
          curves: [
            ...lineAndDots(1, 'electrons', line(n).slice(1), every(line(profile.n_cm3).slice(1)), {
              labelAt: 0.05,
              labelSide: 'below',
            }),
            ...lineAndDots(2, 'holes', line(p).slice(1), every(line(profile.p_cm3).slice(1)), {
              labelAt: 20,
            }),
          ],
        },
      ],
    },
  };
}
