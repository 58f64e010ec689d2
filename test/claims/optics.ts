import { cellBifaciality } from '../../src/cell/bifacial.ts';
import { fingerShare } from '../../src/cell/cellMetal.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadOptics } from '../../src/node/loadOptics.ts';
import type { FacetVariation } from '../../src/optics/facetTilt.ts';
import type { Texture } from '../../src/optics/opticalCell.ts';
import { air } from '../../src/optics/opticalConstants.ts';
import { solveOptics } from '../../src/optics/solveOptics.ts';
import { records } from '../cell/recordCells.ts';
import { am15g, budget, type Claim, result } from './claim.ts';

const ito = ['front.layers.tco.optics=ito', 'rear.layers.tco.optics=ito'];

/** What the bare wafer of Tucher 2015, fig. 7, absorbs. */
const bareWafer =
  (
    trapping: 'aligned' | 'angular' | 'basore',
    texture: Texture = 'inverted-pyramids',
    { rear = 'planar', ...facets }: FacetVariation & { readonly rear?: Texture } = {},
  ) =>
  async () => {
    const surface = { films: [], outside: air };
    const cell = {
      trapping,
      front: { ...surface, texture, facets },
      wafer: { constants: await loadOptics('c-si'), thickness: 0.02 },
      rear: { ...surface, texture: rear },
    };
    return [...solveOptics(cell, Float64Array.of(1037, 1072, 1103, 1129), 300, { angle: 8 }).wafer];
  };

/** Current of a record without shading: facets all alike, with slopes that vary, turned too, and by default. */
const unshaded = (name: string) => async () => {
  const { rear } = (await loadCell(name)).description;
  const sides = rear.texture === 'planar' ? ['front'] : ['front', 'rear'];
  const spreads = ['spread: 0', 'spread: 5 deg', 'spread: 5 deg, turn: 11 deg'].map((facets) =>
    sides.map((side) => `${side}.facets={ ${facets} }`),
  );
  return Promise.all(
    [...spreads, []].map(
      async (set) => (await result(name, 'circuit.shading=0', ...set)).jsc_mA_cm2,
    ),
  );
};

/** A row of the table of the heterojunction cell's photons: as shipped, then with ITO. */
const ofFilm = (film: string) => async () => {
  const [izo, tin] = [await budget('shj'), await budget('shj', ...ito)];
  return [izo[film]!, tin[film]!];
};

const bifaciality =
  (name: string, ...set: string[]) =>
  async () => {
    const cell = await loadCell(name, { set });
    const { current, power } = cellBifaciality(cell, { spectrum: await am15g() });
    return [100 * fingerShare(cell.description.rear)!, current, power];
  };

/** Efficiency lost to free carriers, % absolute; and what wafer, diffusions and polysilicon take. */
const freeCarriers = (name: string) => async () => {
  const none = 'wafer.models.free_carriers=none';
  const [now, without] = [await budget(name), await budget(name, none)];
  const [counted, clear] = [await result(name), await result(name, none)];
  const poly = now['rear.poly'];
  return [
    without.wafer! - now.wafer!,
    now['wafer.free-carriers'] ?? 0,
    ...(poly === undefined ? [] : [poly - without['rear.poly']!]),
    counted.efficiency_pct - clear.efficiency_pct,
  ];
};

const optics = 'docs/optics-validation.md';

