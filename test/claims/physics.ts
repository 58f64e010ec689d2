import { bandsAt } from '../../src/cell/bands.ts';
import { cellSimulator, simulateCell } from '../../src/cell/simulate.ts';
import { photonCurrent, photonFluxInBins } from '../../src/light/photonFlux.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { radiativeRecombination } from '../../src/optics/radiative.ts';
import { niewelt2022, richter2012 } from '../../src/physics/auger.ts';
import { thermalTransmission } from '../../src/physics/barrierTransmission.ts';
import { fermiDiracHalf } from '../../src/physics/fermiDirac.ts';
import { boundDopants, neutralDopants } from '../../src/physics/ionisation.ts';
import { relativeEmission } from '../../src/physics/radiativeScreening.ts';
import { schenkNarrowing } from '../../src/physics/schenkNarrowing.ts';
import { siliconGap } from '../../src/physics/siliconGap.ts';
import { densityModels } from '../../src/physics/siliconModels.ts';
import { siliconStates } from '../../src/physics/siliconStates.ts';
import { thurmondGap } from '../../src/physics/thurmondGap.ts';
import { fieldEnhancementAt } from '../../src/physics/trapAssistedTunnelling.ts';
import { yanNarrowing } from '../../src/physics/yanNarrowing.ts';
import { am15g, type Claim, limit, result } from './claim.ts';

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

const narrowing = ({ conduction, valence }: { conduction: number; valence: number }) =>
  1e3 * (conduction + valence);

const physics = 'docs/physics.md';

/** What the page of the models states. */
export const physicsClaims: readonly Claim[] = [
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
    says: 'fill factor is # % at 2.2 nm and # % at 2.5',
    are: async () => {
      const of = async (nm: number) =>
        (await result('topcon', `rear.layers.poly.oxide={ thickness: ${nm} nm }`)).ff_pct;
      return [await of(2.2), await of(2.5)];
    },
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
        '| 80 of them, by another path of light and bias | current | # |',
        'test/device/randomPaths.test.ts',
      ],
      ['| tmm (Python) | R, T, absorption per film | # |', 'test/optics/tmm.test.ts'],
    ] as const
  ).map(([says, boundIn]) => ({ page: physics, says, boundIn })),
];
