import { beforeAll, describe, expect, it } from 'vitest';
import { cellBifaciality } from '../../src/cell/bifacial.ts';
import { fingerShare } from '../../src/cell/cellMetal.ts';
import { cellSimulator } from '../../src/cell/simulate.ts';
import type { Spectrum } from '../../src/light/spectrum.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';

let spectrum: Spectrum;
beforeAll(async () => {
  spectrum = await loadSpectrum('am1.5g');
});

const of = async (name: string, ...set: string[]) =>
  cellBifaciality(await loadCell(name, { set }), { spectrum });

const grid = (share: string, optics: string) => [
  `rear.fingers.share=${share}`,
  `rear.fingers.optics=${optics}`,
];

describe('bifaciality comes out of the layers and the grid of the shipped cells', () => {
  it.each([
    { name: 'shj', range: [0.88, 0.95], fingers: 0.0687 },
    { name: 'topcon', range: [0.8, 0.87], fingers: 0.0394 },
    { name: 'perc', range: [0.65, 0.78], fingers: 0.1652 },
  ])('$name: $range', async ({ name, range, fingers }) => {
    const { current, power } = await of(name);
    for (const ratio of [current, power]) {
      expect(ratio).toBeGreaterThan(range[0]!);
      expect(ratio).toBeLessThan(range[1]!);
    }
    // H. Li et al., 35th EU PVSEC 775 (2018), doi:10.4229/35thEUPVSEC20182018-2DV.3.45: 72.95 %
    // with such fingers of aluminium, 150 um every 1.1 mm; their bus bars are not told.
    if (name === 'perc') expect(Math.abs(power - 0.7295)).toBeLessThan(0.01);
    // The device collects from behind nearly what it absorbs there; less light, less voltage.
    expect(Math.abs(power / current - 1)).toBeLessThan(0.025);
    expect(fingerShare((await loadCell(name)).description.rear)).toBeCloseTo(fingers, 4);
  });

  it('fingers by geometry are those of the same share, which a stated share replaces', async () => {
    const geometry = await loadCell('perc');
    const share = fingerShare(geometry.description.rear);
    expect(share).toBeCloseTo(1 - (1 - 0.15 / 1.1) * (1 - 0.6 / 18), 12);
    const stated = await loadCell('perc', { set: grid('20 %', 'aluminium') });
    expect(fingerShare(stated.description.rear)).toBe(0.2);
  });

  it.each([
    ['width=1.2 mm', 'is wider than the fingers are apart'],
    ['busbar_width=19 mm', 'is wider than the busbars are apart'],
  ])('fingers that do not fit are refused: %s', async (setting, message) => {
    await expect(loadCell('perc', { set: [`rear.fingers.${setting}`] })).rejects.toThrow(message);
  });

  it('metal behind takes its part of what comes from inside, by name', async () => {
    const { films, transmitted } = cellSimulator(await loadCell('perc'), spectrum, 25).at(
      1000,
    ).photons;
    expect(films['rear.fingers']).toBeGreaterThan(0.1);
    expect(transmitted).toBeGreaterThan(0.5);
    const closed = await loadCell('perc', { set: ['rear.outside=aluminium'] });
    const under = cellSimulator(closed, spectrum, 25).at(1000).photons;
    expect(under.transmitted).toBe(0);
    expect(under.films['rear.aluminium']).toBeGreaterThan(films['rear.fingers']!);
  });

  it('falls by as much as the fingers behind take, and little else', async () => {
    const [few, many] = [
      await of('topcon', ...grid('3 %', 'silver')),
      await of('topcon', ...grid('6 %', 'silver')),
    ];
    expect(many.current / few.current).toBeCloseTo(0.94 / 0.97, 2);
  });

  it('of heterojunction cells with published rear grids spans what others find', async () => {
    // S. Pingel et al., Sol. Energy Mater. Sol. Cells (2025), doi:10.1016/j.solmat.2025.113593: fingers behind every
    // 0.6 mm on reference cells, every 1.0 mm where they are fine.
    const [dense, sparse] = [
      (await of('shj', 'rear.fingers.spacing=0.6 mm')).current,
      (await of('shj', 'rear.fingers.spacing=1.0 mm')).current,
    ];
    expect(dense).toBeCloseTo(0.925, 2);
    expect(sparse).toBeCloseTo(0.957, 2);
    // P. Procel et al., Sol. Energy Mater. Sol. Cells 293, 113864 (2025), doi:10.1016/j.solmat.2025.113864: 0.9291
    // of the photocurrent, simulated of a textured bifacial cell in production.
    expect(0.9291).toBeGreaterThan(dense);
    expect(0.9291).toBeLessThan(sparse);
  });

  it('is none under a closed metal', async () => {
    expect(await of('al-bsf')).toEqual({ current: 0, voltage: 0, power: 0 });
  });

  it('the same carriers in the same cell: less light from behind, nearly the same voltage', async () => {
    const cell = await loadCell('topcon', { set: grid('4 %', 'silver') });
    const lit = (side: 'front' | 'rear') => cellSimulator(cell, spectrum, 25, { side }).at(1000);
    const [front, rear] = [lit('front'), lit('rear')];
    expect(rear.voc_V / front.voc_V).toBeGreaterThan(0.99);
    for (const { photons } of [front, rear]) {
      const { incident, reflected, escaped, transmitted, shaded, wafer, films } = photons;
      const inFilms = Object.values(films).reduce((sum, value) => sum + value, 0);
      const all = reflected + escaped + transmitted + shaded + wafer + inFilms;
      expect(Math.abs(all / incident - 1)).toBeLessThan(1e-10);
    }
  });
});
