import { describe, expect, test } from 'vitest';
import { analyseCell } from '../../src/cell/analyses.ts';
import { cellBifaciality } from '../../src/cell/bifacial.ts';
import { simulateCell } from '../../src/cell/simulate.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { prepareSweep } from '../../src/node/prepareSweep.ts';
import { coefficientTemperatures, lossName, lossPaths } from '../../src/sweep/figures.ts';
import { parsePlan, type WrittenPlan } from '../../src/sweep/parsePlan.ts';
import { sweepPlanSchema } from '../../src/sweep/plan.ts';

const prepare = (plan: WrittenPlan) => prepareSweep(sweepPlanSchema.parse(plan));

async function rowsOf(plan: WrittenPlan) {
  const sweep = await prepare(plan);
  const names = sweep.columns.map(({ name }) => name);
  return [...sweep.rows(0, sweep.count, 1)].map(({ values, ...row }) => ({
    ...row,
    ...Object.fromEntries(values.map((value, i) => [names[i]!, value])),
  })) as Record<string, number | string | null>[];
}

describe('a sweep', () => {
  test('gives what simulate gives, point by point', async () => {
    const rows = await rowsOf({
      cell: 'perc',
      vary: { 'wafer.thickness': '150um,180um', irradiance: '400,1000' },
    });
    const spectrum = await loadSpectrum('am1.5g');
    for (const [i, thickness] of [150, 180].entries()) {
      const cell = await loadCell('perc', { set: [`wafer.thickness=${thickness}um`] });
      for (const [j, irradiance] of [400, 1000].entries()) {
        const { efficiency_pct, voc_V } = simulateCell(cell, {
          spectrum,
          irradiance,
          temperature: 25,
        });
        const row = rows[2 * i + j]!;
        expect(row['wafer.thickness_um']).toBe(thickness);
        // The search ends at 1e-7 V, from wherever it starts.
        expect(Number(row.efficiency_pct) / efficiency_pct).toBeCloseTo(1, 9);
        expect(Number(row.voc_V)).toBeCloseTo(voc_V, 6);
      }
    }
  });

  test.each(['shj', 'perc', 'topcon'])('every figure of simulate: %s', async (name) => {
    const paths = lossPaths.map(lossName);
    const others = ['pseudo_ff', 'implied_voc', 'voc_pct_K', 'phi_isc', 'j0', 'lifetime', 'wafer'];
    const rows = await rowsOf({
      cell: name,
      vary: { 'wafer.thickness': '120um,150um' },
      figures: ['efficiency', 'limit_efficiency', ...paths, ...others],
      columns: { lost: 'ff - pseudo_ff' },
    });
    for (const row of rows) {
      const lost = paths.reduce((sum, path) => sum + Number(row[`${path}_pct`]), 0);
      const missing = Number(row.limit_efficiency_pct) - Number(row.efficiency_pct);
      expect(Math.abs(lost / missing - 1)).toBeLessThan(1e-6);
    }
    const cell = await loadCell(name, { set: ['wafer.thickness=150um'] });
    const spectrum = await loadSpectrum('am1.5g');
    const asked = { spectrum, irradiance: 1000, temperature: 25, sunsVoc: true, lifetime: true };
    const temperatures = coefficientTemperatures;
    const analysis = analyseCell(cell, { ...asked, temperatures });
    const { result, sunsVoc, temperatureTable, lifetime } = analysis;
    const sun = lifetime!.find(({ suns }) => suns === 1)!;
    for (const [column, expected] of [
      ['pseudo_ff_pct', analysis.pseudo_ff_pct],
      ['implied_voc_V', sunsVoc!.implied_voc_V],
      ['voc_pct_K', temperatureTable!.voc_pct_K],
      ['phi_isc', cellBifaciality(cell, { spectrum }).current],
      ['j0_fA_cm2', sun.j0_fA_cm2],
      ['lifetime_s', sun.lifetime_s],
      ['wafer_mA_cm2', result.photons.wafer],
      ['lost', result.ff_pct - analysis.pseudo_ff_pct],
    ] as const) {
      // What the ends of the searches leave.
      expect(Number(rows[1]![column]) / expected).toBeCloseTo(1, 5);
    }
  });

  test('a point does not depend on the one before it, however far that is', async () => {
    const names = ['wafer.thickness', 'wafer.doping', 'temperature', 'irradiance'] as const;
    const wide = await rowsOf({
      cell: 'shj',
      design: 'latin-hypercube',
      points: 6,
      vary: {
        'wafer.thickness': 'uniform(60:200)um',
        'wafer.doping': 'loguniform(3e14:1e16)cm^-3',
        temperature: 'uniform(0:75)',
        irradiance: 'loguniform(50:1200)',
      },
    });
    for (const row of wide) {
      const own = [row['wafer.thickness_um'], row['wafer.doping_cm3'], row.temperature_C];
      const values = [...own, row.irradiance_W_m2] as number[];
      const vary = Object.fromEntries(names.map((name, i) => [name, values[i]!]));
      const [alone] = await rowsOf({ cell: 'shj', vary });
      // What the ends of the searches, 1e-7 V, leave.
      expect(Number(row.efficiency_pct) / Number(alone!.efficiency_pct)).toBeCloseTo(1, 9);
      for (const name of ['voc_V', 'jsc_mA_cm2', 'ff_pct']) {
        expect(Number(row[name]) / Number(alone![name])).toBeCloseTo(1, 6);
      }
    }
  });

  test('gives the same bits whatever range a row is asked for in', async () => {
    const sweep = await prepare({
      cell: 'perc',
      fidelity: 'lumped',
      vary: { 'circuit.series_resistance': 'lin(0.1:1:30)', irradiance: 'lin(100:1000:50)' },
      figures: ['efficiency'],
    });
    const whole = [...sweep.rows(0, sweep.count, 1)];
    expect(whole.length).toBe(1500);
    expect([...sweep.rows(1024, sweep.count, 1)]).toEqual(whole.slice(1024));
    expect([...sweep.rows(1400, 1410, 1)]).toEqual(whole.slice(1400, 1410));
    expect([...sweep.rows(3, 1500, 400)]).toEqual([3, 403, 803, 1203].map((k) => whole[k]));
  });

  test('the same bits from blocks in any order: what is remembered changes no digit', async () => {
    const plan: WrittenPlan = {
      cell: 'shj',
      design: 'sobol',
      points: 40,
      vary: {
        'wafer.thickness': 'uniform(80:180)um',
        'front.layers.tco.thickness': 'uniform(60:90)nm',
        temperature: '15,25,45',
      },
      figures: ['efficiency', 'voc'],
    };
    const [first, second] = [await prepare(plan), await prepare(plan)];
    const { blockSize } = first;
    const inOrder = [...first.rows(0, 40, 1)];
    for (let from = 2 * blockSize; from >= 0; from -= blockSize) {
      const rows = [...second.rows(from, Math.min(40, from + blockSize), 1)];
      expect(rows).toEqual(inOrder.slice(from, from + blockSize));
    }
  });

  test('names, expressions and conditions', async () => {
    const rows = await rowsOf({
      cell: 'perc',
      fidelity: 'lumped',
      vary: { x: '1,2,4', 'wafer.thickness': '120um,160um' },
      let: { 'wafer.doping': '1e16 cm^-3 * x' },
      where: ['wafer.thickness > 130 um', 'x < 3'],
      columns: { loss: '26.81 - efficiency', power: 'voc * jsc to mW/cm^2' },
    });
    expect(rows.map((row) => [row.x, row['wafer.doping_cm3']])).toEqual([
      [1, 1e16],
      [2, 2e16],
    ]);
    for (const row of rows) {
      expect(Number(row.loss)).toBeCloseTo(26.81 - Number(row.efficiency_pct), 10);
      expect(Number(row.power_mW_cm2)).toBeCloseTo(Number(row.voc_V) * Number(row.jsc_mA_cm2), 9);
    }
  });

  test('the geometry of a grid moves resistance and shading with it', async () => {
    const set = {
      'circuit.area': '244 cm^2',
      'circuit.edge.saturation_current': '13 nA/cm',
      'circuit.edge.perimeter': '62 cm',
      'circuit.grid.finger_spacing': '1.5 mm',
      'circuit.grid.finger_width': '40 um',
      'circuit.grid.finger_height': '15 um',
      'circuit.grid.finger_resistivity': '2.5e-6 ohm cm',
      'circuit.grid.busbar_spacing': '17 mm',
      'circuit.grid.busbar_width': '0.1 mm',
      'circuit.grid.contact_resistivity': '2 mohm cm^2',
      'circuit.grid.sheet_resistance': '120 ohm',
    };
    const rows = await rowsOf({
      cell: 'perc',
      set,
      vary: { 'circuit.grid.finger_spacing': '1mm,2mm', 'circuit.shading': '0,2 %' },
      figures: ['efficiency', 'jsc', 'ff'],
    });
    const figures = ['efficiency_pct', 'jsc_mA_cm2', 'ff_pct'];
    for (const row of rows) {
      const own = {
        ...set,
        'circuit.grid.finger_spacing': `${row['circuit.grid.finger_spacing_mm']} mm`,
        'circuit.shading': row['circuit.shading'] as number,
      };
      const [alone] = await rowsOf({ cell: 'perc', set: own });
      for (const name of figures) {
        expect(Number(row[name]) / Number(alone![name])).toBeCloseTo(1, 6);
      }
    }
    expect(new Set(rows.map(({ ff_pct }) => ff_pct)).size).toBe(4);
  });

  test('a point that cannot be is a row', async () => {
    const rows = await rowsOf({
      cell: 'perc',
      fidelity: 'lumped',
      vary: { x: '100,3000' },
      let: { 'wafer.thickness': '1 um * x' },
      figures: ['efficiency'],
    });
    expect(rows.map(({ status }) => status)).toEqual(['ok', 'failed']);
    expect(rows[1]!.error).toBe('wafer.thickness 3000 is outside 1 um to 2000 um');
    expect(rows[1]!.efficiency_pct).toBeNull();
  });

  test('the hash holds what decides the rows', async () => {
    const plan = { cell: 'perc', vary: { irradiance: '1,2' } };
    const { hash } = await prepare(plan);
    expect((await prepare({ ...plan, title: 'a name' })).hash).toBe(hash);
    expect((await prepare({ ...plan, cell: 'shj' })).hash).not.toBe(hash);
    expect((await prepare({ ...plan, seed: 2 })).hash).not.toBe(hash);
    expect((await prepare({ ...plan, set: { 'wafer.thickness': '150 um' } })).hash).not.toBe(hash);
  });

  test('cells and words are axes; the photons of the optics add up', async () => {
    const rows = await rowsOf({
      target: 'optics',
      vary: { cell: 'perc,topcon', 'front.texture': 'planar,random-pyramids' },
    });
    expect(rows.map((row) => `${row.cell} ${row['front.texture']}`)).toEqual([
      'perc planar',
      'perc random-pyramids',
      'topcon planar',
      'topcon random-pyramids',
    ]);
    for (const row of rows) {
      const ends = Object.entries(row).filter(
        ([name, value]) => name.endsWith('_mA_cm2') && name !== 'incident_mA_cm2' && value !== null,
      );
      const sum = ends.reduce((total, [, value]) => total + Number(value), 0);
      expect(sum / Number(row.incident_mA_cm2)).toBeCloseTo(1, 9);
    }
  });

  test('designs: one at a time, linked axes, a sample of a distribution', async () => {
    const count = async (plan: WrittenPlan) => (await prepare({ cell: 'perc', ...plan })).count;
    const vary = { 'wafer.thickness': '120um,140um', irradiance: '200,400,800' };
    expect(await count({ vary })).toBe(6);
    expect(await count({ vary, design: 'one-at-a-time' })).toBe(6);
    const linked = { 'wafer.thickness': '120um,140um', 'circuit.shading': '1 %,2 %' };
    expect(await count({ vary: linked, linked: [Object.keys(linked)] })).toBe(2);
    const sample = { 'wafer.thickness': 'normal(160:5)um' };
    expect(await count({ vary: sample, design: 'latin-hypercube', points: 50 })).toBe(50);
  });

  test('one at a time: the others stand as the file of the cell has them', async () => {
    const rows = await rowsOf({
      cell: 'perc',
      fidelity: 'lumped',
      design: 'one-at-a-time',
      vary: { 'wafer.thickness': '120um,140um', irradiance: '200' },
      figures: ['efficiency'],
    });
    const places = rows.map((row) => [row['wafer.thickness_um'], row.irradiance_W_m2]);
    expect(places).toEqual([
      [160, 1000],
      [120, 1000],
      [140, 1000],
      [160, 200],
    ]);
  });

  test('a hundred million points are planned and entered at once', async () => {
    const sweep = await prepare({
      cell: 'perc',
      fidelity: 'lumped',
      figures: ['efficiency'],
      vary: {
        irradiance: 'lin(100:1000:1000)',
        temperature: 'lin(10:60:1000)',
        'circuit.series_resistance': 'lin(0.1:1:100)',
      },
    });
    expect(sweep.count).toBe(1e8);
    const [row] = sweep.rows(99_999_744, 99_999_745, 1);
    expect(row!.status).toBe('ok');
  });
});

