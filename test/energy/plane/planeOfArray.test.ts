import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffuseModifiers } from '../../../src/energy/plane/diffuseModifiers.ts';
import { effectiveLight, effectiveRear } from '../../../src/energy/plane/effective.ts';
import { horizonOf } from '../../../src/energy/plane/horizon.ts';
import { physicalModifier } from '../../../src/energy/plane/incidenceModifier.ts';
import type { Mounting } from '../../../src/energy/plane/mounting.ts';
import { type PlaneOptions, planeOfArray } from '../../../src/energy/plane/planeOfArray.ts';
import { rowSees } from '../../../src/energy/plane/rowLight.ts';
import { rowToSky } from '../../../src/energy/plane/rowView.ts';
import { skyModels } from '../../../src/energy/plane/skyLight.ts';
import {
  faiman,
  noctTemperature,
  pvsystTemperature,
  sapmMountings,
  sapmTemperature,
} from '../../../src/energy/temperature/cellTemperature.ts';
import { relativeAirmass } from '../../../src/light/airmass.ts';
import { effectiveByPart, expectAngles, expectColumn, pvlibSteps, sites } from '../pvlibSteps.ts';

const south = { kind: 'fixed', tilt: 30, azimuth: 180 } as const;
const rows = { groundCover: 0.4, height: 1.5, pitch: 5 };
const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

describe.each(sites)('pvlib at %s', (site) => {
  const steps = pvlibSteps(site);
  const { hours, settings } = steps;
  const air = { pressure: settings.pressure_Pa };
  const same = { sun: 'mid-interval', albedo: settings.albedo, air } satisfies PlaneOptions;
  const perez = planeOfArray(hours, south, same);

  test('sun', () => {
    expectAngles(perez.zenith, steps, 'sun_zenith_deg');
    expectAngles(perez.apparentZenith, steps, 'sun_apparent_zenith_deg');
    expectAngles(perez.sunAzimuth, steps, 'sun_azimuth_deg');
    expectColumn(perez.extraterrestrial, steps, 'dni_extra_W_m2', 1e-11);
    expectColumn(perez.airmass, steps, 'airmass_relative', 1e-7, Number.NaN);
    expectColumn(
      perez.apparentZenith.map(relativeAirmass),
      steps,
      'airmass_relative',
      1e-7,
      Number.NaN,
    );
  });

  test('plane of array by Perez, part by part', () => {
    expectAngles(perez.incidence, steps, 'aoi_deg');
    expectColumn(perez.beam, steps, 'beam_poa_W_m2', 1e-7);
    expectColumn(perez.ground, steps, 'ground_poa_W_m2', 1e-11);
    expectColumn(perez.isotropic, steps, 'perez_isotropic_part_W_m2', 1e-7);
    expectColumn(perez.circumsolar, steps, 'perez_circumsolar_part_W_m2', 1e-7);
    expectColumn(perez.horizon, steps, 'perez_horizon_part_W_m2', 1e-7);
    expectColumn(perez.front, steps, 'poa_perez_W_m2', 1e-7);
  });

  test('plane of array by Hay and Davies, and isotropic', () => {
    const hayDavies = planeOfArray(hours, south, { ...same, sky: 'hay-davies' });
    expectColumn(hayDavies.isotropic, steps, 'haydavies_isotropic_part_W_m2', 1e-7);
    expectColumn(hayDavies.circumsolar, steps, 'haydavies_circumsolar_part_W_m2', 1e-7);
    expectColumn(hayDavies.front, steps, 'poa_haydavies_W_m2', 1e-7);
    const isotropic = planeOfArray(hours, south, { ...same, sky: 'isotropic' });
    expectColumn(isotropic.isotropic, steps, 'sky_isotropic_W_m2', 1e-7);
    expectColumn(isotropic.front, steps, 'poa_isotropic_W_m2', 1e-7);
  });

  test('effective irradiance', () => {
    const effective = effectiveLight(perez, physicalModifier());
    const same = effectiveByPart(steps, diffuseModifiers(physicalModifier(), 30));
    const theirs = effectiveByPart(steps);
    effective.forEach((light, i) => {
      const size = Math.max(same[i]!, 0.1);
      expect(Math.abs(light - same[i]!) / size, `${i}`).toBeLessThan(1e-7);
      // Its band over the horizon and its sums over degrees.
      expect(Math.abs(light - theirs[i]!) / size, `${i}`).toBeLessThan(3e-4);
    });
  });

  test('cell temperatures', () => {
    const airT = steps.column('temp_air_C');
    const wind = steps.column('wind_speed_m_s');
    // The reference's note names glass on glass; its numbers are of glass on polymer.
    const glassPolymer = sapmMountings['open-rack-glass-polymer'];
    const models = {
      temp_faiman_C: faiman(),
      temp_pvsyst_C: pvsystTemperature(),
      temp_sapm_cell_C: sapmTemperature(glassPolymer),
      temp_sapm_module_C: sapmTemperature({ ...glassPolymer, excess: 0 }),
      temp_noct_sam_C: noctTemperature(),
    };
    for (const [name, model] of Object.entries(models)) {
      const heat = perez.front.map((light, i) => model(light, airT[i]!, wind[i]!));
      expectColumn(heat, steps, name, 1e-8);
    }
  });

  test('single-axis tracker', () => {
    const axis = {
      axisTilt: 0,
      axisAzimuth: 180,
      maxAngle: 60,
      groundCover: 0.35,
      crossAxisTilt: 0,
    };
    const mounting = { kind: 'single-axis', backtrack: true, ...axis } as const;
    const light = planeOfArray(hours, mounting, same);
    expectAngles(light.incidence, steps, 'tracker_aoi_deg');
    expectAngles(light.tilt, steps, 'tracker_tilt_deg');
    expectColumn(light.front, steps, 'poa_tracker_perez_W_m2', 1e-7);
  });

  test('endless rows, front and rear', () => {
    const row = { ...same, rows, rowShading: true } satisfies PlaneOptions;
    const hayDavies = planeOfArray(hours, south, { ...row, sky: 'hay-davies' });
    const direct = hayDavies.beam.map((beam, i) => beam + hayDavies.circumsolar[i]!);
    expectColumn(direct, steps, 'sheds_haydavies_poa_front_direct_W_m2', 1e-7);
    expectColumn(hayDavies.isotropic, steps, 'sheds_haydavies_poa_front_sky_diffuse_W_m2', 1e-7);
    expectColumn(hayDavies.ground, steps, 'sheds_haydavies_poa_front_ground_diffuse_W_m2', 1e-7);
    expectColumn(hayDavies.front, steps, 'sheds_haydavies_poa_front_W_m2', 1e-7);
    expectColumn(hayDavies.rear, steps, 'sheds_haydavies_poa_back_W_m2', 1e-7);
    const isotropic = planeOfArray(hours, south, { ...row, sky: 'isotropic' });
    expectColumn(isotropic.front, steps, 'sheds_isotropic_poa_front_W_m2', 1e-7);
    expectColumn(isotropic.rear, steps, 'sheds_isotropic_poa_back_W_m2', 1e-7);
  });
});

