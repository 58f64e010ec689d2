import type { CellDescription } from '../../../cell/schema.ts';
import { dopingFromResistivity } from '../../../physics/resistivity.ts';
import type { FaceShape, Figure, Film } from '../figure.ts';
import { type FilmLook, filmLooks } from '../filmLooks.ts';
import { tickText } from '../ticks.ts';

type Layer = CellDescription['front']['layers'][number];

const shapes = {
  planar: 'planar',
  'random-pyramids': 'pyramids',
  'regular-pyramids': 'pyramids',
  'inverted-pyramids': 'pits',
} as const satisfies Record<CellDescription['front']['texture'], FaceShape>;

const wafer: FilmLook = { color: '#9DC3E0', ansi: 110, glyph: '.' };
/** Of a diffused region by its dopants: as the wafer, cooler or warmer. */
const diffused: Readonly<Record<'n' | 'p', FilmLook>> = {
  n: { color: '#6FA8D6', ansi: 74, glyph: 'n' },
  p: { color: '#D9A08B', ansi: 174, glyph: 'p' },
};

/**
 * What a cell is built of, to scale: films of nanometres beside the wafer.
 *
 * @param cell its description
 */
export function stackFigure(cell: CellDescription): Figure {
  const looks = filmLooks(filmNames(cell));
  const lookOf = (name: string): FilmLook => {
    const { color, ansi, glyph } = looks.get(name)!;
    return { color, ansi, glyph };
  };
  const film =
    (side: 'front' | 'rear') =>
    (layer: Layer): Film => ({
      name: `${side}.${layer.name}`,
      detail: materialText(layer),
      thickness: layer.thickness,
      ...lookOf(`${side}.${layer.name}`),
    });
  const diffusions = (side: 'front' | 'rear') =>
    cell.wafer.diffusions
      .filter((one) => one.side === side)
      .map(({ name, type, peak, depth, profile }): Film => {
        const dopants = peak === undefined ? profile : `${densityText(peak)} ${profile}`;
        return {
          name,
          detail: `${type}, ${dopants}`,
          ...(depth === undefined ? {} : { thickness: depth * 1e3 }),
          inWafer: true,
          ...diffused[type],
        };
      });
  const { type, density, resistivity = 1 } = cell.wafer.doping;
  const { rear } = cell;
  return {
    name: 'stack',
    title: `Layers of ${cell.name}`,
    subtitle:
      'Light comes from above. Heights of films go with the logarithm of their thickness; the wafer is cut',
    panels: [
      {
        kind: 'films',
        front: shapes[cell.front.texture],
        rear: shapes[rear.texture],
        films: [
          ...cell.front.layers.map(film('front')),
          ...diffusions('front'),
          {
            name: 'wafer',
            detail: `${cell.wafer.optics}, ${type} ${densityText(density ?? dopingFromResistivity(resistivity, type))}`,
            thickness: cell.wafer.thickness * 1e3,
            isWafer: true,
            ...wafer,
          },
          ...diffusions('rear'),
          ...rear.layers.map(film('rear')),
          ...(rear.outside === 'air'
            ? []
            : [
                {
                  name: `rear.${rear.outside}`,
                  detail: 'behind',
                  ...lookOf(`rear.${rear.outside}`),
                },
              ]),
        ],
      },
    ],
  };
}

/** Films, fingers and what is behind, as results name them. */
function filmNames({ front, rear }: CellDescription): string[] {
  const names = (side: 'front' | 'rear', { layers, fingers }: CellDescription['front']) => [
    ...layers.map(({ name }) => `${side}.${name}`),
    ...(fingers ? [`${side}.fingers`] : []),
  ];
  const behind = rear.outside === 'air' ? [] : [`rear.${rear.outside}`];
  return [...names('front', front), ...names('rear', rear), ...behind];
}

function materialText(layer: Layer): string {
  const optics = [layer.optics, ...(layer.mixed_with ?? []).map((grain) => grain.optics)];
  const doping = 'doping' in layer ? layer.doping : undefined;
  return [
    optics.join(' + '),
    ...(doping === undefined ? [] : [`${doping.type} ${dopingText(doping)}`]),
  ].join(', ');
}

function dopingText(doping: {
  density?: number | undefined;
  activation_energy?: number | undefined;
}): string {
  if (doping.density !== undefined) return densityText(doping.density);
  return `${tickText((doping.activation_energy ?? 0) * 1000)} meV`;
}

function densityText(density: number): string {
  return `${tickText(density)} cm⁻³`;
}
