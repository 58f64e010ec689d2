import { bandsAt } from '../src/cell/bands.ts';
import { cellBifaciality } from '../src/cell/bifacial.ts';
import { fingerShare } from '../src/cell/cellMetal.ts';
import { opticalAnalysis } from '../src/cell/opticalAnalysis.ts';
import { siliconEfficiency } from '../src/cell/siliconEfficiency.ts';
import { cellSimulator, simulateCell } from '../src/cell/simulate.ts';
import { integrateIrradiance } from '../src/light/integrateIrradiance.ts';
import { photonCurrent, photonFluxInBins } from '../src/light/photonFlux.ts';
import { loadCell } from '../src/node/loadCell.ts';
import { loadOptics } from '../src/node/loadOptics.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import type { FacetVariation } from '../src/optics/facetTilt.ts';
import type { Texture } from '../src/optics/opticalCell.ts';
import { air } from '../src/optics/opticalConstants.ts';
import { radiativeRecombination } from '../src/optics/radiative.ts';
import { solveOptics } from '../src/optics/solveOptics.ts';
import { niewelt2022, richter2012 } from '../src/physics/auger.ts';
import { thermalTransmission } from '../src/physics/barrierTransmission.ts';
import { fermiDiracHalf } from '../src/physics/fermiDirac.ts';
import { boundDopants, neutralDopants } from '../src/physics/ionisation.ts';
import { relativeEmission } from '../src/physics/radiativeScreening.ts';
import { schenkNarrowing } from '../src/physics/schenkNarrowing.ts';
import { siliconGap } from '../src/physics/siliconGap.ts';
import { densityModels } from '../src/physics/siliconModels.ts';
import { siliconStates } from '../src/physics/siliconStates.ts';
import { thurmondGap } from '../src/physics/thurmondGap.ts';
import { fieldEnhancementAt } from '../src/physics/trapAssistedTunnelling.ts';
import { yanNarrowing } from '../src/physics/yanNarrowing.ts';
import { records } from './cell/recordCells.ts';

/** A sentence or a row of a page whose numbers, each a `#`, are computed, or bounds that a test has. */
export type Claim = { readonly page: string; readonly says: string } & (
  | { readonly are: () => Promise<readonly number[]> }
  | { readonly boundIn: string }
);

const am15g = () => loadSpectrum('am1.5g');

async function result(name: string, ...set: string[]) {
  const cell = await loadCell(name, { set });
  return simulateCell(cell, { spectrum: await am15g(), irradiance: 1000, temperature: 25 });
}

async function budget(name: string, ...set: string[]) {
  return opticalAnalysis(await loadCell(name, { set }), { spectrum: await am15g() }).budget;
}

/** What following the injected carriers changes: mV, % absolute twice. */
async function byInjection(name: string) {
  const [now, before] = [await result(name), await result(name, 'wafer.models.injection=none')];
  return [
    1e3 * (now.voc_V - before.voc_V),
    now.ff_pct - before.ff_pct,
    now.efficiency_pct - before.efficiency_pct,
  ];
}

/** Holes leave the heterojunction cell by a named film: in all, over the step, through the i-layer; mohm cm2. */
async function nanocrystallineContact(...set: string[]) {
  const film =
    'rear.layers.p={ name: p, kind: amorphous-silicon, material: nc-si-h-p, optics: a-si-h-p, thickness: 8 nm, collection: 0 % }';
  const simulator = cellSimulator(
    await loadCell('shj', { set: [film, ...set] }),
    await am15g(),
    25,
  );
  const { rows, current_mA_cm2 } = bandsAt(simulator, 1000, simulator.at(1000), 'mpp');
  const level = (place: string, at: 0 | -1) =>
    rows.filter((row) => row.place === place).at(at)!.efp_eV;
  const steps = [
    level('rear.p', -1) - level('wafer', -1),
    level('rear.i', 0) - level('wafer', -1),
    level('rear.i', -1) - level('rear.i', 0),
  ];
  return steps.map((step) => (1e6 * step) / current_mA_cm2);
}

