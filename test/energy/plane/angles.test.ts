import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cosIncidence } from '../../../src/energy/plane/incidence.ts';
import {
  ashraeModifier,
  diffuseModifiers,
  martinRuizModifier,
  physicalModifier,
} from '../../../src/energy/plane/incidenceModifier.ts';
import { groundToSky, rowToGround, rowToSky } from '../../../src/energy/plane/rowView.ts';
import { trackerPlane, trackerRotation } from '../../../src/energy/plane/tracker.ts';

const file = new URL('../../reference/pvlib/iam_tracker_rows.json', import.meta.url);
const reference = JSON.parse(readFileSync(file, 'utf8'));

test('pvlib: incidence angle modifiers', () => {
  const { iam } = reference;
  const models = {
    'ashrae_b0.05': ashraeModifier(),
    'ashrae_b0.04': ashraeModifier(0.04),
    'physical_n1.526_K4_L0.002': physicalModifier(),
    'physical_n1.526_nar1.29': physicalModifier({ coating: 1.29 }),
    'martin_ruiz_ar0.16': martinRuizModifier(),
    'martin_ruiz_ar0.14': martinRuizModifier(0.14),
  };
  for (const [name, modifier] of Object.entries(models)) {
    iam.aoi_deg.forEach((angle: number, i: number) => {
      expect(modifier(angle), `${name} ${angle}`).toBeCloseTo(iam[name][i], 12);
    });
  }
});

test('pvlib: modifiers of diffuse light', () => {
  const table = reference.iam_diffuse;
  const models = {
    physical: physicalModifier(),
    ashrae: ashraeModifier(),
    martin_ruiz: martinRuizModifier(),
  };
  for (const [name, modifier] of Object.entries(models)) {
    table.tilt_deg.forEach((tilt: number, i: number) => {
      const { sky, ground } = diffuseModifiers(modifier, tilt);
      expect(sky).toBeCloseTo(table[`marion_${name}_sky`][i], 10);
      expect(ground).toBeCloseTo(table[`marion_${name}_ground`][i], 10);
    });
  }
});

test('pvlib: single-axis trackers on level and sloping ground', () => {
  const plane = new Float64Array(2);
  for (const row of reference.single_axis) {
    const tracker = {
      axisTilt: row.axis_tilt,
      axisAzimuth: row.axis_azimuth,
      maxAngle: row.max_angle,
      backtrack: row.backtrack,
      groundCover: row.gcr,
      crossAxisTilt: row.cross_axis_tilt,
    };
    row.apparent_zenith_deg.forEach((zenith: number, i: number) => {
      const rotation = trackerRotation(tracker, zenith, row.solar_azimuth_deg[i]);
      if (row.tracker_theta_deg[i] === null) {
        expect(rotation).toBeNaN();
        return;
      }
      expect(rotation).toBeCloseTo(row.tracker_theta_deg[i], 9);
      trackerPlane(tracker, rotation, plane);
      expect(plane[0]).toBeCloseTo(row.surface_tilt_deg[i], 6);
      const turn = plane[1]! - row.surface_azimuth_deg[i];
      expect(Math.sin((turn * Math.PI) / 180) * plane[0]!).toBeCloseTo(0, 6);
      const cosine = cosIncidence(plane[0]!, plane[1]!, zenith, row.solar_azimuth_deg[i]);
      expect(cosine).toBeCloseTo(Math.cos((row.aoi_deg[i] * Math.PI) / 180), 9);
    });
  }
});

test('pvlib: what rows, ground and sky see of each other', () => {
  for (const row of reference.row_view_factors) {
    const { tilt_deg, gcr } = row;
    expect(groundToSky(tilt_deg, gcr, row.height_m / row.pitch_m)).toBeCloseTo(
      row.ground_to_sky,
      12,
    );
    expect(rowToSky(tilt_deg, gcr)).toBeCloseTo(row.row_to_sky, 12);
    expect(rowToGround(tilt_deg, gcr)).toBeCloseTo(row.row_to_ground, 12);
    expect(rowToSky(180 - tilt_deg, gcr)).toBeCloseTo(row.back_row_to_sky, 12);
    expect(rowToGround(180 - tilt_deg, gcr)).toBeCloseTo(row.back_row_to_ground, 12);
  }
});

test('coated glass lets more light in at every angle', () => {
  const [plain, coated] = [physicalModifier(), physicalModifier({ coating: 1.29 })];
  for (let angle = 5; angle < 90; angle += 5) expect(coated(angle)).toBeGreaterThan(plain(angle));
});

test('losses that are not positive are refused', () => {
  expect(() => martinRuizModifier(0)).toThrow('angular losses 0');
});
