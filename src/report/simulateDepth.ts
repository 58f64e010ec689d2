import { column, type Section } from './section.ts';
import type { SimulateDocument } from './simulateDocument.ts';

const rate = { significant: 3 } as const;

/** The band diagram by depth. */
export function bandsSection({ bands }: SimulateDocument): Section | undefined {
  if (!bands) return undefined;
  const columns = [
    column('depth_nm', 'Depth', 'nm', 2),
    column('place', 'Place', '', 0),
    column('ec_eV', 'Ec', 'eV', 4),
    column('ev_eV', 'Ev', 'eV', 4),
    column('efn_eV', 'Efn', 'eV', 4),
    column('efp_eV', 'Efp', 'eV', 4),
    column('n_cm3', 'n', 'cm^-3', rate),
    column('p_cm3', 'p', 'cm^-3', rate),
    column('field_V_cm', 'Field', 'V/cm', rate),
    column('generation_cm3_s', 'Light', '/cm3 s', rate),
    column('srh_cm3_s', 'SRH', '/cm3 s', rate),
    column('radiative_cm3_s', 'Radiative', '/cm3 s', rate),
    column('auger_cm3_s', 'Auger', '/cm3 s', rate),
    column('defects_cm3_s', 'Gap states', '/cm3 s', rate),
    column('surface_cm2_s', 'Interface', '/cm2 s', rate),
  ];
  return {
    title: 'Bands',
    columns,
    rows: bands.rows.map((row) => columns.map(({ key }) => row[key as keyof typeof row])),
    notes: [
      `At ${bands.voltage_V.toFixed(4)} V of the terminals, ${bands.junction_voltage_V.toFixed(4)} V of the device. ` +
        'Energies over the Fermi level of the front contact; a positive field pushes holes to the rear.',
    ],
  };
}

/** Lifetime and J0 against injection. */
export function lifetimeSection({ lifetime }: SimulateDocument): Section | undefined {
  if (!lifetime) return undefined;
  const columns = [
    column('suns', 'Light', 'suns', 4),
    column('injection_cm3', 'Injection', 'cm^-3', rate),
    column('lifetime_s', 'Lifetime', 's', rate),
    column('bulk_lifetime_s', 'In wafer', 's', rate),
    column('j0_fA_cm2', 'J0', 'fA/cm2', 3),
    column('j0_front_fA_cm2', 'J0 front', 'fA/cm2', 3),
    column('j0_rear_fA_cm2', 'J0 rear', 'fA/cm2', 3),
    column('implied_voc_V', 'Implied Voc', 'V', 4),
  ];
  return {
    title: 'Lifetime',
    columns,
    rows: lifetime.map((row) => columns.map(({ key }) => row[key as keyof typeof row])),
    notes: [
      'At open circuit of the device. J0: recombination outside the wafer (diffusions, interfaces,',
      'films, contacts) over exp(qV/kT) - 1, V the splitting in the middle of the wafer.',
    ],
  };
}
