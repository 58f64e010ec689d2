import { describe, expect, it } from 'vitest';
import { thermalVoltage } from '../../src/physics/constants.ts';
import { openCircuit } from './openCircuit.ts';
import { sesameHomojunction, sesameLightDark } from './sesameDevices.ts';

describe('Sesame homojunction, on its own mesh with node values of G', () => {
  const { reference, device } = sesameHomojunction();

  it('J-V within 2e-5 of Jsc at every point up to Voc', () => {
    reference.voltage_V.forEach((voltage, k) => {
      if (voltage > reference.key_figures.voc_V) return;
      device.solve(voltage, 1);
      const error = device.current() * 1e3 - reference.current_mA_cm2[k];
      expect(Math.abs(error / reference.key_figures.jsc_mA_cm2), `${voltage} V`).toBeLessThan(2e-5);
    });
  });

  it('Voc within 0.02 mV', () => {
    const voc = openCircuit(device, 0.65);
    expect(Math.abs(voc - reference.key_figures.voc_V)).toBeLessThan(2e-5);
  });

  it('potential and quasi-Fermi levels within 1e-4 mV where the carrier counts', () => {
    const vt = thermalVoltage(300);
    for (const profile of reference.profiles) {
      device.solve(profile.voltage_V, 1);
      const { psi, phiN, phiP, shiftN, shiftP } = device.state;
      const offset = profile.psi_V[0] - psi[0] * vt;
      for (let i = 0; i < psi.length; i++) {
        expect(Math.abs(psi[i] * vt + offset - profile.psi_V[i])).toBeLessThan(1e-7);
        if (profile.n_cm3[i] > 1e8) {
          expect(Math.abs((phiN[i] + shiftN) * vt + profile.efn_eV[i])).toBeLessThan(1e-7);
        }
        if (profile.p_cm3[i] > 1e8) {
          expect(Math.abs((phiP[i] + shiftP) * vt + profile.efp_eV[i])).toBeLessThan(1e-7);
        }
      }
    }
  });
});

describe('Sesame light and dark', () => {
  it.each(sesameLightDark())('$reference.name', ({ reference, device }) => {
    const { jsc_mA_cm2: jsc, voc_V: voc } = reference.key_figures['mesh x1'];
    // Sesame's own currents vary over depth by up to 2e-3 mA/cm2 of rounding.
    reference.light.voltage_V.forEach((voltage, k) => {
      if (voltage > voc) return;
      device.solve(voltage, 1);
      const error = device.current() * 1e3 - reference.light.current_mA_cm2[k];
      expect(Math.abs(error / jsc), `${voltage} V`).toBeLessThan(1e-4);
    });
    expect(Math.abs(openCircuit(device, voc - 0.01) - voc)).toBeLessThan(5e-5);
    reference.dark.voltage_V.forEach((voltage, k) => {
      if (voltage < 0.3 || voltage > 0.7) return;
      device.solve(voltage, 0);
      const ratio = (-device.current() * 1e3) / reference.dark.current_mA_cm2[k];
      expect(Math.abs(ratio - 1), `dark ${voltage} V`).toBeLessThan(1e-3);
    });
  });
});
