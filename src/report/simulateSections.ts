import { column, type Section, type SectionColumn } from './section.ts';
import { bandsSection, lifetimeSection } from './simulateDepth.ts';
import type { SimulateDocument } from './simulateDocument.ts';
import { lossesSection } from './simulateLosses.ts';

/** Columns of key figures, in the order of reading. */
export const figureColumns: readonly SectionColumn[] = [
  column('voc_V', 'Voc', 'V', 4),
  column('jsc_mA_cm2', 'Jsc', 'mA/cm2', 3),
  column('ff_pct', 'FF', '%', 2),
  column('efficiency_pct', 'Efficiency', '%', 3),
  column('vmp_V', 'Vmp', 'V', 4),
  column('jmp_mA_cm2', 'Jmp', 'mA/cm2', 3),
  column('pmax_W_m2', 'Pmax', 'W/m2', 2),
];

/** Coefficients and powers of light on both sides. */
export const bifacialColumns: readonly SectionColumn[] = [
  column('phi_isc', 'phi Isc', '', 4),
  column('phi_voc', 'phi Voc', '', 4),
  column('phi_pmax', 'phi Pmax', '', 4),
  column('equivalent_irradiance_W_m2', 'G_E', 'W/m2', 1),
  column('pmax_front_W_m2', 'Front only', 'W/m2', 2),
  column('pmax_equivalent_W_m2', 'Front at G_E', 'W/m2', 2),
  column('pmax_both_W_m2', 'Both', 'W/m2', 2),
];

/** What those columns are, in light of so much in front and behind, W/m2. */
export function bifacialNotes(front: number, rear: number): string[] {
  return [
    `phi: rear alone over front alone, at ${front} W/m2. G_E: light on the front that stands for both,`,
    `${front} + phi Isc x ${rear}. Maximum powers: front only, front at G_E, both at once.`,
  ];
}

/** Parts of a document, in the order of printing: each a table of its own. */
export function simulateSections(document: SimulateDocument): Section[] {
  return [
    jvSection(document),
    eqeSection(document),
    sunsVocSection(document),
    bandsSection(document),
    lifetimeSection(document),
    lossesSection(document),
    meshSection(document),
    mismatchSection(document),
    temperatureSection(document),
  ].filter((section) => section !== undefined);
}

/** Key figures: the section that is always there. */
export function figuresSection({ cell, figures }: SimulateDocument): Section {
  const whole = [
    column('isc_A', 'Isc', 'A', 3),
    column('imp_A', 'Imp', 'A', 3),
    column('power_W', 'Power', 'W', 3),
  ];
  const columns = [
    ...figureColumns,
    column('pseudo_ff_pct', 'Pseudo-FF', '%', 2),
    ...(figures.power_W === undefined ? [] : whole),
  ];
  return {
    title: `Key figures of ${cell}`,
    columns,
    rows: [columns.map(({ key }) => figures[key as keyof typeof figures])],
  };
}

/** Both sides lit: beside the key figures. */
export function bifacialSection({ bifacial, conditions }: SimulateDocument): Section | undefined {
  if (!bifacial) return undefined;
  const { irradiance_W_m2, rear_irradiance_W_m2 } = conditions;
  return {
    title: 'Bifacial (IEC TS 60904-1-2)',
    columns: bifacialColumns,
    rows: [bifacialColumns.map(({ key }) => bifacial[key as keyof typeof bifacial])],
    notes: bifacialNotes(irradiance_W_m2, rear_irradiance_W_m2 ?? 0),
  };
}
function jvSection({ jv, jv_dark }: SimulateDocument): Section | undefined {
  if (!jv) return undefined;
  return {
    title: 'J-V curve',
    columns: [
      column('voltage_V', 'Voltage', 'V', 3),
      column('current_mA_cm2', 'Light', 'mA/cm2', 4),
      column('dark_current_mA_cm2', 'Dark', 'mA/cm2', { significant: 5 }),
    ],
    rows: jv.map((row, k) => [row.voltage_V, row.current_mA_cm2, jv_dark?.[k]?.current_mA_cm2]),
    notes: ['Voltage at the terminals; delivered current is positive.'],
  };
}

