export { deSotoDiode, type ReferenceDiode } from './deSoto.ts';
export { type DiodeFigures, diodeFigures, diodeMaximumPower } from './diodeFigures.ts';
export { diodePointAt, openCircuitVoltage } from './diodePoints.ts';
export { type DiodePoint, junctionCurrent, type SingleDiode } from './singleDiode.ts';
