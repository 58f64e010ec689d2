/** Electrical properties of a film, as a cell file would give them. */
export interface FilmMaterial {
  readonly reference: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const ling =
  'Z. P. Ling et al., AIP Advances 5, 077124 (2015), doi:10.1063/1.4926809, table I, as implemented in the Unified Solar Cell Simulation templates of Fa-Jun Ma (MIT)';
const lin =
  'activation energy within that of H. Lin et al., Nature Energy 8, 789 (2023), doi:10.1038/s41560-023-01255-2';

/** What Ling's three films share. */
const amorphous = {
  affinity: '3.84 eV',
  permittivity: 11.7,
  conduction_states: '2e20 cm^-3',
  valence_states: '2e20 cm^-3',
};
const capture = { neutral: '6.5e-16 cm^2', charged: '6.5e-15 cm^2', thermal_velocity: '1e7 cm/s' };
const tails = (valence: string) => ({
  conduction: { density: '4e21 cm^-3/eV', urbach_energy: '30 meV' },
  valence: { density: '4e21 cm^-3/eV', urbach_energy: valence },
});
const bonds = (density: string, acceptor: string, donor: string) => ({
  acceptor: { density, energy: acceptor, width: '0.2 eV' },
  donor: { density, energy: donor, width: '0.2 eV' },
});

/**
 * Films of crystals in an amorphous (or oxide) matrix as one effective material: band edges lie
 * between those of crystalline silicon (1.12 eV, 4.05 eV) and of the matrix by the share of the
 * crystals. A tenth of the tail states of a-Si:H; dopants as the activation energy says. With it the
 * mobilities give the conductivities that are measured: 6.5 S/cm at a Hall mobility of 0.86 cm2/(V s) for
 * n (Martins 1997), 0.37 S/cm at 26 % crystals for p (Wang 2012), 0.1 to 10 S/cm in films of cells.
 */
const crystals = {
  permittivity: 11.7,
  conduction_states: '2e20 cm^-3',
  valence_states: '2e20 cm^-3',
  electron_mobility: '0.86 cm^2/(V s)',
  hole_mobility: '0.3 cm^2/(V s)',
  tails: {
    conduction: { density: '4e20 cm^-3/eV', urbach_energy: '30 meV' },
    valence: { density: '4e20 cm^-3/eV', urbach_energy: '45 meV' },
  },
  capture,
};
const estimate = (matrix: string, share: number) =>
  `${lin}; mobility to the conductivity of R. Martins et al., Thin Solid Films (1997), "Highly conductive and highly transparent n-type microcrystalline silicon thin films", and X. Q. Wang et al., Key Eng. Mater. (2012), p-nc-Si:H (abstracts); band edges estimated: ${share} % crystals, the rest ${matrix}, and a tenth of the tails of a-Si:H`;

/**
 * Films that a layer of kind `amorphous-silicon` may name as its `material`. Fields that the layer
 * gives itself go before these.
 */
export const filmMaterials = {
  'a-si-h-i': {
    reference: `intrinsic a-Si:H: ${ling}`,
    fields: {
      ...amorphous,
      band_gap: '1.75 eV',
      electron_mobility: '25 cm^2/(V s)',
      hole_mobility: '5 cm^2/(V s)',
      tails: tails('45 meV'),
      dangling_bonds: bonds('9e16 cm^-3/eV', '1.025 eV', '0.825 eV'),
      capture: { neutral: '1e-15 cm^2', charged: '1e-14 cm^2', thermal_velocity: '1e7 cm/s' },
    },
  },
  'a-si-h-n': {
    reference: `a-Si:H doped with phosphorus: ${ling}`,
    fields: {
      ...amorphous,
      band_gap: '1.80 eV',
      electron_mobility: '20 cm^2/(V s)',
      hole_mobility: '4 cm^2/(V s)',
      doping: { type: 'n', density: '1.45e19 cm^-3' },
      tails: tails('50 meV'),
      dangling_bonds: bonds('2.75e19 cm^-3/eV', '0.7 eV', '0.5 eV'),
      capture,
    },
  },
  'a-si-h-p': {
    reference: `a-Si:H doped with boron: ${ling}`,
    fields: {
      ...amorphous,
      band_gap: '1.75 eV',
      electron_mobility: '25 cm^2/(V s)',
      hole_mobility: '5 cm^2/(V s)',
      doping: { type: 'p', density: '1.41e19 cm^-3' },
      tails: tails('50 meV'),
      dangling_bonds: bonds('2.63e19 cm^-3/eV', '1.2 eV', '1.0 eV'),
      capture,
    },
  },
  'nc-si-h-n': {
    reference: `nanocrystalline silicon doped with phosphorus: ${estimate('a-Si:H', 60)}`,
    fields: {
      ...crystals,
      band_gap: '1.37 eV',
      affinity: '3.97 eV',
      doping: { type: 'n', activation_energy: '50 meV' },
    },
  },
  'nc-si-h-p': {
    reference: `nanocrystalline silicon doped with boron: ${estimate('a-Si:H', 60)}`,
    fields: {
      ...crystals,
      band_gap: '1.37 eV',
      affinity: '3.97 eV',
      doping: { type: 'p', activation_energy: '30 meV' },
    },
  },
  'nc-siox-h-n': {
    reference: `nanocrystalline silicon oxide doped with phosphorus: ${estimate('a-SiOx:H of 2.0 eV and 3.7 eV', 50)}`,
    fields: {
      ...crystals,
      band_gap: '1.56 eV',
      affinity: '3.88 eV',
      doping: { type: 'n', activation_energy: '100 meV' },
    },
  },
} as const satisfies Record<string, FilmMaterial>;

type Fields = Readonly<Record<string, unknown>>;

/**
 * A cell as read, with what its films' materials say filled in where the layer says nothing.
 *
 * @param value the cell before the check
 * @returns the same, but for layers that name a material; anything else is left for the check
 */
export function withFilmMaterials(value: unknown): unknown {
  if (!isGroup(value)) return value;
  const side = (given: unknown): unknown => {
    if (!isGroup(given) || !Array.isArray(given.layers)) return given;
    return { ...given, layers: given.layers.map(filled) };
  };
  return { ...value, front: side(value.front), rear: side(value.rear) };
}

function filled(layer: unknown): unknown {
  if (!isGroup(layer) || layer.kind !== 'amorphous-silicon') return layer;
  if (layer.material === undefined) return layer;
  const named = Object.entries(filmMaterials).find(([name]) => name === layer.material);
  // A name that is none is refused; then nothing else is to be called missing.
  return merged((named?.[1] ?? filmMaterials['a-si-h-i']).fields, layer);
}

/** Groups are merged; a doping that is given otherwise is not also that of the material. */
function merged(base: Fields, own: Fields): Fields {
  const result: Record<string, unknown> = { ...base, ...own };
  for (const [key, value] of Object.entries(own)) {
    const under = base[key];
    if (!isGroup(value) || !isGroup(under)) continue;
    const amount = key === 'doping' && ('density' in value || 'activation_energy' in value);
    result[key] = merged(amount ? { type: under.type } : under, value);
  }
  return result;
}

function isGroup(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
