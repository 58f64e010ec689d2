import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absorptionAtDepth } from '../../src/optics/depthProfile.ts';
import { gaussPoints, gaussWeights } from '../../src/optics/gaussLegendre.ts';
import { planarStack } from '../../src/optics/planarStack.ts';
import { coherentStack, type StackArrays } from '../../src/optics/transferMatrix.ts';

type FilmRow = [n: number, k: number, nm: number];
interface Row {
  name: string;
  n0: number;
  films: FilmRow[];
  substrate: [n: number, k: number];
  wavelength_nm: number;
  sine: number;
  angle_deg: number;
  polarisation: 's' | 'p';
  shares: number[];
}
const reference = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../reference/${name}`, import.meta.url), 'utf8'));
const { rows } = reference('mpmath/stacks.json') as { rows: Row[] };

function arrays(films: readonly FilmRow[], [n, k]: readonly [number, number]): StackArrays {
  return {
    films: films.length,
    n: Float64Array.of(...films.map((film) => film[0]), n),
    k: Float64Array.of(...films.map((film) => film[1]), k),
    thickness: Float64Array.from(films, (film) => film[2]),
  };
}

function worstOf(name: string): number {
  let worst = 0;
  for (const row of rows.filter((one) => one.name === name)) {
    const out = new Float64Array(row.films.length + 2);
    const stack = arrays(row.films, row.substrate);
    const { n0, sine, polarisation } = row;
    coherentStack(stack, n0, n0 * sine, row.wavelength_nm, polarisation === 's' ? 0 : 1, out);
    row.shares.forEach((share, j) => {
      worst = Math.max(worst, Math.abs(out[j]! - share));
    });
  }
  return worst;
}

describe('stacks of 50 digits, to 89.9999 degrees and out of a dense medium', () => {
  it.each([...new Set(rows.map(({ name }) => name))])('%s: every share to 1e-12', (name) => {
    expect(rows.filter((row) => row.name === name).length).toBeGreaterThanOrEqual(12);
    expect(worstOf(name)).toBeLessThan(1e-12);
  });
});

interface DepthRow {
  wavelength_nm: number;
  polarisation: 's' | 'p';
  angle_deg: number;
  n: [number, number][];
  thickness_nm: (number | null)[];
  points: { layer: number; depth_nm: number; absorbed_per_nm: number }[];
}

describe('absorption in depth is the divergence of the Poynting vector', () => {
  const { depth_resolved } = reference('tmm/tmm.json') as { depth_resolved: DepthRow[] };

  it.each(depth_resolved)('of tmm, $angle_deg degrees, $polarisation', (row) => {
    const films = row.n.slice(1, -1).map(([n, k], j): FilmRow => [n, k, row.thickness_nm[j + 1]!]);
    const stack = arrays(films, row.n.at(-1)!);
    const kx = Math.sin((row.angle_deg * Math.PI) / 180);
    for (const { layer, depth_nm, absorbed_per_nm } of row.points) {
      const place = { film: layer - 1, depth: depth_nm };
      const polarisation = row.polarisation === 's' ? 0 : 1;
      const found = absorptionAtDepth(stack, 1, kx, row.wavelength_nm, polarisation, place);
      expect(Math.abs(found / absorbed_per_nm - 1)).toBeLessThan(1e-11);
    }
    expect(() => absorptionAtDepth(stack, 1, kx, 500, 0, { film: 0, depth: 71 })).toThrow(
      'depth 71 nm is not in film 0 of 2',
    );
  });

  it('and adds up to what each film takes', () => {
    const film = fc.tuple(
      fc.double({ min: 0.3, max: 5, noNaN: true }),
      fc.double({ min: 1e-4, max: 3, noNaN: true }),
      fc.double({ min: 1, max: 150, noNaN: true }),
    );
    const angle = fc.double({ min: 0, max: 88, noNaN: true });
    fc.assert(
      fc.property(fc.array(film, { minLength: 1, maxLength: 4 }), angle, (films, degrees) => {
        const stack = arrays(films, [3.6, 0.01]);
        const kx = Math.sin((degrees * Math.PI) / 180);
        const out = new Float64Array(films.length + 2);
        for (const polarisation of [0, 1] as const) {
          coherentStack(stack, 1, kx, 600, polarisation, out);
          films.forEach(([, , nm], j) => {
            const parts = Math.ceil(nm / 10);
            let sum = 0;
            for (let part = 0; part < parts; part++) {
              gaussPoints.forEach((point, g) => {
                const depth = ((part + point) / parts) * nm;
                const at = absorptionAtDepth(stack, 1, kx, 600, polarisation, { film: j, depth });
                sum += (gaussWeights[g]! * at * nm) / parts;
              });
            }
            expect(Math.abs(sum - out[j + 1]!)).toBeLessThan(1e-9);
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('thick and thin layers in any order', () => {
  const layer = fc.record({
    n: fc.double({ min: 1.1, max: 4, noNaN: true }),
    k: fc.oneof(fc.constant(0), fc.double({ min: 1e-7, max: 1e-3, noNaN: true })),
    thickness: fc.double({ min: 1, max: 300, noNaN: true }),
    incoherent: fc.boolean(),
  });
  const light = fc.record({
    wavelength: fc.double({ min: 300, max: 1200, noNaN: true }),
    angle: fc.double({ min: 0, max: 89.9, noNaN: true }),
    polarisation: fc.constantFrom('s' as const, 'p' as const, 'unpolarised' as const),
    inner: fc.constantFrom('real' as const, 'complex' as const),
  });
  // Thick layers of a tenth to a third of a millimetre.
  const stacks = fc
    .array(layer, { minLength: 0, maxLength: 6 })
    .map((layers) =>
      layers.map((one) => (one.incoherent ? { ...one, thickness: one.thickness * 1e3 } : one)),
    );

  it('lose no photon, whichever index the inner faces are met from', () => {
    fc.assert(
      fc.property(stacks, light, (layers, at) => {
        const shares = planarStack({ front: 1, layers, rear: { n: 1.5, k: 0 } }, at);
        const { reflected, absorbed, transmitted } = shares;
        const sum = absorbed.reduce((all, share) => all + share, reflected + transmitted);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
        if (at.inner === 'real') {
          for (const share of absorbed) expect(share).toBeGreaterThan(-1e-12);
        }
      }),
      { numRuns: 500 },
    );
  });

  // With a real index inside a face is entered towards n + ik and left from n: alike where the
  // thick layers are clear.
  it('pass as much from either side', () => {
    fc.assert(
      fc.property(stacks, light, (any, at) => {
        const clear = at.inner === 'real';
        const layers = any.map((one) => (clear && one.incoherent ? { ...one, k: 0 } : one));
        const stack = { front: 1, layers, rear: { n: 1, k: 0 } };
        const turned = { ...stack, layers: layers.toReversed() };
        const [forth, back] = [planarStack(stack, at), planarStack(turned, at)];
        expect(Math.abs(forth.transmitted - back.transmitted)).toBeLessThan(1e-11);
      }),
      { numRuns: 300 },
    );
  });

  it('are a coherent stack where no layer is thick, and a pane of glass where one is', () => {
    const films: FilmRow[] = [
      [2.05, 0.01, 70],
      [4.3, 0.3, 5],
    ];
    const layers = films.map(([n, k, thickness]) => ({ n, k, thickness }));
    const out = new Float64Array(4);
    coherentStack(arrays(films, [3.8, 0.01]), 1, 0.5, 600, 1, out);
    const at = { wavelength: 600, angle: 30, polarisation: 'p' as const };
    const shares = planarStack({ front: 1, layers, rear: { n: 3.8, k: 0.01 } }, at);
    const found = [shares.reflected, ...shares.absorbed, shares.transmitted];
    found.forEach((share, j) => {
      expect(Math.abs(share - out[j]!)).toBeLessThan(1e-14);
    });
    const pane = { n: 1.5, k: 0, thickness: 3.2e6, incoherent: true };
    const glass = planarStack(
      { front: 1, layers: [pane], rear: { n: 1, k: 0 } },
      { wavelength: 600 },
    );
    expect(glass.reflected).toBeCloseTo((2 * 0.04) / 1.04, 14);
    expect(() =>
      planarStack({ front: 1, layers, rear: pane }, { wavelength: 600, angle: 90 }),
    ).toThrow('angle of incidence 90 degrees');
  });
});
