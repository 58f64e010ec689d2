import type { PhotonEnd } from '../../../cell/photonEnds.ts';
import type { CellDescription } from '../../../cell/schema.ts';
import { dopingFromResistivity } from '../../../physics/resistivity.ts';
import type { FaceShape, Figure, Film } from '../figure.ts';
import { fills } from '../seriesStyle.ts';
import { tickText } from '../ticks.ts';
import { photonLayers } from './eqeFigure.ts';

type Look = Pick<Film, 'color' | 'ansi' | 'glyph'>;
type Layer = CellDescription['front']['layers'][number];

const shapes = {
  planar: 'planar',
  'random-pyramids': 'pyramids',
  'regular-pyramids': 'pyramids',
  'inverted-pyramids': 'pits',
} as const satisfies Record<CellDescription['front']['texture'], FaceShape>;

/** Of what takes no light that could be seen. */
const clear: Look = { color: '#E8EEF2', ansi: 255, glyph: ' ' };
const wafer: Look = { color: '#9DC3E0', ansi: 110, glyph: '.' };
const metal: Look = { color: '#8A8A8A', ansi: 245, glyph: '&' };
/** Of a diffused region by its dopants: as the wafer, cooler or warmer. */
const diffused: Readonly<Record<'n' | 'p', Look>> = {
  n: { color: '#6FA8D6', ansi: 74, glyph: 'n' },
  p: { color: '#D9A08B', ansi: 174, glyph: 'p' },
};

/**
 * What a cell is built of, to scale: films of nanometres beside the wafer.
 *
 * @param cell its description
 * @param ends where its photons end: films have the colours that they have there, and those that take
 *   no light that could be seen are pale; each film has a colour of its own when left out
 */
export function stackFigure(cell: CellDescription, ends?: readonly PhotonEnd[]): Figure {
  const looks = ends ? looksOf(ends) : ownLooks(cell);
  const film =
    (side: 'front' | 'rear') =>
    (layer: Layer): Film => ({
      name: `${side}.${layer.name}`,
      detail: materialText(layer),
      thickness: layer.thickness,
      ...lookOf(looks.get(`${side}.${layer.name}`) ?? clear),
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
                  ...lookOf(looks.get(`rear.${rear.outside}`) ?? metal),
                },
              ]),
        ],
      },
    ],
  };
}

function looksOf(ends: readonly PhotonEnd[]): ReadonlyMap<string, Look> {
  const layers = photonLayers(ends);
  return new Map(ends.map(({ place }, k) => [place, layers[k]!]));
}

function ownLooks({ front, rear }: CellDescription): ReadonlyMap<string, Look> {
  const names = [
    ...front.layers.map(({ name }) => `front.${name}`),
    ...rear.layers.map(({ name }) => `rear.${name}`),
  ];
  return new Map(names.map((name, k) => [name, fills[k % fills.length]!]));
}

function lookOf({ color, ansi, glyph }: Look): Look {
  return { color, ansi, glyph };
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