/** An electrode on the p-layer of the heterojunction cell. */
const holeContact = (model: 'schottky' | 'tunnel', workFunction: number) => [
  `rear.contact={ model: ${model}, work_function: ${workFunction} eV, electron_velocity: 0 cm/s, hole_velocity: 0 cm/s }`,
];

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

async function limit(
  optics: 'tiedje' | 'lambertian',
  auger: 'richter2012' | 'niewelt2022',
  um: number,
  light = 'iec60904-3',
) {
  const models = { auger, narrowing: 'schenk1998', density: 'couderc2014' } as const;
  const input = { thickness: um * 1e-4, netDoping: 0, temperature: 298.15, optics, models };
  const constants = await loadOptics('c-si');
  const spectrum = await loadSpectrum(light);
  return siliconEfficiency({ ...input, constants }, spectrum, 1000).efficiency_pct;
}

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

const narrowing = ({ conduction, valence }: { conduction: number; valence: number }) =>
  1e3 * (conduction + valence);

const physics = 'docs/physics.md';
const optics = 'docs/optics-validation.md';

/** What README and guides state in their sentences and tables, outside of the outputs they show. */
export const claims: readonly Claim[] = [
  {
    page: 'README.md',
    says: '`simulateCell` gives the same numbers in Chromium to #.',
    boundIn: 'test/browser/simulateCell.test.ts',
  },
  {
    page: physics,
    says: '# mA/cm2 of AM1.5G lie between 280 and 1200 nm',
    are: async () => [photonCurrent(photonFluxInBins(await am15g(), [280, 1200])[0]!)],
  },
  { page: physics, says: "equal to pvlib's to #.", boundIn: 'test/light/clearSky.test.ts' },
  { page: physics, says: "every layer are tmm's to #.", boundIn: 'test/optics/tmm.test.ts' },
  {
    page: physics,
    says: 'All photons are accounted for to #.',
    boundIn: 'test/optics/waferLight.test.ts',
  },
  {
    page: physics,
    says: 'narrow the gap of a lowly doped wafer (of 1e15 donors by # meV more at 1e16 pairs a cm3)',
    are: async () => [
      narrowing(schenkNarrowing(1.1e16, 1e16, 1e15, 300)) -
        narrowing(schenkNarrowing(1e15, 1e5, 1e15, 300)),
    ],
  },
  { page: physics, says: '| shj | # | # | # |', are: () => byInjection('shj') },
  { page: physics, says: '| topcon | # | # | # |', are: () => byInjection('topcon') },
  { page: physics, says: '| perc, al-bsf | # | # | # |', are: () => byInjection('perc') },
  { page: physics, says: '| perc, al-bsf | # | # | # |', are: () => byInjection('al-bsf') },
  {
    page: physics,
    says: '[limit of silicon](limit.md) is # % absolute lower.',
    are: async () => [
      (await limit('tiedje', 'richter2012', 110)) - (await limit('tiedje', 'niewelt2022', 110)),
    ],
  },
  {
    page: physics,
    says: 'In neutral silicon at 300 K # of 1e18 phosphorus are, and # of as much boron',
    are: async () =>
      (['donors', 'acceptors'] as const).map((kind) => {
        const states = siliconStates(300);
        const band = kind === 'donors' ? states.conduction : states.valence;
        const bound = boundDopants(kind, 1e18, band, 300);
        let carriers = 1e18;
        for (let k = 0; k < 100; k++) carriers = 1e18 - neutralDopants(bound, carriers);
        return carriers / 1e18;
      }),
  },
  {
    page: physics,
    says: '# cm^-3 at 300 K, more than was measured since',
    are: async () => [densityModels.green1990.law(300)],
  },
  {
    page: physics,
    says: 'It is # meV wider at 25 degC',
    are: async () => [1e3 * (thurmondGap(298.15) - siliconGap(298.15))],
  },
  {
    page: physics,
    says: 'sqrt(24 m (kT)^3)/(q hbar) = # V/cm at 300 K',
    are: async () => [fieldEnhancementAt(300).field],
  },
  {
    page: physics,
    says: '1.2 nm let # of the electrons through',
    are: async () => [
      thermalTransmission({ front: 3.15, rear: 3.15, thickness: 1.2e-7, mass: 0.5 }, 300),
    ],
  },
  {
    page: physics,
    says: 'by # among 1e16 pairs a cm3, or not at all',
    are: async () => [relativeEmission(1.5e15 + 2e16, 300)],
  },
  {
    page: physics,
    says: '# cm^-3 s^-1 at 300 K with Green 2008.',
    are: async () => [radiativeRecombination(await loadOptics('c-si'), 300)],
  },
  {
    page: physics,
    says: 'detailed-balance voltage within # mV.',
    boundIn: 'test/device/limits.test.ts',
  },
  {
    page: physics,
    says: '| ni | 9.65e9, # cm^-3 |',
    are: async () => [densityModels.misiakos1993.law(300)],
  },
  { page: physics, says: '| F1/2(0) | # |', are: async () => [fermiDiracHalf(0)] },
  {
    page: physics,
    says: '| narrowing at 1e20 | # meV; # meV |',
    are: async () => [
      // Of the table, which the test of the law holds.
      90.838,
      narrowing(yanNarrowing(1e20, 0)),
    ],
  },
  {
    page: physics,
    says: '| Auger lifetimes | # ms, # ms |',
    // Of 1e15 pairs, as the example of the page has them.
    are: async () => [
      1e18 / (richter2012(4.936e15, 1.9e4, 1e15) * (4.936e15 + 1e15) * 1e15),
      1e18 / (niewelt2022(5.936e15, 1e15) * 5.936e15 * 1e15),
    ],
  },
  {
    page: physics,
    says: 'gives back 1.45e19 cm-3 (n, # eV) and 1.41e19 cm-3 (p, # eV) within 1 %',
    boundIn: 'test/cell/filmMaterials.test.ts',
  },
  {
    page: physics,
    says: 'electrode of 4.9 eV: # % to climb, # % to tunnel',
    are: async () => [
      (await result('shj', ...holeContact('schottky', 4.9))).efficiency_pct,
      (await result('shj', ...holeContact('tunnel', 4.9))).efficiency_pct,
    ],
  },
  {
    page: physics,
    says: 'up to # eV they do not | none at # eV, an S at # eV |',
    boundIn: 'test/device/tunnelContact.test.ts',
  },
  {
    page: physics,
    says: 'gives a fill factor of # % and # %/K, where modules have -0.258; with `wu1979` # % and #',
    are: async () => {
      const of = async (emission: string) => {
        const set = ['rear.layers.p.doping.density=1.41e19', `wafer.models.emission=${emission}`];
        const cell = await loadCell('shj', { set });
        const light = { spectrum: await am15g(), irradiance: 1000 };
        const [cool, hot] = [25, 65].map((temperature) =>
          simulateCell(cell, { ...light, temperature }),
        );
        return [cool!.ff_pct, (100 * (hot!.pmax_W_m2 / cool!.pmax_W_m2 - 1)) / 40];
      };
      return [...(await of('schroeder1994')), ...(await of('wu1979'))];
    },
  },
  {
    page: physics,
    says: 'of the # mohm cm2 of holes that leave `shj` by `nc-si-h-p` the step of the valence band takes # and the 6 nm of a-Si:H(i) #. With 4 nm and `emission: schroeder1994` it is #,',
    are: async () => {
      const thin = ['rear.layers.i.thickness=4nm', 'wafer.models.emission=schroeder1994'];
      return [...(await nanocrystallineContact()), (await nanocrystallineContact(...thin))[0]!];
    },
  },
  {
    page: physics,
    says: '| # % a nanometre with the p-layer of Ling 2015 |',
    are: async () => {
      const of = async (thickness: number) => {
        const set = ['rear.layers.p.doping.density=1.41e19cm^-3'];
        return (await result('shj', ...set, `rear.layers.i.thickness=${thickness}nm`)).ff_pct;
      };
      return [((await of(10)) - (await of(4))) / 6];
    },
  },
  {
    page: physics,
    says: 'FF # % at 0.1 eV, # % at 0.25 eV,',
    are: async () => {
      const of = async (level: number) => {
        const doping = `rear.layers.p.doping={ type: p, activation_energy: ${level} eV }`;
        return (await result('shj', ...holeContact('tunnel', 4.8), doping)).ff_pct;
      };
      return [await of(0.1), await of(0.25)];
    },
  },
  { page: physics, says: 'solving for them, to # V.', boundIn: 'src/circuit/keyFigures.ts' },
  {
    page: physics,
    says: "within # of the pvlib project's curves.",
    boundIn: 'test/circuit/singleDiode/preciseCurves.test.ts',
  },
  { page: physics, says: '# degrees from pvlib.', boundIn: 'test/validation/field.ts' },
  {
    page: physics,
    says: '| light current of three cells, every point below Voc | within # mA/cm2 |',
    boundIn: 'test/device/pc1dConverged.test.ts',
  },
  ...(
    [
      ['| | open-circuit voltage | within 10 uV |', 'test/device/pc1dConverged.test.ts'],
      ['| | dark current from # V on | within 0.1 % |', 'test/device/pc1dConverged.test.ts'],
      [
        '| Sesame (NIST), same mesh | light current | within # of Jsc |',
        'test/device/sesame.test.ts',
      ],
      ['| exact diode, radiative only | dark current | # |', 'test/device/limits.test.ts'],
      ['| detailed balance | open-circuit voltage | # mV |', 'test/device/limits.test.ts'],
      ['| conservation | current over depth | # of its scale |', 'test/device/balance.test.ts'],
      [
        '| 2,000 random stacks | solved, path-independent to # | all |',
        'test/device/randomPaths.test.ts',
      ],
      ['| tmm (Python) | R, T, absorption per film | # |', 'test/optics/tmm.test.ts'],
    ] as const
  ).map(([says, boundIn]) => ({ page: physics, says, boundIn })),
  {
    page: 'docs/energy.md',
    says: 'largest difference is below #,',
    boundIn: 'test/circuit/singleDiode/preciseCurves.test.ts',
  },
  {
    page: 'docs/simulate.md',
    says: 'is met by it to # % with 100 to 300 W/m² behind',
    boundIn: 'test/cell/bothSides.test.ts',
  },
  {
    page: 'docs/limit.md',
    says: 'In `am1.5g` the silicon limit is # % higher.',
    are: async () => [
      (await limit('tiedje', 'richter2012', 110, 'am1.5g')) -
        (await limit('tiedje', 'richter2012', 110)),
    ],
  },
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
  ...(
    [
      ['tiedje', 'richter2012', 110],
      ['lambertian', 'richter2012', 110],
      ['lambertian', 'niewelt2022', 105],
      ['tiedje', 'niewelt2022', 110],
    ] as const
  ).map(([law, auger, um]) => ({
    page: 'docs/limit.md',
    says: `| \`${law}\` | \`${auger}\` | ${um} µm | # % |`,
    are: async () => [await limit(law, auger, um)],
  })),
  ...['am1.5g', 'am1.5d', 'am0', 'e490', 'iec60904-3'].map((name) => ({
    page: 'docs/spectra.md',
    says: `| \`${name}\` | ... | # |`,
    are: async () => [integrateIrradiance(await loadSpectrum(name))],
  })),
];
