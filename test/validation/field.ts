import { diodeFigures } from '../../src/circuit/singleDiode/diodeFigures.ts';
import { effectiveLight } from '../../src/energy/plane/effective.ts';
import { physicalModifier } from '../../src/energy/plane/incidenceModifier.ts';
import { planeOfArray } from '../../src/energy/plane/planeOfArray.ts';
import { faiman } from '../../src/energy/temperature/cellTemperature.ts';
import { axis, type FigurePoint } from '../../src/report/plot/figure.ts';
import { diodeKeys, diodeOf, preciseCurves } from '../circuit/singleDiode/preciseCurves.ts';
import { effectiveByPart, pvlibSteps, sites } from '../energy/pvlibSteps.ts';
import { type Comparison, largest, largestRelative, lineAndDots } from './comparison.ts';

/** Hours of two sites, step by step, beside pvlib. */
export function compareField(): Comparison {
  const places = sites.map((site) => {
    const steps = pvlibSteps(site);
    const { hours, settings } = steps;
    const light = planeOfArray(
      hours,
      { kind: 'fixed', tilt: 30, azimuth: 180 },
      { sun: 'mid-interval', albedo: settings.albedo, air: { pressure: settings.pressure_Pa } },
    );
    const air = steps.column('temp_air_C');
    const wind = steps.column('wind_speed_m_s');
    const heat = light.front.map((value, i) => faiman()(value, air[i]!, wind[i]!));
    return { steps, light, heat };
  });
  const worst = (of: (place: (typeof places)[number]) => number) => Math.max(...places.map(of));
  const { steps, light } = places[0]!;
  // The clear and the cloudy day of summer are the last two of six.
  const day = (first: number, values: ArrayLike<number | null>): FigurePoint[] =>
    Array.from({ length: 24 }, (_, h) => [h + 0.5, values[first + h] ?? 0] as const);
  const poa = steps.column('poa_perez_W_m2');
  return {
    title: 'pvlib: sun, light on a plane, cell temperature, power',
    text: 'Six days at Greensboro and at Amsterdam, hour by hour, with `--sun mid-interval`: the sun by SPA, the plane by Perez, the cell by Faiman; light behind a pane of glass by the modifiers of each part that pvlib has (`marion_diffuse` sums the sky over degrees and the horizon over a band of half a degree, here they are an integral and a line); 32 curves of the pvlib project with 40 digits for the single diode. `test/energy` holds every other step: Hay-Davies, trackers, rows with rear light, clear sky, decomposition, modules, the sums of the year.',
    deviations: [
      {
        quantity: 'zenith of the sun',
        found: worst(({ steps, light }) => largest(light.zenith, steps.column('sun_zenith_deg'))),
        unit: 'deg',
        bound: 1e-5,
      },
      {
        quantity: 'light on the plane, Perez, above 0.1 W/m2',
        found: worst(({ steps, light }) =>
          largestRelative(light.front, steps.column('poa_perez_W_m2'), 0.1),
        ),
        unit: 'relative',
        bound: 1e-6,
      },
      {
        quantity: 'light behind glass, part by part, above 10 W/m2',
        found: worst(({ steps, light }) =>
          largestRelative(effectiveLight(light, physicalModifier()), effectiveByPart(steps), 10),
        ),
        unit: 'relative',
        bound: 3e-4,
      },
      {
        quantity: 'cell temperature, Faiman',
        found: worst(({ steps, heat }) => largest(heat, steps.column('temp_faiman_C'))),
        unit: 'K',
        bound: 1e-6,
      },
      {
        quantity: 'single diode: Isc, Voc, Imp, Vmp, Pmp and two more points, 32 curves',
        found: Math.max(
          ...preciseCurves.flatMap((curve) => {
            const figures = diodeFigures(diodeOf(curve));
            return diodeKeys.map((key) => Math.abs(figures[key] / Number(curve[key]) - 1));
          }),
        ),
        unit: 'relative',
        bound: 1e-13,
      },
    ],
    figure: {
      name: 'pvlib',
      title: 'Light on a plane at Greensboro, tilt 30°',
      subtitle: 'Lines: this program. Symbols: pvlib, Perez',
      panels: [
        {
          kind: 'curves',
          x: axis('hour', 'Hour of the day', 'h', { domain: [0, 24] }),
          y: axis('poa_W_m2', 'Plane of array', 'W/m2', { zero: true }),
          curves: [
            ...lineAndDots(0, 'clear day', day(96, light.front), day(96, poa), {
              labelAt: 16.5,
              labelSide: 'right',
            }),
            ...lineAndDots(1, 'cloudy day', day(120, light.front), day(120, poa), {
              labelAt: 12.5,
              labelSide: 'below',
            }),
          ],
        },
      ],
    },
  };
}
