/** Light and temperature of a figure, as its second line. */
export function conditionsText(conditions: {
  readonly spectrum: string;
  readonly irradiance_W_m2: number;
  /** Behind, where both sides are lit. */
  readonly rear_irradiance_W_m2?: number;
  readonly temperature_C: number;
  readonly set?: readonly string[];
}): string {
  const { spectrum, irradiance_W_m2, temperature_C, set = [] } = conditions;
  const light = /^am\d/.test(spectrum) ? spectrum.toUpperCase() : spectrum;
  const { rear_irradiance_W_m2: rear } = conditions;
  const behind = rear === undefined ? '' : ` and ${rear} W/m² behind`;
  return [`${light} at ${irradiance_W_m2} W/m²${behind}, cell at ${temperature_C} °C`, ...set].join(
    ', ',
  );
}
