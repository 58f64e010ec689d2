/** What the cells' files are adjusted to, so a fit and no prediction. Measured at 1000 W/m2 AM1.5G and 25 degC: V, mA/cm2, %, %. */
export const records = [
  { name: 'panasonic-2014', voc: 0.75, jsc: 39.5, ff: 83.2, efficiency: 24.7 },
  { name: 'longi-2023', voc: 0.7514, jsc: 41.45, ff: 86.07, efficiency: 26.81 },
  { name: 'ise-topcon-2019', voc: 0.7241, jsc: 42.87, ff: 83.1, efficiency: 25.8 },
  { name: 'unsw-perl-1999', voc: 0.706, jsc: 42.7, ff: 82.8, efficiency: 25.0 },
] as const;