function eqeSection({ eqe }: SimulateDocument): Section | undefined {
  if (!eqe) return undefined;
  return {
    title: 'Quantum efficiency',
    columns: [
      column('wavelength_nm', 'Wavelength', 'nm', 0),
      column('eqe', 'EQE', '', 4),
      column('iqe', 'IQE', '', 4),
      column('reflectance', 'Reflectance', '', 4),
    ],
    rows: eqe.map((row) => [row.wavelength_nm, row.eqe, row.iqe, row.reflectance]),
    notes: [
      'Electrons for each photon, of a little more light at short circuit. EQE: of the whole area;',
      'IQE: for each photon that the area between the fingers does not reflect.',
    ],
  };
}

function sunsVocSection(document: SimulateDocument): Section | undefined {
  const { suns_voc } = document;
  if (!suns_voc) return undefined;
  return {
    title: 'Suns-Voc',
    columns: [
      column('suns', 'Light', 'suns', 3),
      column('voc_V', 'Voc', 'V', 4),
      column('implied_voc_V', 'Implied Voc', 'V', 4),
      column('pseudo_current_mA_cm2', 'Pseudo J', 'mA/cm2', 3),
    ],
    rows: suns_voc.map((row) => [
      row.suns,
      row.voc_V,
      row.implied_voc_V,
      row.pseudo_current_mA_cm2,
    ]),
    notes: [
      `Pseudo fill factor ${document.figures.pseudo_ff_pct.toFixed(2)} %: without series resistance. ` +
        'One sun is the light of the conditions.',
    ],
  };
}

function meshSection({ mesh }: SimulateDocument): Section | undefined {
  if (!mesh) return undefined;
  const digits = { significant: 2 };
  const columns = [
    column('nodes', 'Nodes', '', 0),
    column('efficiency_pct', 'Efficiency', '% abs.', digits),
    column('voc_V', 'Voc', 'V', digits),
    column('jsc_mA_cm2', 'Jsc', 'mA/cm2', digits),
    column('ff_pct', 'FF', '% abs.', digits),
  ];
  return {
    title: 'Mesh',
    columns,
    rows: [columns.map(({ key }) => mesh[key as keyof typeof mesh])],
    notes: [
      'What an endless mesh would add to the key figures: 4/3 of what one twice as fine adds.',
    ],
  };
}

function mismatchSection({ spectral_mismatch }: SimulateDocument): Section | undefined {
  if (!spectral_mismatch) return undefined;
  const { factor, reference, reference_spectrum } = spectral_mismatch;
  return {
    title: 'Spectral mismatch (IEC 60904-7)',
    columns: [
      column('spectral_mismatch', 'Factor', '', 5),
      column('reference_spectrum', 'Reference spectrum', '', 0),
      column('reference', 'Light measured by', '', 0),
    ],
    rows: [[factor, reference_spectrum, reference]],
    notes: [
      'Above 1, the cell gets more current from this light than its rating in the reference spectrum,',
      'scaled by what the meter reads, would say.',
    ],
  };
}

function temperatureSection({ temperature }: SimulateDocument): Section | undefined {
  if (!temperature) return undefined;
  const columns = [column('temperature_C', 'Temp.', '°C', 1), ...figureColumns];
  const { voc_pct_K, jsc_pct_K, ff_pct_K, pmax_pct_K } = temperature;
  const slopes = [
    `Voc ${slope(voc_pct_K)}`,
    `Jsc ${slope(jsc_pct_K)}`,
    `FF ${slope(ff_pct_K)}`,
    `Pmax ${slope(pmax_pct_K)}`,
  ].join(', ');
  return {
    title: 'Temperature',
    columns,
    rows: temperature.rows.map((row) => columns.map(({ key }) => row[key as keyof typeof row])),
    notes: [`Coefficients, relative to 25 °C: ${slopes}.`],
  };
}

function slope(value: number): string {
  return `${value > 0 ? '+' : ''}${value.toFixed(4)} %/K`;
}
