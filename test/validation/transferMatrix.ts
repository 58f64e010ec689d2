import { axis } from '../../src/report/plot/figure.ts';
import { frontStacks, solveFront, solveStack, tmm } from '../optics/tmmStacks.ts';
import { type Comparison, largest, lineAndDots } from './comparison.ts';

/** Films and their absorption beside the Python package tmm. */
export function compareTransferMatrix(): Comparison {
  const rows = tmm.coherent.flatMap(({ thickness_nm, rows }) =>
    rows.map((row) => {
      const { n, angle_deg, polarisation, wavelength_nm } = row;
      const ours = solveStack(n, thickness_nm, angle_deg, polarisation, wavelength_nm);
      return largest(ours, row.absorbed_by_layer);
    }),
  );
  const fronts = frontStacks.flatMap((stack) =>
    stack.cases.flatMap((light) =>
      stack.wavelength_nm.map((_, w) => Math.abs(solveFront(stack, light, w)[0]! - light.R[w]!)),
    ),
  );
  const stack = frontStacks[frontStacks.length - 1]!;
  const light = stack.cases.find((at) => at.angle_deg === 60 && at.polarisation === 'unpolarised')!;
  const ours = stack.wavelength_nm.map((_, w) => solveFront(stack, light, w));
  const line = (of: (w: number) => number) =>
    stack.wavelength_nm.map((wavelength, w) => [wavelength, of(w)] as const);
  const dots = (values: readonly number[]) => line((w) => values[w]!).filter((_, w) => w % 4 === 0);
  const films = light.absorbed_in_film ?? {};
  const labels = [{ labelAt: 900 }, { labelAt: 1000 }, { labelAt: 420 }] as const;
  return {
    title: 'tmm: coherent films and what each absorbs',
    text: 'The Python package tmm (S. Byrnes, arXiv:1603.02720): three stacks from 0 to 80° in both polarisations with every layer, and three fronts of cells from 300 to 1200 nm. The fronts (one shown, at 60°) are printed with nine digits. [The optics page](optics-validation.md) has textures, wafers, modules and measurements.',
    deviations: [
      {
        quantity: 'R, T and every layer of three stacks',
        found: Math.max(...rows),
        unit: 'absolute',
        bound: 1e-9,
      },
      { quantity: 'R of three fronts', found: Math.max(...fronts), unit: 'absolute', bound: 1e-9 },
    ],
    figure: {
      name: 'tmm',
      title: 'Front of a heterojunction cell at 60°: 70 nm ITO, 5 nm p, 5 nm i',
      subtitle: 'Lines: this program. Symbols: tmm 0.2.0. Unpolarised light, planar',
      panels: [
        {
          kind: 'curves',
          x: axis('wavelength_nm', 'Wavelength', 'nm', { tight: true }),
          y: axis('share', 'Share of the photons', '', { zero: true }),
          curves: [
            ...lineAndDots(
              0,
              'reflected',
              line((w) => ours[w]![0]!),
              dots(light.R),
              labels[0],
            ),
            ...Object.entries(films)
              .slice(0, 2)
              .flatMap(([name, values], j) =>
                lineAndDots(
                  j + 1,
                  name,
                  line((w) => ours[w]![j + 1]!),
                  dots(values),
                  labels[j + 1],
                ),
              ),
          ],
        },
      ],
    },
  };
}
