import type { Paint } from './compareTable.ts';
import { moduleText } from './moduleConditions.ts';
import type { OpticsDocument, SummedBudget } from './opticsDocument.ts';
import { column, type Section, type SectionColumn } from './section.ts';
import { sectionCsv, sectionMarkdown, sectionTable } from './sectionText.ts';

const labelWidth = 10;
/** People see a wavelength in so many nm. */
const shownStep = 50;
/** Ends below this are left to programs, mA/cm2. */
const shownCurrent = 0.005;

/** The light, and what a cell stands in, in words. */
export function opticsLight({ conditions }: OpticsDocument): { light: string; place: string } {
  const { spectrum, irradiance_W_m2, temperature_C, side, angle_deg } = conditions;
  const name = /^am\d/.test(spectrum) ? spectrum.toUpperCase() : spectrum;
  const angle = angle_deg === 0 ? '' : `, ${angle_deg}° from the normal`;
  const onto =
    side === 'both'
      ? `${irradiance_W_m2} W/m2 on the front and ${conditions.rear_irradiance_W_m2} W/m2 on the rear`
      : `${irradiance_W_m2} W/m2 on the ${side}`;
  return {
    light: `${name} at ${onto}${angle}`,
    place: `${moduleText(conditions.module)}, at ${temperature_C} °C`,
  };
}

function lines(document: OpticsDocument): (readonly [string, string])[] {
  const { conditions, bifaciality, weighted_reflectance_pct } = document;
  const { light, place } = opticsLight(document);
  return [
    ['Light', light],
    ['Cell', `${document.cell} ${place}`],
    ['Reflects', `${weighted_reflectance_pct.toFixed(2)} % of the photons between the fingers`],
    ...(bifaciality === undefined
      ? []
      : [
          [
            'Rear',
            bifaciality.pmax > 0
              ? `bifaciality ${bifaciality.jsc.toFixed(3)} of current, ${bifaciality.pmax.toFixed(3)} of power`
              : `under ${conditions.module?.rear === 'glass' || !conditions.module ? 'metal' : 'a white sheet'}`,
          ] as const,
        ]),
    ...(document.cell_to_module === undefined
      ? []
      : [
          [
            'Module',
            `${document.cell_to_module.toFixed(4)} of the current in air (cell to module)`,
          ] as const,
        ]),
    ...(conditions.set.length > 0 ? [['Set', conditions.set.join(', ')] as const] : []),
    ...document.notes.map((note) => ['Note', note] as const),
  ];
}

const ends: Readonly<Record<string, string>> = {
  shaded: 'shaded by metal',
  reflected: 'reflected',
  escaped: 'escaped after passing the wafer',
  transmitted: 'out of the other side',
};

function budgetSection({ budget_mA_cm2 }: OpticsDocument): Section {
  const { incident, ...rest } = budget_mA_cm2;
  const entries = Object.entries(rest);
  return {
    title: 'Where the photons end',
    columns: [
      column('end', 'End', '', 0),
      column('current_mA_cm2', 'Current', 'mA/cm2', 2),
      column('share_pct', 'Share', '%', 1),
    ],
    rows: [
      ...entries
        .filter(([, value]) => value >= shownCurrent)
        .map(([name, value]) => [ends[name] ?? name, value, (100 * value) / incident!]),
      ['incident', incident, 100],
    ],
  };
}

function groups({ absorptance, reflectance, transmittance }: OpticsDocument) {
  const sum = (names: readonly string[]) =>
    reflectance.map((_, w) => names.reduce((total, name) => total + absorptance[name]![w]!, 0));
  const names = Object.keys(absorptance);
  return {
    reflectance,
    front: sum(names.filter((name) => name.startsWith('front.'))),
    wafer: sum(['wafer']),
    carriers: sum(names.filter((name) => name.startsWith('wafer.'))),
    rear: sum(names.filter((name) => name.startsWith('rear.'))),
    transmittance,
  };
}

function spectralSection(document: OpticsDocument): Section {
  const of = groups(document);
  const { wavelength_nm } = document;
  const shown = wavelength_nm.flatMap((value, w) => (value % shownStep === 0 ? [w] : []));
  const rows = shown.length > 0 ? shown : wavelength_nm.map((_, w) => w);
  const hasCarriers = of.carriers.some((share) => share > 0);
  const percent = (share: readonly number[], w: number) => 100 * share[w]!;
  return {
    title: 'By wavelength, % of the photons between the fingers',
    columns: [
      column('wavelength_nm', 'nm', '', 0),
      column('reflectance', 'Reflected', '', 2),
      column('front', 'Front layers', '', 2),
      column('wafer', 'Wafer', '', 2),
      ...(hasCarriers ? [column('carriers', 'Free carriers', '', 2)] : []),
      column('rear', 'Rear layers', '', 2),
      column('transmittance', 'Transmitted', '', 2),
    ],
    rows: rows.map((w) => [
      wavelength_nm[w]!,
      percent(of.reflectance, w),
      percent(of.front, w),
      percent(of.wafer, w),
      ...(hasCarriers ? [percent(of.carriers, w)] : []),
      percent(of.rear, w),
      percent(of.transmittance, w),
    ]),
    notes: ['--format csv or json: every wavelength and layer.'],
  };
}

