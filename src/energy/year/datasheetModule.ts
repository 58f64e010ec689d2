import { deSotoDiode } from '../../circuit/singleDiode/deSoto.ts';
import { diodeMaximumPower } from '../../circuit/singleDiode/diodeFigures.ts';
import type { PvModule } from '../field/parseModules.ts';
import type { FieldCell } from './fieldCell.ts';

/**
 * Of commercial modules, whose optics are not known: 0.9, as PVsyst takes for all (user's manual,
 * "Array thermal losses").
 */
const usualAbsorptance = 0.9;

/**
 * A commercial module in the field: the California Energy Commission's single diode, per area of the
 * module. Its rear is taken as closed, as the list does not tell its bifaciality.
 *
 * @param module as `loadModules` gives it
 * @see A. Dobos, J. Sol. Energy Eng. 134, 021011 (2012), doi:10.1115/1.4005759
 * @example datasheetModule((await loadModules())[0])
 */
export function datasheetModule(module: PvModule): FieldCell {
  const power = (irradiance: number, temperature: number) => {
    if (!(irradiance > 0)) return 0;
    const best = diodeMaximumPower(deSotoDiode(module.diode, irradiance, temperature));
    return (best.voltage * best.current) / module.area_m2;
  };
  return {
    name: module.name,
    model: 'module',
    ratedPower: power(1000, 25),
    bifaciality: 0,
    absorptance: () => usualAbsorptance,
    noct: module.noct_C,
    prepare: () => ({ power }),
  };
}
