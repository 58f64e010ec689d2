import { type ChebyshevGrid, nodeShares } from './chebyshev.ts';

/** Step in ln(irradiance) for the exponent below the grid. */
const slopeStep = 0.05;
/** What rounding may put outside a grid: parts of ln(irradiance), K. */
const roundingSlack = 1e-9;

/**
 * Maximum power between the nodes of a grid on which the efficiency is known, which is smooth and
 * nearly linear in ln(irradiance) and in temperature. Below the dimmest node the efficiency goes on
 * as the power of the light that it follows there.
 *
 * @param light nodes in ln(irradiance in W/m2)
 * @param heat nodes in degC
 * @param efficiency at the nodes, a row of `light` for each temperature
 * @returns W/m2 at irradiance W/m2 and temperature degC; it throws a RangeError in brighter light
 *   and at temperatures that the grid does not reach, as a polynomial is worth nothing there
 */
export function efficiencySurface(
  light: ChebyshevGrid,
  heat: ChebyshevGrid,
  efficiency: Float64Array,
): (irradiance: number, temperature: number) => number {
  const [rows, columns] = [heat.nodes.length, light.nodes.length];
  const heatShares = new Float64Array(rows);
  const lightShares = new Float64Array(columns);
  const [lowest, highest] = [light.nodes[0]!, light.nodes[columns - 1]!];
  const [coldest, hottest] = [heat.nodes[0]!, heat.nodes[rows - 1]!];

  function interpolate(logLight: number): number {
    nodeShares(light, logLight, lightShares);
    let sum = 0;
    for (let i = 0; i < rows; i++) {
      let row = 0;
      for (let j = 0; j < columns; j++) row += lightShares[j]! * efficiency[i * columns + j]!;
      sum += heatShares[i]! * row;
    }
    return sum;
  }

  return (irradiance, temperature) => {
    if (irradiance <= 0) return 0;
    const logLight = Math.log(irradiance);
    if (!(logLight <= highest + roundingSlack)) {
      const most = Math.exp(highest).toPrecision(4);
      throw new RangeError(`map: irradiance ${irradiance} W/m2 is above its ${most} W/m2`);
    }
    if (!(temperature >= coldest - roundingSlack && temperature <= hottest + roundingSlack)) {
      const range = `${coldest} to ${hottest} degC`;
      throw new RangeError(`map: temperature ${temperature} degC is outside its ${range}`);
    }
    nodeShares(heat, temperature, heatShares);
    if (logLight >= lowest) return irradiance * interpolate(logLight);
    const atEnd = interpolate(lowest);
    const above = interpolate(lowest + slopeStep);
    const exponent = Math.max(0, Math.log(above / atEnd) / slopeStep);
    return irradiance * atEnd * Math.exp(exponent * (logLight - lowest));
  };
}
