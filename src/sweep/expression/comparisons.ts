/** Two quantities nearer than this, relative, are equal: what units leave in the last digits. */
const nearness = 1e-12;

/** Comparisons by the names that the parser gives them. */
export const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  smaller: (a, b) => a < b && !near(a, b),
  larger: (a, b) => a > b && !near(a, b),
  smallerEq: (a, b) => a < b || near(a, b),
  largerEq: (a, b) => a > b || near(a, b),
  equal: near,
  unequal: (a, b) => !near(a, b),
};

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= nearness * Math.max(Math.abs(a), Math.abs(b));
}
