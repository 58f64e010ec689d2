import { encapsulantThickness, glassThickness } from '../../optics/module.ts';
import type { OpticsDocument } from '../opticsDocument.ts';
import { column, type Section } from '../section.ts';
import { bifacialColumns, bifacialNotes } from '../simulateSections.ts';
import type { ReportCell } from './reportDocument.ts';

/** Cells in light on both sides, beside light on the front alone. */
export function bothSidesSection(cells: readonly ReportCell[]): Section | undefined {
  const lit = cells.filter(({ bothLit }) => bothLit.rearIrradiance > 0);
  if (lit.length === 0) return undefined;
  const { irradiance_W_m2 } = lit[0]!.analysis.conditions;
  const { rearIrradiance } = lit[0]!.bothLit;
  return {
    title: 'Light on both sides',
    columns: [column('cell', 'Cell', '', 0), ...bifacialColumns],
    rows: lit.map(({ cell, bothLit }) => [
      cell.name,
      ...bifacialColumns.map(({ key }) => bothLit.figures[key as keyof typeof bothLit.figures]),
    ]),
    notes: [
      `${irradiance_W_m2} W/m2 in front, ${rearIrradiance} W/m2 behind, as IEC TS 60904-1-2 rates it.`,
      ...bifacialNotes(irradiance_W_m2, rearIrradiance),
    ],
  };
}

/** Cells under glass and encapsulant, beside themselves in air. */
export function moduleSection(cells: readonly ReportCell[]): Section {
  return {
    title: 'In a module',
    columns: [
      column('cell', 'Cell', '', 0),
      column('wafer_in_air_mA_cm2', 'In air', 'mA/cm2', 2),
      column('wafer_in_module_mA_cm2', 'In module', 'mA/cm2', 2),
      column('cell_to_module', 'Ratio', '', 4),
      column('reflected_mA_cm2', 'Reflected', 'mA/cm2', 2),
      column('covers_mA_cm2', 'In covers', 'mA/cm2', 2),
      column('phi_isc', 'phi Isc', '', 3),
      column('phi_pmax', 'phi Pmax', '', 3),
    ],
    rows: cells.map(({ cell, analysis, module }) => {
      const { budget_mA_cm2: budget, bifaciality } = module;
      return [
        cell.name,
        analysis.photons.wafer,
        budget.wafer,
        module.cell_to_module,
        budget.reflected! + budget.escaped!,
        coversOf(module).reduce((sum, [, current]) => sum + current, 0),
        bifaciality?.jsc,
        bifaciality?.pmax,
      ];
    }),
    notes: [
      `Photons that the wafer absorbs, as currents, in air and under covers: glass of ${glassThickness} mm without a coating and EVA of ${encapsulantThickness} mm, in front and, where light passes there, behind; light head-on.`,
      'Reflected, with what escapes again, in covers, phi: in the module.',
    ],
  };
}

/** What glass and encapsulant absorb, mA/cm2. */
function coversOf({ budget_mA_cm2 }: OpticsDocument): [string, number][] {
  return Object.entries(budget_mA_cm2).filter(([name]) => /\.(glass|encapsulant)$/.test(name));
}
