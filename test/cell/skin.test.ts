import { beforeAll, describe, expect, it } from 'vitest';
import { cellSimulator } from '../../src/cell/simulate.ts';
import { measuredSkin, skinAt } from '../../src/cell/skin.ts';
import { skinEdges } from '../../src/cell/skinState.ts';
import { computeSkins } from '../../src/cell/skins.ts';
import { crystallineSilicon } from '../../src/device/crystallineSilicon.ts';
import type { Spectrum } from '../../src/light/spectrum.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { elementaryCharge } from '../../src/physics/constants.ts';

let am15g: Spectrum;
beforeAll(async () => {
  am15g = await loadSpectrum('am1.5g');
});

const skinsOf = async (name: string, ...set: string[]) =>
  computeSkins(await loadCell(name, { set }), am15g, 25);

describe('a computed skin', () => {
  it.each([5, 25, 300])('returns the j0 of a bare surface, %d fA/cm2', async (j0) => {
    const { rear } = await skinsOf('perc', `rear.contact.j0=${j0}fA/cm^2`);
    expect(rear.collects).toBe('holes');
    expect(rear.j0_fA_cm2 / j0).toBeCloseTo(1, 5);
    expect(rear.ideality).toBeCloseTo(1, 5);
    expect(rear.drift?.j0_exponent).toBeCloseTo(0, 4);
    expect(rear.depth_nm).toBeLessThan(1);
  });

  it('does not depend on the light where its recombination is that of a j0', async () => {
    const cell = await loadCell('perc');
    const strong = computeSkins(cell, am15g, 25, 1000);
    const weak = computeSkins(cell, am15g, 25, 200);
    expect(weak.front.j0_fA_cm2 / strong.front.j0_fA_cm2).toBeCloseTo(1, 2);
    expect(weak.front.injection_cm3).toBeLessThan(strong.front.injection_cm3);
  });

  it('adds the j0 of its surface to that of its diffusion', async () => {
    const bare = await skinsOf('topcon', 'front.contact.j0=0fA/cm^2');
    const coated = await skinsOf('topcon', 'front.contact.j0=20fA/cm^2');
    const added = coated.front.j0_fA_cm2 - bare.front.j0_fA_cm2;
    expect(bare.front.j0_fA_cm2).toBeGreaterThan(0.5);
    expect(added).toBeGreaterThan(19);
    expect(added).toBeLessThan(20.01);
  });

  it('has the sheet resistance of a uniform layer', async () => {
    const { rear } = await skinsOf('al-bsf');
    const { holeMobility } = crystallineSilicon({
      temperature: 298.15,
      donors: 0,
      acceptors: 2e18 + 7.2e15,
      electronLifetime: 1e-4,
      holeLifetime: 1e-4,
      trapLevel: 0,
      radiative: 0,
      models: {
        auger: 'richter2012',
        narrowing: 'schenk1998',
        mobility: 'klaassen1992',
        density: 'couderc2014',
      },
    });
    const analytic = 1 / (elementaryCharge * holeMobility * (2e18 + 7.2e15) * 5e-4);
    expect(Math.abs(rear.sheet_resistance_ohm / analytic - 1)).toBeLessThan(2e-3);
  });

  it('tells more recombination at worse surfaces', async () => {
    const poor = await skinsOf(
      'shj',
      'wafer.rear_surface.electron_velocity=1e4cm/s',
      'wafer.rear_surface.hole_velocity=1e4cm/s',
    );
    const good = await skinsOf('shj');
    expect(poor.rear.j0_fA_cm2).toBeGreaterThan(2 * good.rear.j0_fA_cm2);
    expect(poor.front.j0_fA_cm2 / good.front.j0_fA_cm2).toBeCloseTo(1, 1);
  });

  it('holds the contact resistivity that the file gives, and that of a barrier', async () => {
    const given = await skinsOf('shj', 'front.contact.resistivity=0.1 ohm cm^2');
    const none = await skinsOf('shj');
    const { front, rear } = given;
    expect(front.contact_resistivity_ohm_cm2).toBeCloseTo(
      0.1 + none.front.contact_resistivity_ohm_cm2,
      4,
    );
    expect(rear.contact_resistivity_ohm_cm2).toBeGreaterThan(0.01);
    // Thermionic emission over a barrier.
    expect(rear.drift?.contact_activation_eV).toBeGreaterThan(0.1);
    expect(none.front.collects).toBe('electrons');
    expect(none.rear.collects).toBe('holes');
  });

  it('loses light in a diffusion that recombines', async () => {
    const { front, rear } = await skinsOf('perc');
    expect(front.collection_pct).toBeGreaterThan(90);
    expect(front.collection_pct).toBeLessThan(99.9);
    expect(rear.collection_pct).toBeLessThanOrEqual(100);
  });
});

it('the skins end where the doping does', async () => {
  const simulator = cellSimulator(await loadCell('al-bsf'), am15g, 25);
  simulator.device.solve(0.55, 1);
  const { problem } = simulator.device;
  const edges = skinEdges(simulator.device);
  const fromRear = problem.x[problem.nodes - 1]! - problem.x[edges.rear]!;
  expect(fromRear).toBeGreaterThan(5e-4);
  expect(fromRear).toBeLessThan(6e-4);
});

it('a measured skin follows ni^2, and drift where it is told', () => {
  const skin = measuredSkin('holes', 10, 0.1);
  expect(skinAt(skin, 60, 8).j0_fA_cm2).toBeCloseTo(640, 9);
  expect(skinAt(skin, 60, 8).contact_resistivity_ohm_cm2).toBe(0.1);
  const drift = { j0_exponent: 1, contact_activation_eV: 0.3, collection_pct_K: -0.1 };
  const moved = skinAt({ ...skin, drift }, 60, 8);
  expect(moved.j0_fA_cm2).toBeCloseTo((640 * 333.15) / 298.15, 9);
  expect(moved.contact_resistivity_ohm_cm2).toBeLessThan(0.03);
  expect(moved.collection_pct).toBeCloseTo(96.5, 9);
});

it('conditions that no cell meets are refused', async () => {
  const cell = await loadCell('perc');
  expect(() => computeSkins(cell, am15g, 400)).toThrow(RangeError);
  expect(() => computeSkins(cell, am15g, 25, 0)).toThrow(RangeError);
});