/** What the page of the optics states. */
export const opticsClaims: readonly Claim[] = [
  { page: optics, says: '| front electrode | # | # |', are: ofFilm('front.tco') },
  { page: optics, says: '| front n, 4 nm | # | # |', are: ofFilm('front.n') },
  { page: optics, says: '| front i, 4.5 nm | # | # |', are: ofFilm('front.i') },
  { page: optics, says: '| rear electrode | # | # |', are: ofFilm('rear.tco') },
  {
    page: optics,
    says: '| short circuit | # | # |',
    are: async () => [(await result('shj')).jsc_mA_cm2, (await result('shj', ...ito)).jsc_mA_cm2],
  },
  ...(
    [
      ['electrode in front | 1.05', 'front.tco'],
      ['n film in front | 0.97', 'front.n'],
      ['i film in front | 0.65', 'front.i'],
      ['electrode behind | 1.09', 'rear.tco'],
      ['wafer | 39.00', 'wafer'],
    ] as const
  ).map(([row, layer]) => ({
    page: optics,
    says: `| ${row} | # |`,
    are: async () => [(await budget('shj', 'circuit.shading=0', 'rear.fingers.share=0'))[layer]!],
  })),
  {
    page: optics,
    says: '| 0.527 | 0.400 | | `aligned` | # | # | # | # |',
    are: bareWafer('aligned'),
  },
  {
    page: optics,
    says: '| random pyramids, `aligned`, all alike | # | # | # | # |',
    are: bareWafer('aligned', 'random-pyramids'),
  },
  {
    page: optics,
    says: '| the same, slopes that vary by 5° | # | # | # | # |',
    are: bareWafer('aligned', 'random-pyramids', { spread: 5 }),
  },
  {
    page: optics,
    says: '| the same, turned by 11° too | # | # | # | # |',
    are: bareWafer('aligned', 'random-pyramids', { spread: 5, turn: 11 }),
  },
  {
    page: optics,
    says: '| 0.484 | 0.352 | | `aligned` | # | # | # | # |',
    are: bareWafer('aligned', 'regular-pyramids'),
  },
  {
    page: optics,
    says: '| 0.442 | 0.335 | | `aligned` | # | # | # | # |',
    are: bareWafer('aligned', 'regular-pyramids', { rear: 'regular-pyramids' }),
  },
  ...(
    [
      ['Panasonic 2014, 98 µm, pyramids on both faces, air behind | 39.5', 'panasonic-2014'],
      ['LONGi 2023, the same before a mirror | 41.45', 'longi-2023'],
      ['ISE TOPCon 2019, 200 µm, planar before a mirror | 42.87', 'ise-topcon-2019'],
      ['UNSW PERL 1999, 400 µm, inverted pyramids | 42.7', 'unsw-perl-1999'],
    ] as const
  ).map(([row, name]) => ({
    page: optics,
    says: `| ${row} | # | # | # | # |`,
    are: unshaded(name),
  })),
  { page: optics, says: '| `angular` | # | # | # | # |', are: bareWafer('angular') },
  { page: optics, says: '| `basore`, the default | # | # | # | # |', are: bareWafer('basore') },
  { page: optics, says: '| shj | # | # | | # % |', are: freeCarriers('shj') },
  { page: optics, says: '| topcon | # | # | # | # % |', are: freeCarriers('topcon') },
  { page: optics, says: '| perc | # | # | | # % |', are: freeCarriers('perc') },
  { page: optics, says: '| al-bsf | # | # | | # % |', are: freeCarriers('al-bsf') },
  ...records.map(({ name, jsc }, k) => ({
    page: optics,
    says: `| ${['Panasonic 2014', 'LONGi 2023', 'ISE TOPCon 2019', 'UNSW PERL 1999'][k]} | # | # |`,
    are: async () => [jsc, (await result(name)).jsc_mA_cm2],
  })),
  {
    page: optics,
    says: '| shj | silver, 50 µm every 0.85 mm, bus bars | # % | # | # |',
    are: bifaciality('shj'),
  },
  {
    page: optics,
    says: '| topcon | silver, 35 µm every 1.2 mm, bus bars | # % | # | # |',
    are: bifaciality('topcon'),
  },
  {
    page: optics,
    says: '| perc | aluminium, 150 µm every 1.1 mm, bus bars | # % | # | # |',
    are: bifaciality('perc'),
  },
  {
    page: optics,
    says: '| perc | the same without bus bars | # % | # | # |',
    are: bifaciality('perc', 'rear.fingers.busbar_width=0mm'),
  },
];
