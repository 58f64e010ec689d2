import type { ReportDocument } from './reportDocument.ts';
import { isYear } from './reportDocument.ts';

/** How a stage of the calculation works, and after whom. */
export interface Method {
  readonly stage: string;
  readonly text: string;
  readonly references: readonly string[];
}

const always: readonly Method[] = [
  {
    stage: 'Light',
    text: 'A tabulated spectrum, scaled so that its whole integral is the irradiance; photons of each bin by exact integrals of the table.',
    references: ['ASTM G173-03, reference spectra at air mass 1.5'],
  },
  {
    stage: 'Optics',
    text: 'Coherent transfer matrix through every film, both polarisations, absorption film by film; pyramids by path classes, facet by facet; in the wafer directed first passes, then diffuse light. What leaves one event enters another: the photon budget closes to rounding.',
    references: [
      'S. J. Byrnes, Multilayer optical calculations, arXiv:1603.02720',
      'S. C. Baker-Finch, K. R. McIntosh, Prog. Photovolt. 19, 406 (2011), doi:10.1002/pip.1050',
      'P. A. Basore, IEEE Trans. Electron Devices 37, 337 (1990), doi:10.1109/16.46365',
    ],
  },
  {
    stage: 'Device',
    text: "Poisson's equation and the continuity of electrons and holes in one dimension, on quasi-Fermi levels, by Newton's method with exact derivatives; abrupt interfaces by thermionic emission; tails and dangling bonds of amorphous silicon summed over energy.",
    references: [
      'W. van Roosbroeck, Bell Syst. Tech. J. 29, 560 (1950), doi:10.1002/j.1538-7305.1950.tb03653.x',
      'D. L. Scharfetter, H. K. Gummel, IEEE Trans. Electron Devices 16, 64 (1969), doi:10.1109/T-ED.1969.16566',
      'Z. P. Ling et al., AIP Advances 5, 077124 (2015), doi:10.1063/1.4926809',
    ],
  },
  {
    stage: 'Circuit',
    text: 'Series and shunt resistance, a second diode, shading by the grid. Short circuit, open circuit and maximum power are each found by solving for them.',
    references: [],
  },
  {
    stage: 'Losses',
    text: 'Free energy of every path by which carriers and photons are lost at maximum power; the losses add up to the limit of the wafer less the cell.',
    references: ['R. Brendel et al., Appl. Phys. Lett. 93, 173503 (2008), doi:10.1063/1.3006053'],
  },
];

const ofTheDay: Method = {
  stage: 'Energy',
  text: 'The trapezoid rule over time; maximum power interpolated over irradiance and temperature, within 0.05 % of solving every row.',
  references: [],
};

const ofTheYear: readonly Method[] = [
  {
    stage: 'Sun and sky',
    text: 'The place of the sun in every hour; light of the sky on the plane; reflection at an angle.',
    references: [
      'I. Reda, A. Andreas, Sol. Energy 76, 577 (2004), doi:10.1016/j.solener.2003.12.003',
      'R. Perez et al., Sol. Energy 44, 271 (1990), doi:10.1016/0038-092X(90)90055-H',
      'W. De Soto et al., Sol. Energy 80, 78 (2006), doi:10.1016/j.solener.2005.06.010',
    ],
  },
  {
    stage: 'Heat and power',
    text: 'The temperature of the cells from light, air and wind; their power in every hour.',
    references: ['D. Faiman, Prog. Photovolt. 16, 307 (2008), doi:10.1002/pip.813'],
  },
  {
    stage: 'Causes of a gain',
    text: 'Each cause counts by the mean of its effect over all orders in which causes can be switched on, so that the causes add up to the gain.',
    references: [
      'L. S. Shapley, Contributions to the Theory of Games II, 307 (1953)',
      'B. W. Ang, Energy Policy 32, 1131 (2004), doi:10.1016/S0301-4215(03)00076-4',
    ],
  },
];

/** The methods behind a report, in the way of the light. */
export function methodsOf({ comparison }: ReportDocument): Method[] {
  return [...always, ...(isYear(comparison) ? ofTheYear : [ofTheDay])];
}
