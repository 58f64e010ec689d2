import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deviceA0 } from './exampleDevices.ts';

interface Curve {
  voltage_V: number[];
  current_mA_cm2: number[];
  key_figures: { voc_V: number; jsc_mA_cm2: number };
}
const reference = JSON.parse(
  readFileSync(new URL('../reference/pc1d/A0.json', import.meta.url), 'utf8'),
) as {
  thermal_voltage_V: number;
  models: { ni_cm3: number; Nc_over_Nv: number };
  light_fine_mesh: Curve;
  dark_fine_mesh: Curve;
};
const parameters = {
  thermalVoltage: reference.thermal_voltage_V,
  ni: reference.models.ni_cm3,
  ratio: reference.models.Nc_over_Nv,
};

describe('PC1D device A0 (constant models, ohmic contacts)', () => {
  // Both programs are left with their mesh error only; halving our spacing moves the current
  // by 6e-5 of Jsc.
  it('light curve within 0.011 % of Jsc at every point up to Voc', () => {
    const device = deviceA0(parameters);
    const { voltage_V, current_mA_cm2, key_figures } = reference.light_fine_mesh;
    voltage_V.forEach((voltage, k) => {
      if (voltage > key_figures.voc_V) return;
      device.solve(voltage, 1);
      const error = (device.current() * 1e3 - current_mA_cm2[k]) / key_figures.jsc_mA_cm2;
      expect(Math.abs(error), `${voltage} V`).toBeLessThan(1.1e-4);
    });
  });

  it('open-circuit voltage within 2 uV', () => {
    const device = deviceA0(parameters, 2);
    let voltage = 0.6;
    for (let step = 0; step < 8; step++) {
      device.solve(voltage, 1);
      voltage -= device.current() / device.conductance();
    }
    expect(Math.abs(voltage - reference.light_fine_mesh.key_figures.voc_V)).toBeLessThan(2e-6);
  });

  it('dark curve within 0.02 % where PC1D still has digits', () => {
    const device = deviceA0(parameters, 2);
    const { voltage_V, current_mA_cm2 } = reference.dark_fine_mesh;
    voltage_V.forEach((voltage, k) => {
      if (current_mA_cm2[k] > -0.5 || voltage > 0.66) return;
      device.solve(voltage, 0);
      expect(
        Math.abs((device.current() * 1e3) / current_mA_cm2[k] - 1),
        `${voltage} V`,
      ).toBeLessThan(3e-4);
    });
  });
});
