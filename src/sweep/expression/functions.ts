/** A function of plain numbers. */
type PlainFunction = (x: number) => number;

/** Functions of one plain number that an expression may call. */
export const plainFunctions: Readonly<Record<string, PlainFunction>> = {
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  log2: Math.log2,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  tanh: Math.tanh,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  round: Math.round,
  floor: Math.floor,
  ceil: Math.ceil,
  sign: Math.sign,
};

/** Functions that keep the unit of what they are given. */
export const keepingFunctions: Readonly<Record<string, PlainFunction>> = { abs: Math.abs };

/** Functions of several quantities of one unit. */
export const choosingFunctions: Readonly<Record<string, (a: number, b: number) => number>> = {
  min: Math.min,
  max: Math.max,
};

/** Roots, by the power that they are. */
export const rootFunctions: Readonly<Record<string, number>> = { sqrt: 1 / 2, cbrt: 1 / 3 };

/** Every name, for messages. */
export const functionNames: readonly string[] = [
  ...Object.keys(plainFunctions),
  ...Object.keys(keepingFunctions),
  ...Object.keys(choosingFunctions),
  ...Object.keys(rootFunctions),
];
