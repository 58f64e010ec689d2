import { axis } from '../../src/report/plot/figure.ts';
import { besideSentaurus, sentaurusContacts } from '../device/sentaurusContacts.ts';
import { type Comparison, lineAndDots } from './comparison.ts';

type Rows = ReturnType<typeof besideSentaurus>;
type Key = 'ec_eV' | 'ev_eV' | 'efp_eV';

/** Sentaurus' cuts through both contacts of a heterojunction cell: films with all their gap states. */
export async function compareSentaurus(): Promise<Comparison> {
  const own = await sentaurusContacts('wu1979');
  const [p, n] = [
    besideSentaurus(own, 'p', 'equilibrium'),
    besideSentaurus(own, 'n', 'equilibrium'),
  ];
  const lit = besideSentaurus(await sentaurusContacts('schroeder1994'), 'p', 'short-circuit');
  const films = (rows: Rows) => rows.filter(({ theirs }) => theirs.place !== 'wafer');
  const off = (rows: Rows, key: Key) =>
    1e3 * Math.max(...rows.map((row) => Math.abs(row[key] - row.theirs[key])));
  const panel = (rows: Rows, name: string) => {
    const line = (key: Key) => rows.map((row) => [row.theirs.depth_nm, row[key]] as const);
    const dots = (key: Key) =>
      rows
        .filter((_, i) => i % 2 === 0)
        .map(({ theirs }) => [theirs.depth_nm, theirs[key]] as const);
    return {
      kind: 'curves' as const,
      x: axis('from_contact_nm', `From the ${name} contact`, 'nm', { domain: [0, 120] }),
      y: axis('energy_eV', 'Energy', 'eV'),
      curves: [
        ...lineAndDots(0, 'Ec', line('ec_eV'), dots('ec_eV'), { labelAt: 70 }),
        ...lineAndDots(1, 'Ev', line('ev_eV'), dots('ev_eV'), { labelAt: 70, labelSide: 'below' }),
      ],
    };
  };
  return {
    title: 'Sentaurus: both contacts of a heterojunction cell',
    text: 'Band edges across a-Si:H(i) of 6 nm and a-Si:H(p) or (n) of 20 nm on silicon, with tails, dangling bonds and all other values of Ling 2015 (doi:10.1063/1.4926809), beside cuts through the stripes of a back-contacted cell that Sentaurus T-2022.03 solved in two dimensions (templates of Fa-Jun Ma). No value is adjusted. In the light the level of holes follows with Sentaurus’ emission over the step of the valence band (`wafer.models.emission: schroeder1994`): with the mass of the film’s density of states, and doubled. The default, `wu1979`, lets across what silicon, the lighter side, sends towards the step, an eighth of it: 47 mA/cm2 take 16 mV where Sentaurus has 1.8 mV, so that a p-layer of Ling’s values costs more fill factor. `test/device/sentaurus.test.ts` holds that too, and the recombination at the interfaces (a fifth more).',
    deviations: [
      {
        quantity: 'band edges in the films, both contacts, equilibrium',
        found: Math.max(off(films(p), 'ec_eV'), off(films(n), 'ec_eV')),
        unit: 'mV',
        bound: 0.6,
      },
      {
        quantity: 'conduction band in 94 nm of silicon, both contacts, equilibrium',
        found: Math.max(off(p, 'ec_eV'), off(n, 'ec_eV')),
        unit: 'mV',
        bound: 0.7,
      },
      {
        quantity: 'level of holes to the p contact, short circuit, same emission',
        found: off(lit, 'efp_eV'),
        unit: 'mV',
        bound: 0.2,
      },
    ],
    figure: {
      name: 'sentaurus',
      title: 'Contacts of a heterojunction cell in equilibrium',
      subtitle: 'Lines: this program. Symbols: Sentaurus. Films of Ling 2015, silicon beyond 26 nm',
      arrangement: 'beside',
      panels: [panel(p, 'p'), panel(n, 'n')],
    },
  };
}
