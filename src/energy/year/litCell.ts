import type { Cell } from '../../cell/cell.ts';
import { type CellSimulator, cellSimulator, type SimulatorOptions } from '../../cell/simulate.ts';
import type { Spectrum } from '../../light/spectrum.ts';

/** Maximum power, W/m2, in light in front and behind, W/m2. */
export type PowerInLight = (front: number, rear?: number) => number;

/**
 * A cell held at a temperature, in light on either side: the device is solved with the carriers that
 * both lights make, each where it makes them.
 *
 * @param cell as `loadCell` returns it
 * @param spectrum of both lights; its shape counts
 * @param temperature degC
 * @param options mesh, module, what a like cell left
 * @returns maximum power; the optics of the rear are solved when light behind is first asked for
 */
export function litCell(
  cell: Cell,
  spectrum: Spectrum,
  temperature: number,
  options: Omit<SimulatorOptions, 'side' | 'otherSide'> = {},
): PowerInLight {
  const held = cellSimulator(cell, spectrum, temperature, options);
  const carriers = (simulator: CellSimulator) => simulator.generation(simulator.photonFlux);
  const made = carriers(held);
  const mixed = new Float64Array(made.length);
  let behind: Float64Array | undefined;
  // Share of the light behind that the device is set to.
  let share = 0;
  return (front, rear = 0) => {
    const all = front + rear;
    const wanted = rear > 0 ? rear / all : 0;
    if (wanted !== share) {
      behind ??= carriers(cellSimulator(cell, spectrum, temperature, { ...options, side: 'rear' }));
      for (let i = 0; i < mixed.length; i++) {
        mixed[i] = (1 - wanted) * made[i]! + wanted * behind[i]!;
      }
      held.device.setGeneration(mixed);
      share = wanted;
    }
    return held.mpp(all).pmax_W_m2;
  };
}

/** Light in which modules give most of their energy: W/m2 in front and behind, degC. */
const usualHour = { front: 800, rear: 100, temperature: 45 };
/** Relative step of the light at which the power's slope is taken. */
const slopeStep = 0.01;

/**
 * What light behind is worth: the light in front that gives as much power as it does beside 800 W/m2
 * in front, over 100 W/m2 behind, both at once, at 45 degC.
 *
 * It is the effective bifaciality of a year: from 50 to 1000 W/m2 in front, 15 to 65 degC and with up
 * to a third of the light behind it changes by less than 0.004. The power bifaciality of
 * IEC TS 60904-1-2, the rear alone over the front alone in 1000 W/m2, is up to 0.006 less, as the rear
 * alone is a dimmer cell.
 *
 * @param lit the cell at a temperature, degC
 * @returns 0 where no light comes in behind
 */
export function bifacialityOf(lit: (temperature: number) => PowerInLight): number {
  const { front, rear, temperature } = usualHour;
  const power = lit(temperature);
  const alone = power(front);
  const both = power(front, rear);
  // The power is nearly straight in the light: two secants meet it to 1e-6 of the light behind.
  let extra = (rear * (both - alone)) / (power(front + rear) - alone);
  for (let step = 0; step < 2; step++) {
    const at = power(front + extra);
    const slope = (power((front + extra) * (1 + slopeStep)) - at) / ((front + extra) * slopeStep);
    extra += (both - at) / slope;
  }
  return extra / rear;
}
