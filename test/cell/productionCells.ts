interface ProductionCell {
  readonly name: string;
  readonly average?: number;
  readonly cellVoltage?: number;
  readonly efficiency: readonly [number, number];
  readonly voc: readonly [number, number];
  readonly coefficient: readonly [number, number];
  readonly modules: number;
}

/**
 * What the production cells' files are adjusted to, 1000 W/m2 AM1.5G, 25 degC. `average` is that of mass
 * production in 2022, % (China Photovoltaic Industry Association, roadmap of 2022-2023); of Al-BSF no such
 * average of monocrystalline cells was found, and `cellVoltage` is the mean of 19 modules in the CEC list,
 * V. `modules` is the temperature coefficient of power of modules in the CEC list of 2022, %/K (27 SHJ,
 * 6 TOPCon, 18 PERC, 19 Al-BSF). The rest are ranges of production.
 */
export const production: readonly ProductionCell[] = [
  {
    name: 'shj',
    average: 24.6,
    efficiency: [24.5, 26.5],
    voc: [0.73, 0.755],
    coefficient: [-0.29, -0.23],
    modules: -0.258,
  },
  {
    name: 'topcon',
    average: 24.5,
    efficiency: [24, 25.8],
    voc: [0.71, 0.735],
    coefficient: [-0.34, -0.28],
    modules: -0.323,
  },
  {
    name: 'perc',
    average: 23.2,
    efficiency: [22.5, 24],
    voc: [0.68, 0.7],
    coefficient: [-0.38, -0.32],
    modules: -0.368,
  },
  {
    name: 'al-bsf',
    cellVoltage: 0.6285,
    efficiency: [18.5, 20.5],
    voc: [0.625, 0.65],
    coefficient: [-0.47, -0.38],
    modules: -0.445,
  },
];