/** Columns of a budget that is summed up. */
export const budgetColumns: readonly SectionColumn[] = [
  column('wafer_mA_cm2', 'Wafer', 'mA/cm2', 3),
  column('reflected_mA_cm2', 'Reflected', 'mA/cm2', 3),
  column('parasitic_mA_cm2', 'Parasitic', 'mA/cm2', 3),
  column('transmitted_mA_cm2', 'Transmitted', 'mA/cm2', 3),
];

function budgetCells(budget: SummedBudget): number[] {
  return budgetColumns.map(({ key }) => budget[key as keyof SummedBudget]);
}

function iamSection({ iam = [] }: OpticsDocument): Section {
  return {
    title: 'Response at an angle over that along the normal, for equally many photons',
    columns: [column('angle_deg', 'Angle', '°', 0), column('iam', 'IAM', '', 4), ...budgetColumns],
    rows: iam.map((row) => [row.angle_deg, row.iam, ...budgetCells(row)]),
  };
}

/** Depths that people see, each about so many times the one before. */
const shownGrowth = 2;

function generationSection({ generation }: OpticsDocument, everyRow: boolean): Section {
  const { from_um, to_um, generation_cm3_s, cumulative_mA_cm2 } = generation!;
  const thickness = to_um.at(-1)!;
  const faceDistance = (i: number) => Math.min(to_um[i]!, thickness - from_um[i]!);
  const shown: number[] = [];
  for (const i of to_um.keys()) {
    const [last, now] = [faceDistance(shown.at(-1) ?? 0), faceDistance(i)];
    const isFar = Math.max(now / last, last / now) >= shownGrowth;
    const isMiddle = to_um[i]! === thickness / 2;
    if (everyRow || isFar || isMiddle || i === 0 || i === to_um.length - 1) shown.push(i);
  }
  return {
    title: 'Generation in the wafer, by depth below its front face',
    columns: [
      column('from_um', 'From', 'um', 4),
      column('to_um', 'To', 'um', 4),
      column('generation_cm3_s', 'Generation', '1/(cm3 s)', { significant: 4 }),
      column('cumulative_mA_cm2', 'Above', 'mA/cm2', 3),
    ],
    rows: shown.map((i) => [from_um[i]!, to_um[i]!, generation_cm3_s[i]!, cumulative_mA_cm2[i]!]),
    notes: ['Above: all from the front face to the lower depth. --format csv: every depth.'],
  };
}

function varySection({ vary }: OpticsDocument): Section {
  const { path, unit, points, optimum } = vary!;
  const best = points.reduce((a, b) => (b.wafer_mA_cm2 > a.wafer_mA_cm2 ? b : a));
  const isAtEnd = optimum.value === points[0]!.value || optimum.value === points.at(-1)!.value;
  return {
    title: `Over ${path}`,
    columns: [column('value', 'Value', unit, 3), ...budgetColumns, column('mark', '', '', 0)],
    rows: points.map((point) => [
      point.value,
      ...budgetCells(point),
      point === best ? '* best' : '',
    ]),
    notes: [
      `Optimum: ${optimum.value.toPrecision(4)}${unit === '' ? '' : ` ${unit}`}, ` +
        `${optimum.wafer_mA_cm2.toFixed(3)} mA/cm2 in the wafer${isAtEnd ? ', at the end of the range' : ''}.`,
    ],
  };
}

function sections(document: OpticsDocument): Section[] {
  return [
    ...(document.vary === undefined ? [] : [varySection(document)]),
    ...(document.vary === undefined ? [budgetSection(document)] : []),
    ...(document.iam === undefined ? [] : [iamSection(document)]),
    ...(document.generation === undefined ? [] : [generationSection(document, false)]),
    ...(document.vary === undefined &&
    document.iam === undefined &&
    document.generation === undefined
      ? [spectralSection(document)]
      : []),
  ];
}

/** Optics for people. */
export function opticsTable(document: OpticsDocument, paint: Paint): string {
  const head = lines(document).map(
    ([name, text]) => `${paint.bold(name.padEnd(labelWidth))}${text}`,
  );
  return [...head, '', ...sections(document).map((section) => sectionTable(section, paint))].join(
    '\n',
  );
}

/** Optics as Markdown. */
export function opticsMarkdown(document: OpticsDocument): string {
  return [
    ...lines(document).map(([name, text]) => `- ${name}: ${text}`),
    '',
    ...sections(document).map(sectionMarkdown),
  ].join('\n');
}

/** Every wavelength and layer as CSV; the points of a varied parameter where there is one. */
export function opticsCsv(document: OpticsDocument): string {
  if (document.vary !== undefined) {
    const section = varySection(document);
    const columns = section.columns.filter(({ key }) => key !== 'mark');
    return sectionCsv({ ...section, columns });
  }
  if (document.iam !== undefined) return sectionCsv(iamSection(document));
  if (document.generation !== undefined) return sectionCsv(generationSection(document, true));
  const { wavelength_nm, reflectance, transmittance, absorptance } = document;
  const names = Object.keys(absorptance);
  return sectionCsv({
    title: '',
    columns: ['wavelength_nm', 'reflectance', 'transmittance', ...names].map((name) =>
      column(name, '', '', 0),
    ),
    rows: wavelength_nm.map((value, w) => [
      value,
      reflectance[w],
      transmittance[w],
      ...names.map((name) => absorptance[name]![w]),
    ]),
  });
}

/** Optics as JSON. */
export function opticsJson(document: OpticsDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
