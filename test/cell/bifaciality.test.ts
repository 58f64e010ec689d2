import { beforeAll, describe, expect, it } from 'vitest';
import { cellBifaciality } from '../../src/cell/opticalAnalysis.ts';
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

describe('bifaciality comes out of the layers', () => {
  it.each([
    // A rear grid for an electrode that conducts less: more and wider fingers than in front.
    { name: 'shj', set: grid('7 %', 'silver'), range: [0.88, 0.95] },
    { name: 'topcon', set: grid('4 %', 'silver'), range: [0.8, 0.87] },
    // Aluminium fingers over the contact lines in place of the closed print: 150 um every 1.1 mm,
    // with which H. Li et al., 35th EU PVSEC 775 (2018), doi:10.4229/35thEUPVSEC20182018-2DV.3.45,
    // measured 72.95 % (bus bars and spread of the print are not in the share).
    {
      name: 'perc',
      set: ['rear.outside=air', ...grid('13.6 %', 'aluminium')],
      range: [0.65, 0.78],
    },
  ])('$name: $range', async ({ name, set, range }) => {
    const { current, power } = await of(name, ...set);
    for (const ratio of [current, power]) {
      expect(ratio).toBeGreaterThan(range[0]!);
      expect(ratio).toBeLessThan(range[1]!);
    }
    if (name === 'perc') expect(Math.abs(power - 0.7295)).toBeLessThan(0.03);
    // The device collects from behind what it absorbs there.
    expect(Math.abs(power / current - 1)).toBeLessThan(0.02);
  });

  it('falls by as much as the fingers behind take, and little else', async () => {
    const [few, many] = [
      await of('topcon', ...grid('3 %', 'silver')),
      await of('topcon', ...grid('6 %', 'silver')),
    ];
    expect(many.current / few.current).toBeCloseTo(0.94 / 0.97, 2);
  });

  it('is none under a closed metal', async () => {
    expect(await of('perc')).toEqual({ current: 0, power: 0 });
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