describe('what a plan cannot be, in one line', () => {
  test.each([
    [{ cell: 'perc', vary: { 'wafer.tickness': '1' } }, 'did you mean "thickness"'],
    [{ cell: 'perc', vary: { 'wafer.thickness': '1 V' } }, 'wrong dimension'],
    [{ cell: 'perc', vary: { tempertaure: '1' } }, 'did you mean "temperature"'],
    [{ cell: 'perc', vary: { 'front.texture': 'plnar' } }, 'did you mean "planar"'],
    [
      { cell: 'perc', vary: { wafer: '1' } },
      'wafer is a group of fields; it has optics, thickness',
    ],
    [{ cell: 'prec', vary: {} }, 'did you mean "perc"'],
    [{ vary: { irradiance: '1' } }, 'no cell'],
    [
      { cell: 'perc', vary: { x: '1' }, let: { 'wafer.doping': '1e15 V * x' } },
      'wafer.doping.density is in cm^-3',
    ],
    [{ cell: 'perc', vary: { irradiance: '1' }, where: ['irradiance > 80 um'] }, 'different units'],
    [{ cell: 'perc', vary: { irradiance: 'uniform(1:2)' } }, 'a distribution'],
    [
      { cell: 'perc', vary: { irradiance: '1' }, figures: ['eficiency'] },
      'did you mean "efficiency"',
    ],
    [
      { cell: 'perc', vary: { x: '1' }, let: { 'wafer.thickness': 'x' } },
      'has no unit, but wafer.thickness is in um',
    ],
    [
      { cell: 'perc', vary: { x: '1' }, columns: { 'f(y)': 'x' } },
      "a column's name has letters, digits",
    ],
    [
      { cell: 'perc', vary: { irradiance: '1' }, columns: { a: `${'1+'.repeat(5000)}1` } },
      /^.{0,200}$/,
    ],
    [{ cell: 'perc', design: 'sobol' as const }, 'needs a number of points'],
    [{ cell: 'perc', target: 'energy' as const }, 'needs a profile'],
  ] satisfies [WrittenPlan, string | RegExp][])('%o: %s', async (plan, message) => {
    await expect(prepare(plan)).rejects.toThrow(message);
  });

  test.each([
    ['cell: perc\nvry: {}\n', 'plan.yaml:2:1  unknown field "vry"; did you mean "vary"?'],
    ['cell: perc\ndesign: sobl\n', 'plan.yaml:2:9  design "sobl" is not one of'],
    ['cell: perc\n  x: [\n', 'plan.yaml:1:7  Nested mappings'],
    ['cell: perc\npoints: 0\n', 'plan.yaml:2:9  points 0'],
  ])('%j: %s', (text, message) => {
    expect(() => parsePlan(text, 'plan.yaml')).toThrow(message);
  });
});
