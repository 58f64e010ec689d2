import type { CellDescription } from '../cell/schema.ts';

/** A law that no cell file chooses: it holds wherever what it is about is there. */
export interface FixedLaw {
  readonly model: string;
  readonly name: string;
  readonly reference: string;
  /** In the place of a field to choose it with. */
  readonly when: string;
  /** Whether a cell has what it is about. */
  holdsFor(cell: CellDescription): boolean;
}

const always = { when: 'always', holdsFor: () => true } as const;

const layersOf = ({ front, rear }: CellDescription) => [...front.layers, ...rear.layers];
const amorphousOf = (cell: CellDescription) =>
  layersOf(cell).filter((layer) => layer.kind === 'amorphous-silicon');
const circuitHas = (part: 'grid' | 'edge') => ({
  when: `circuit.${part}`,
  holdsFor: ({ circuit }: CellDescription) => circuit[part] !== undefined,
});

/** Laws in the way of the light; each stands beside its formula, too. */
export const fixedLaws: readonly FixedLaw[] = [
  {
    model: 'films',
    name: 'transfer matrix',
    reference: 'S. J. Byrnes, Multilayer optical calculations, arXiv:1603.02720',
    ...always,
  },
  {
    model: 'mixed films',
    name: 'bruggeman1935',
    reference: 'D. A. G. Bruggeman, Ann. Phys. 416, 636 (1935), doi:10.1002/andp.19354160705',
    when: 'layers.NAME.mixed_with',
    holdsFor: (cell) => layersOf(cell).some(({ mixed_with }) => mixed_with !== undefined),
  },
  {
    model: 'statistics',
    name: 'fermi-dirac',
    reference:
      'J. S. Blakemore, Solid-State Electron. 25, 1067 (1982), doi:10.1016/0038-1101(82)90143-5',
    ...always,
  },
  {
    model: 'recombination by centres',
    name: 'shockley-read-hall',
    reference: 'W. Shockley, W. T. Read, Phys. Rev. 87, 835 (1952), doi:10.1103/PhysRev.87.835',
    ...always,
  },
  {
    model: 'dopants of a wafer',
    name: 'resistivity',
    reference: 'the density whose majority carriers, at the mobility of klaassen1992, conduct so',
    when: 'wafer.doping.resistivity',
    holdsFor: ({ wafer }) => wafer.doping.density === undefined,
  },
  {
    model: 'gap states of films',
    name: 'tails, dangling bonds',
    reference:
      'Shockley-Read-Hall at every energy, as Z. P. Ling et al., AIP Advances 5, 077124 (2015), doi:10.1063/1.4926809',
    when: 'layers.NAME.tails, dangling_bonds',
    holdsFor: (cell) =>
      amorphousOf(cell).some(
        ({ tails, dangling_bonds }) => tails !== undefined || dangling_bonds !== undefined,
      ),
  },
  {
    model: 'gap states of films',
    name: 'amphoteric bonds',
    reference: 'C.-T. Sah, W. Shockley, Phys. Rev. 109, 1103 (1958), doi:10.1103/PhysRev.109.1103',
    when: 'layers.NAME.dangling_bonds.amphoteric',
    holdsFor: (cell) =>
      amorphousOf(cell).some((film) => film.dangling_bonds?.amphoteric !== undefined),
  },
  {
    model: 'tunnel oxide',
    name: 'wentzel1926',
    reference:
      'WKB through a barrier of the oxide at flat bands: G. Wentzel, Z. Phys. 38, 518 (1926), doi:10.1007/BF01397171',
    when: 'layers.NAME.oxide.thickness',
    holdsFor: (cell) =>
      layersOf(cell).some(
        (layer) => layer.kind === 'crystalline-silicon' && layer.oxide?.thickness !== undefined,
      ),
  },
  {
    model: 'grid',
    name: 'fingers, busbars',
    reference:
      'A. Mette, dissertation, University of Freiburg (2007); H. H. Berger, J. Electrochem. Soc. 119, 507 (1972), doi:10.1149/1.2404240',
    ...circuitHas('grid'),
  },
  {
    model: 'edge',
    name: 'diode of ideality 2',
    reference:
      'A. Fell et al., IEEE J. Photovoltaics 8, 428 (2018), doi:10.1109/JPHOTOV.2017.2787020',
    ...circuitHas('edge'),
  },
];
