/**
 * What stands between junction and terminals: resistances, grids, diodes; key figures of a curve.
 *
 * @module solarcell/circuit
 */

export { type GridGeometry, type GridResistance, gridResistance } from './gridResistance.ts';
export {
  type CurvePlace,
  type Junction,
  type KeyFigures,
  keyFigures,
  maximumPower,
} from './keyFigures.ts';
export * from './singleDiode/index.ts';
export { type Circuit, type CurvePoint, type TerminalPoint, terminalPoint } from './terminal.ts';
