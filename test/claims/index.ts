import { integrateIrradiance } from '../../src/light/integrateIrradiance.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { type Claim, limit } from './claim.ts';
import { opticsClaims } from './optics.ts';
import { physicsClaims } from './physics.ts';

/** What README and guides state in their sentences and tables, outside of the outputs they show. */
export const claims: readonly Claim[] = [
  ...physicsClaims,
  ...opticsClaims,
  {
    page: 'README.md',
    says: '`simulateCell` gives the same numbers in Chromium to #.',
    boundIn: 'test/browser/simulateCell.test.ts',
  },
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
