import { amorphousFilm } from '../../cell/amorphousFilm.ts';
import type { CellDescription } from '../../cell/schema.ts';
import { dopingFromResistivity } from '../../physics/resistivity.ts';
import { thicknessText } from '../plot/figure.ts';
import { column, type Section, type SectionValue } from '../section.ts';

type Layer = CellDescription['front']['layers'][number];

const kinds = {
  coating: 'coating',
  'amorphous-silicon': 'amorphous silicon',
  'crystalline-silicon': 'crystalline silicon',
} as const satisfies Record<Layer['kind'], string>;

/** What a cell is built of, from the light inwards. */
export function layersSection({ front, wafer, rear }: CellDescription): Section {
  const layer =
    (side: string) =>
    (film: Layer): SectionValue[] => [
      `${side}.${film.name}`,
      'material' in film && film.material !== undefined ? film.material : kinds[film.kind],
      [film.optics, ...(film.mixed_with ?? []).map(({ optics }) => optics)].join(' + '),
      film.thickness,
      'doping' in film && film.doping ? film.doping.type : undefined,
      dopantsOf(film),
    ];
  const diffusions = (side: 'front' | 'rear') =>
    wafer.diffusions
      .filter((diffusion) => diffusion.side === side)
      .map(({ name, type, profile, peak, depth }): SectionValue[] => [
        `wafer.diffusions.${name}`,
        `diffusion, ${profile}`,
        undefined,
        depth === undefined ? undefined : depth * 1e3,
        type,
        peak,
      ]);
  const { type, density, resistivity = 1 } = wafer.doping;
  const dopants = density ?? dopingFromResistivity(resistivity, type);
  const records = [
    ...front.layers.map(layer('front')),
    ...diffusions('front'),
    ['wafer', 'crystalline silicon', wafer.optics, wafer.thickness * 1e3, type, dopants],
    ...diffusions('rear'),
    ...rear.layers.map(layer('rear')),
    ...(rear.outside === 'air'
      ? []
      : [[`rear.${rear.outside}`, 'behind', rear.outside, undefined, undefined, undefined]]),
  ];
  const thickness = 3;
  return {
    title: 'Layers, from the light inwards',
    columns: [
      column('layer', 'Layer', '', 0),
      column('kind', 'Kind', '', 0),
      column('optics', 'Optical constants', '', 0),
      column('thickness_nm', 'Thickness', '', 1),
      column('doping', 'Type', '', 0),
      column('density_cm3', 'Dopants', 'cm⁻³', { significant: 3 }),
    ],
    rows: records.map((row) =>
      row.map((value, c) =>
        c === thickness && typeof value === 'number' ? thicknessText(value) : value,
      ),
    ),
    records,
    notes: [
      `Front: ${front.texture}; rear: ${rear.texture}.`,
      'Of a diffusion: its scale of depth, its peak.',
    ],
  };
}

/** Density of dopants, cm^-3; undefined for a film without. */
function dopantsOf(film: Layer): number | undefined {
  if (film.kind === 'coating' || film.doping === undefined) return undefined;
  if (film.kind === 'crystalline-silicon') return film.doping.density;
  return Math.abs(amorphousFilm(film).input.netDoping);
}
