import type { Device } from '../../src/device/device.ts';

/** Open-circuit voltage in one sun by Newton's method on the terminal current, V. */
export function openCircuit(device: Device, start: number): number {
  let voltage = start;
  for (let step = 0; step < 8; step++) {
    device.solve(voltage, 1);
    voltage -= device.current() / device.conductance();
  }
  return voltage;
}
