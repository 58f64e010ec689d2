import { axis } from '../../src/report/plot/figure.ts';
import { openCircuit } from '../device/openCircuit.ts';
import { pc1dCells, pc1dCharge, readPc1d } from '../device/pc1dCells.ts';
import { type Comparison, lineAndDots } from './comparison.ts';

/** PC1D's mesh-converged cells: curves and open-circuit voltages. */
export function comparePc1d(): Comparison {
  const curves = pc1dCells.flatMap(({ name, make }) =>
    (['T300K', 'T340K'] as const).map((key) => {
      const reference = readPc1d(name);
      const at = reference[key];
      const { voc_V } = at.key_figures;
      const device = make(reference, at, key === 'T300K' ? 300 : 340);
      const below = at.light.voltage_V.filter((voltage) => voltage <= voc_V);
      const points = below.map((voltage, i) => {
        device.solve(voltage, 1);
        const ours = device.current() * 1e3 * pc1dCharge;
        return { voltage, ours, theirs: at.light.current_mA_cm2[i]! };
      });
      const current = Math.max(...points.map(({ ours, theirs }) => Math.abs(ours - theirs)));
      const open = openCircuit(device, voc_V - 0.01);
      const line = [
        ...points.map(({ voltage, ours }) => [voltage, ours] as const),
        [open, 0] as const,
      ];
      const dots = [
        ...points.map(({ voltage, theirs }) => [voltage, theirs] as const),
        [voc_V, 0] as const,
      ];
      return { name, key, line, dots, current, voltage: Math.abs(open - voc_V) };
    }),
  );
  const shown = curves.filter(({ name }) => name !== 'A1_ohmic' && name !== 'A1_srv');
  return {
    title: 'PC1D 5.9: a diffused silicon cell',
    text:
      'Three n⁺/p cells of 300 µm at 300 and 340 K on meshes of 3775 nodes: one with constant physics and ' +
      "an ohmic front, one with a front of 1000 cm/s, one (shown) with PC1D's laws of silicon, which are a " +
      'set of models here, `pc1d`. The generation is that of PC1D. `test/device/pc1dConverged.test.ts` also ' +
      'holds quantum efficiency, dark current and the quasi-Fermi levels in depth.',
    deviations: [
      {
        quantity: 'current in the light, every point up to Voc, six curves',
        found: Math.max(...curves.map(({ current }) => current)),
        unit: 'mA/cm2',
        bound: 1e-3,
      },
      {
        quantity: 'Voc, six cells',
        found: Math.max(...curves.map(({ voltage }) => 1e3 * voltage)),
        unit: 'mV',
        bound: 0.01,
      },
    ],
    figure: {
      name: 'pc1d',
      title: 'A silicon cell with the models of PC1D',
      subtitle: 'Lines: this program. Symbols: PC1D 5.9, mesh-converged',
      panels: [
        {
          kind: 'curves',
          x: axis('voltage_V', 'Voltage', 'V', { domain: [0, 0.7] }),
          y: axis('current_mA_cm2', 'Current density', 'mA/cm2', { zero: true }),
          curves: shown.flatMap(({ key, line, dots }, n) =>
            lineAndDots(n, key === 'T300K' ? '300 K' : '340 K', line, dots, {
              labelAt: key === 'T300K' ? 0.6 : 0.5,
              labelSide: 'right',
            }),
          ),
        },
      ],
    },
  };
}