const { hours } = pvlibSteps('greensboro');
const mountings: fc.Arbitrary<Mounting> = fc.oneof(
  fc.record({
    kind: fc.constant('fixed' as const),
    tilt: fc.double({ min: 0, max: 180, noNaN: true }),
    azimuth: fc.double({ min: -360, max: 360, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('single-axis' as const),
    axisTilt: fc.double({ min: 0, max: 40, noNaN: true }),
    axisAzimuth: fc.double({ min: 0, max: 360, noNaN: true }),
    maxAngle: fc.double({ min: 10, max: 90, noNaN: true }),
    backtrack: fc.boolean(),
    groundCover: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
    crossAxisTilt: fc.double({ min: -10, max: 10, noNaN: true }),
  }),
  fc.constant({ kind: 'dual-axis' as const }),
);

test('light is never negative, never NaN, and the parts make the whole, however modules are held', () => {
  const choices = fc.record({
    sky: fc.constantFrom(...skyModels),
    sun: fc.constantFrom('sunlit' as const, 'mid-interval' as const),
    rowShading: fc.boolean(),
    rows: fc.record({
      groundCover: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
      height: fc.double({ min: 1, max: 5, noNaN: true }),
      pitch: fc.double({ min: 2, max: 12, noNaN: true }),
    }),
  });
  fc.assert(
    fc.property(mountings, choices, (mounting, options) => {
      const light = planeOfArray(hours, mounting, options);
      light.front.forEach((front, i) => {
        expect(front).toBeGreaterThanOrEqual(0);
        expect(light.rear[i]).toBeGreaterThanOrEqual(0);
        expect(light.beam[i]).toBeLessThanOrEqual(hours.dni[i]! * (1 + 1e-12));
      });
    }),
    { numRuns: 40 },
  );
});

test('a level plane gets the global light, up to where beam and diffuse do not close', () => {
  const light = planeOfArray(hours, { kind: 'fixed', tilt: 0, azimuth: 0 }, { sky: 'isotropic' });
  const total = hours.ghi.reduce((a, b) => a + b, 0);
  expect(sum(light.front) / total).toBeCloseTo(1, 2);
});

test('a tracker gets more beam than a fixed plane, two axes more than one', () => {
  const one = planeOfArray(hours, {
    kind: 'single-axis',
    axisTilt: 0,
    axisAzimuth: 180,
    maxAngle: 60,
    backtrack: false,
    groundCover: 0.3,
    crossAxisTilt: 0,
  });
  const two = planeOfArray(hours, { kind: 'dual-axis' });
  expect(sum(one.beam)).toBeGreaterThan(sum(planeOfArray(hours, { ...south, tilt: 0 }).beam));
  expect(sum(two.beam)).toBeGreaterThan(sum(one.beam));
  const known = two.incidence.filter((angle) => !Number.isNaN(angle));
  expect(Math.max(...known)).toBeLessThan(1e-5);
});

test('rows without shade from each other are a lone plane: far rows', () => {
  const far = { groundCover: 1e-3, height: 1.5, pitch: 1000 };
  const options = { sky: 'isotropic', sun: 'mid-interval' } as const;
  const lone = planeOfArray(hours, south, options);
  const row = planeOfArray(hours, south, { ...options, rows: far, rowShading: true });
  expect(sum(row.beam)).toBeCloseTo(sum(lone.beam), 6);
  expect(sum(row.isotropic) / sum(lone.isotropic)).toBeCloseTo(1, 3);
  expect(sum(row.ground) / sum(lone.ground)).toBeCloseTo(1, 2);
});

test('a horizon takes beam from low suns and its share of the sky', () => {
  const open = planeOfArray(hours, south);
  const level = planeOfArray(hours, south, { horizon: horizonOf([[0, 0]]) });
  expect(level.front).toEqual(open.front);
  const hill = planeOfArray(hours, south, { horizon: horizonOf([[0, 25]]) });
  hill.front.forEach((front, i) => {
    expect(front).toBeLessThanOrEqual(open.front[i]! + 1e-9);
    if (90 - open.apparentZenith[i]! < 25) expect(hill.beam[i]).toBe(0);
  });
  // A ring 25 deg high around a level plane leaves cos2 of it, 0.8214.
  const flat = planeOfArray(
    hours,
    { ...south, tilt: 0 },
    { sky: 'isotropic', horizon: horizonOf([[90, 25]]) },
  );
  const free = planeOfArray(hours, { ...south, tilt: 0 }, { sky: 'isotropic' });
  expect(sum(flat.isotropic) / sum(free.isotropic)).toBeCloseTo(
    Math.cos((25 * Math.PI) / 180) ** 2,
    3,
  );
});

describe('rows behind a horizon', () => {
  const shading = { rows, rowShading: true } as const;
  const hill = horizonOf([
    [0, 4],
    [90, 12],
    [200, 6],
    [270, 25],
  ]);

  test('what a row sees of the sky is, summed over directions, the view factor of crossed strings', () => {
    for (const [tilt, groundCover] of [
      [0, 0.4],
      [30, 0.4],
      [60, 0.7],
      [150, 0.4],
    ] as const) {
      const sees = rowSees(tilt, groundCover);
      let sum = 0;
      const step = Math.PI / 720;
      for (let e = step / 2; e < Math.PI / 2; e += step) {
        for (let a = step / 2; a < Math.PI; a += step) {
          sum += 2 * sees(Math.sin(e), Math.cos(e), Math.cos(a)) * Math.cos(e) * step * step;
        }
      }
      expect(sum / Math.PI).toBeCloseTo(rowToSky(tilt, groundCover), 4);
    }
  });

  test('a level one changes nothing, a wall all around leaves nothing, a hill takes its part', () => {
    const free = planeOfArray(hours, south, shading);
    const level = planeOfArray(hours, south, { ...shading, horizon: horizonOf([[0, 0]]) });
    expect(level.front).toEqual(free.front);
    expect(level.rear).toEqual(free.rear);
    const walled = planeOfArray(hours, south, { ...shading, horizon: horizonOf([[0, 90]]) });
    expect([sum(walled.front), sum(walled.rear)]).toEqual([0, 0]);
    const hidden = planeOfArray(hours, south, { ...shading, horizon: hill });
    hidden.front.forEach((front, i) => {
      expect(front).toBeLessThanOrEqual(free.front[i]! + 1e-9);
      expect(hidden.rear[i]).toBeLessThanOrEqual(free.rear[i]! + 1e-9);
      if (90 - free.apparentZenith[i]! < 4) expect(hidden.beam[i]).toBe(0);
    });
    expect(sum(hidden.rear)).toBeLessThan(sum(free.rear));
  });

  test('far rows are a lone plane behind the same hill', () => {
    const far = { groundCover: 1e-3, height: 1.5, pitch: 1000 };
    const options = { sky: 'isotropic', sun: 'mid-interval', horizon: hill } as const;
    const lone = planeOfArray(hours, south, options);
    const row = planeOfArray(hours, south, { ...options, rows: far, rowShading: true });
    expect(sum(row.beam)).toBeCloseTo(sum(lone.beam), 6);
    expect(sum(row.isotropic) / sum(lone.isotropic)).toBeCloseTo(1, 3);
    expect(sum(row.ground) / sum(lone.ground)).toBeCloseTo(1, 1);
  });
});

test('light behind loses at an angle what light from the ground does: some 5 % under glass', () => {
  const light = planeOfArray(hours, south, { rows, rowShading: true });
  const all = effectiveRear(light, () => 1);
  all.forEach((value, i) => {
    expect(value).toBeCloseTo(light.rear[i]!, 9);
    expect(light.rearBeam[i]! + light.rearGround[i]!).toBeLessThanOrEqual(light.rear[i]! + 1e-9);
  });
  const glass = effectiveRear(light, physicalModifier());
  const kept = sum(glass) / sum(light.rear);
  expect(kept).toBeGreaterThan(0.92);
  expect(kept).toBeLessThan(0.97);
  // A level module sees behind it the ground alone, at all angles.
  const level = planeOfArray(hours, { ...south, tilt: 0 }, { rows, rowShading: true });
  const { sky } = diffuseModifiers(physicalModifier(), 0);
  expect(sum(effectiveRear(level, physicalModifier())) / sum(level.rear)).toBeCloseTo(sky, 4);
});

test('the ring around the sun loses with the beam: nothing else of the sky does', () => {
  const glass = physicalModifier();
  const { sky, ground } = diffuseModifiers(glass, 30);
  // An isotropic sky has no ring: its light is as ever.
  const isotropic = planeOfArray(hours, south, { sky: 'isotropic' });
  effectiveLight(isotropic, glass).forEach((light, i) => {
    const beam = isotropic.beam[i]! > 0 ? isotropic.beam[i]! * glass(isotropic.incidence[i]!) : 0;
    const old = beam + isotropic.isotropic[i]! * sky + isotropic.ground[i]! * ground;
    expect(light).toBeCloseTo(old, 10);
  });
  // Moved from the ring to the beam, light counts as before, in front and behind rows too.
  for (const options of [{}, { rows, rowShading: true }]) {
    const perez = planeOfArray(hours, south, options);
    const moved = {
      ...perez,
      beam: perez.beam.map((beam, i) => beam + perez.circumsolar[i]!),
      circumsolar: perez.circumsolar.map(() => 0),
    };
    expect(sum(perez.circumsolar)).toBeGreaterThan(0);
    const [one, other] = [effectiveLight(perez, glass), effectiveLight(moved, glass)];
    one.forEach((light, i) => {
      expect(light).toBeCloseTo(other[i]!, 10);
    });
  }
});

test('a tracker keeps its face to the ring: more of it counts than by the mean of the sky', () => {
  const glass = physicalModifier();
  const light = planeOfArray(hours, { kind: 'dual-axis' });
  const ring = { ...light, beam: light.beam.map(() => 0) };
  ring.isotropic = ring.horizon = ring.ground = ring.beam;
  expect(sum(effectiveLight(ring, glass)) / sum(light.circumsolar)).toBeCloseTo(1, 9);
});

test('one hour of a year of trackers is the hour by itself', () => {
  const mounting = {
    kind: 'single-axis',
    axisTilt: 0,
    axisAzimuth: 180,
    maxAngle: 60,
    backtrack: true,
    groundCover: 0.4,
    crossAxisTilt: 0,
  } as const;
  const light = planeOfArray(hours, mounting, { rows, rowShading: true });
  const glass = physicalModifier();
  const [front, rear] = [effectiveLight(light, glass), effectiveRear(light, glass)];
  const only = (i: number) =>
    Object.fromEntries(
      Object.entries(light).map(([name, values]) => [name, values.slice(i, i + 1)]),
    ) as unknown as typeof light;
  for (let i = 0; i < front.length; i += 7) {
    expect(effectiveLight(only(i), glass)[0]).toBe(front[i]);
    expect(effectiveRear(only(i), glass)[0]).toBe(rear[i]);
  }
});

test('soiling takes its share', () => {
  const light = planeOfArray(hours, south);
  const clean = effectiveLight(light, physicalModifier());
  const dirty = effectiveLight(light, physicalModifier(), 0.03);
  expect(sum(dirty) / sum(clean)).toBeCloseTo(0.97, 12);
  expect(() => effectiveLight(light, physicalModifier(), 2)).toThrow('soiling 2');
});

test('what cannot stand is refused', () => {
  expect(() => planeOfArray(hours, { ...south, tilt: 200 })).toThrow(
    'tilt 200 is not 0 to 180 deg',
  );
  expect(() => planeOfArray(hours, south, { rows: { ...rows, groundCover: 2 } })).toThrow(
    'ground cover 2',
  );
  expect(() => horizonOf([[400, 1]])).toThrow('azimuth 400');
});
