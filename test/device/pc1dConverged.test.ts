import { describe, expect, it } from 'vitest';
import { elementaryCharge } from '../../src/physics/constants.ts';
import { openCircuit } from './openCircuit.ts';
import {
  firstPass,
  pc1dCells,
  pc1dCharge,
  pc1dTemperatures,
  readPc1d,
  threePasses,
} from './pc1dCells.ts';

describe.each(pc1dCells)('PC1D, mesh-converged: $name', ({ name, make }) => {
  const reference = readPc1d(name);

  describe.each(pc1dTemperatures)('$temperature K', ({ key, temperature }) => {
    const at = reference[key];

    it('light curve within 1e-3 mA/cm2 at every point below Voc', () => {
      const device = make(reference, at, temperature);
      let worst = 0;
      at.light.voltage_V.forEach((voltage, k) => {
        if (voltage > at.key_figures.voc_V) return;
        device.solve(voltage, 1);
        const error = device.current() * 1e3 * pc1dCharge - at.light.current_mA_cm2[k];
        worst = Math.max(worst, Math.abs(error));
      });
      expect(worst).toBeLessThan(1e-3);
    });

    it('open-circuit voltage within 10 uV', () => {
      const device = make(reference, at, temperature);
      const voc = openCircuit(device, at.key_figures.voc_V - 0.01);
      expect(Math.abs(voc - at.key_figures.voc_V)).toBeLessThan(1e-5);
    });

    it('dark curve within 0.1 % from 0.2 V on', () => {
      const device = make(reference, at, temperature);
      at.dark.voltage_V.forEach((voltage, k) => {
        if (voltage < 0.2 || voltage > at.key_figures.voc_V) return;
        device.solve(voltage, 0);
        const ratio = (device.current() * 1e3 * pc1dCharge) / at.dark.current_mA_cm2[k];
        expect(Math.abs(ratio - 1), `${voltage} V`).toBeLessThan(1e-3);
      });
    });

    it('quantum efficiency within 2e-5 at every absorption', () => {
      const device = make(reference, at, temperature);
      const { x, nodes } = device.problem;
      const { external_quantum_efficiency: theirs, ...light } = at.quantum_efficiency;
      const alphas = light.absorption_coefficient_cm ?? light.absorption_first_region_cm ?? [];
      const photons = 2.5e16;
      alphas.forEach((alpha, k) => {
        const cumulated = name === 'A2' ? threePasses(alpha) : firstPass(alpha);
        const perBox = Float64Array.from({ length: nodes }, (_, i) => {
          const from = i === 0 ? 0 : (x[i] + x[i - 1]) / 2;
          const to = i === nodes - 1 ? x[i] : (x[i] + x[i + 1]) / 2;
          return photons * (cumulated(to) - cumulated(from));
        });
        device.setGeneration(perBox);
        device.solve(0.01, 1);
        device.solve(0, 1);
        const ours = device.current() / (photons * elementaryCharge);
        expect(Math.abs(ours - theirs[k]), `alpha ${alpha}`).toBeLessThan(2e-5);
      });
    });

    it.runIf(at.profiles)('quasi-Fermi levels and densities in depth within 0.1 mV', () => {
      const device = make(reference, at, temperature);
      const vt = at.internals.thermal_voltage_V;
      let worst = 0;
      for (const profile of Object.values(at.profiles ?? {})) {
        device.solve(profile.voltage_V, 1);
        const { phiN, phiP, shiftN, shiftP, electrons, holes } = device.state;
        const { x } = device.problem;
        profile.x_um.forEach((um, k) => {
          const i = x.findIndex((depth) => Math.abs(depth - um * 1e-4) < 2e-10);
          const level = (phi: Float64Array, shift: number) => -(phi[i] + shift) * vt;
          // A level counts where its carriers do.
          if (profile.n_cm3[k] > 1e9) {
            worst = Math.max(worst, Math.abs(level(phiN, shiftN) - profile.Efn_eV[k]));
          }
          if (profile.p_cm3[k] > 1e9) {
            worst = Math.max(worst, Math.abs(level(phiP, shiftP) - profile.Efp_eV[k]));
          }
          const off = (values: Float64Array, theirs: number) =>
            Math.abs(Math.log(values[i] / theirs)) * vt;
          worst = Math.max(worst, off(electrons, profile.n_cm3[k]), off(holes, profile.p_cm3[k]));
        });
      }
      expect(worst).toBeLessThan(1e-4);
    });
  });
});
