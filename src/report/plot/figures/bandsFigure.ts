import type { BandRow } from '../../../cell/bands.ts';
import type { SimulateDocument } from '../../simulateDocument.ts';
import { axis, type Curve, type CurvePanel, type Figure } from '../figure.ts';
import { styles } from '../seriesStyle.ts';
import { conditionsText } from './conditionsText.ts';

const levels = [
  { key: 'ec_eV', name: 'Ec', style: styles.blue },
  { key: 'efn_eV', name: 'Efn', style: styles.sky },
  { key: 'efp_eV', name: 'Efp', style: styles.orange },
  { key: 'ev_eV', name: 'Ev', style: styles.vermilion },
] as const;

/** Least depth of wafer beside the films, nm: what bends there. */
const leastWafer = 40;

/** Bands and quasi-Fermi levels: both faces in nanometres, the wafer between them in micrometres. */
export function bandsFigure(document: SimulateDocument): Figure | undefined {
  const { bands, cell, conditions } = document;
  if (!bands) return undefined;
  const { rows } = bands;
  const back = rows[rows.length - 1]!.depth_nm;
  const fromRear = rows.map((row) => ({ ...row, depth_nm: row.depth_nm - back }));
  const energies = rows.flatMap((row) => levels.map(({ key }) => row[key]));
  const [least, most] = [Math.min(...energies), Math.max(...energies)];
  const domain = [Math.floor(least * 5 - 0.3) / 5, Math.ceil(most * 5 + 0.3) / 5] as const;
  const panel = (
    title: string,
    from: readonly BandRow[],
    key: string,
    unit: 'nm' | 'µm',
    ends: readonly [number, number],
    place: { readonly first?: boolean; readonly last?: boolean } = {},
  ): CurvePanel => {
    const scale = unit === 'nm' ? 1 : 1e-3;
    const near = from.filter(
      ({ depth_nm }) => depth_nm * scale >= ends[0] && depth_nm * scale <= ends[1],
    );
    return {
      kind: 'curves',
      title,
      share: place.last ? 1.1 : 1,
      x: axis(key, place.last ? 'Depth from the rear' : 'Depth', unit, { domain: ends }),
      y: axis('energy_eV', 'Energy', 'eV', { domain, shared: place.first !== true }),
      curves: levels.map(
        (level): Curve => ({
          name: level.name,
          style: level.style,
          points: near.map((row) => [row.depth_nm * scale, row[level.key]]),
          unnamed: place.last !== true,
        }),
      ),
      spans:
        unit === 'nm'
          ? spansOf(near)
          : [{ from: ends[0], to: ends[1], name: 'wafer between films' }],
    };
  };
  const front = faceDepth(rows, 'front', (row) => row.depth_nm);
  const rear = faceDepth(rows, 'rear', (row) => back - row.depth_nm);
  return {
    name: 'bands',
    title: `Band diagram of ${cell}`,
    subtitle: `${conditionsText(conditions)}; ${biasText(bands)}. Energies over the Fermi level of the front contact`,
    arrangement: 'beside',
    panels: [
      panel('Front', rows, 'depth_nm', 'nm', [0, front], { first: true }),
      panel('Whole', rows, 'depth_um', 'µm', [0, back / 1e3]),
      panel('Rear', fromRear, 'depth_from_rear_nm', 'nm', [-rear, 0], { last: true }),
    ],
  };
}

function biasText({ bias, voltage_V }: NonNullable<SimulateDocument['bands']>): string {
  const at = `${voltage_V.toFixed(4)} V`;
  switch (bias) {
    case 'mpp':
      return `maximum power, ${at}`;
    case 'sc':
      return 'short circuit';
    case 'oc':
      return `open circuit, ${at}`;
    case 'equilibrium':
      return 'equilibrium, dark';
    default:
      return at;
  }
}

/** How deep a face is shown, nm: its films or diffusion, and as much of the wafer again. */
function faceDepth(
  rows: readonly BandRow[],
  side: 'front' | 'rear',
  depth: (row: BandRow) => number,
): number {
  const own = rows.filter(({ place }) => place.startsWith(`${side}.`)).map(depth);
  const end = own.length > 0 ? Math.max(...own) : 0;
  return Math.ceil((end + Math.max(leastWafer, end * 0.8)) / 10) * 10;
}

/** Layers by name, without the side, which the panel's title has. */
function spansOf(rows: readonly BandRow[]): { from: number; to: number; name: string }[] {
  const spans: { from: number; to: number; name: string }[] = [];
  for (const { depth_nm, place } of rows) {
    const name = place.replace(/^(front|rear)\./, '');
    const last = spans[spans.length - 1];
    if (last?.name === name) last.to = depth_nm;
    else spans.push({ from: last?.to ?? depth_nm, to: depth_nm, name });
  }
  return spans;
}
