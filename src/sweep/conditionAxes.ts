/** Light that the models hold for: from moonlit clouds to ten suns. */
export const irradianceRange = { unit: 'W/m^2', min: 0.1, max: 10_000 } as const;

/** Cell temperatures within the range of the silicon models. */
export const temperatureRange = { unit: 'degC', min: -40, max: 120 } as const;
