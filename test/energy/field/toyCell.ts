import { deSotoDiode } from '../../../src/circuit/singleDiode/deSoto.ts';
import { diodeMaximumPower } from '../../../src/circuit/singleDiode/diodeFigures.ts';
import { loadModules } from '../../../src/node/loadModules.ts';

const modules = await loadModules();

/** A real module as a cell whose power costs microseconds, W/m2. */
export function moduleCell(name: string): (temperature: number) => (irradiance: number) => number {
  const module = modules.find((one) => one.name === name)!;
  return (temperature) => (irradiance) => {
    const best = diodeMaximumPower(deSotoDiode(module.diode, irradiance, temperature));
    return (best.voltage * best.current) / module.area_m2;
  };
}

export const heterojunction = moduleCell('Panasonic EVPV370');
export const conventional = moduleCell('Jinko JKM400M-72L-V');
