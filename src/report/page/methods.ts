import { limitOptics } from '../../cell/siliconLimit.ts';
import type { YearDocument } from '../yearDocument.ts';
import { isYear, type ReportDocument } from './reportDocument.ts';

/** How a stage of the calculation works, and after whom. */
export interface Method {
  readonly stage: string;
  readonly text: string;
  readonly references: readonly string[];
}

const beforeDevice: readonly Method[] = [
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
];

const device: Method = {
  stage: 'Device',
  text: "Poisson's equation and the continuity of electrons and holes in one dimension, on quasi-Fermi levels, by Newton's method with exact derivatives; abrupt interfaces by thermionic emission; tails and dangling bonds of amorphous silicon summed over energy.",
  references: [
    'W. van Roosbroeck, Bell Syst. Tech. J. 29, 560 (1950), doi:10.1002/j.1538-7305.1950.tb03653.x',
    'D. L. Scharfetter, H. K. Gummel, IEEE Trans. Electron Devices 16, 64 (1969), doi:10.1109/T-ED.1969.16566',
    'Z. P. Ling et al., AIP Advances 5, 077124 (2015), doi:10.1063/1.4926809',
  ],
};

/** Of cells that are not solved whole. */
const lumpedDevice: Method = {
  stage: 'Device',
  text: 'A quasi-neutral wafer between two skins, each summed up as recombination and resistances that the whole stack gives at its face; carriers move together through the wafer.',
  references: ['W. van Roosbroeck, Phys. Rev. 91, 282 (1953), doi:10.1103/PhysRev.91.282'],
};

const circuit: Method = {
  stage: 'Circuit',
  text: 'Series and shunt resistance, a second diode, shading by the grid. Short circuit, open circuit and maximum power are each found by solving for them.',
  references: [],
};

const losses: Method = {
  stage: 'Losses',
  text: 'Free energy of every path by which carriers and photons are lost at maximum power; the losses add up to the limit of the wafer less the cell.',
  references: [
    'R. Brendel et al., Appl. Phys. Lett. 93, 173503 (2008), doi:10.1063/1.3006053',
    limitOptics.lambertian.reference,
  ],
};

const outside: readonly Method[] = [
  {
    stage: 'Both sides',
    text: 'Coefficients from either side lit alone; the light on the front that stands for both from that of current; beside it the device solved with both sides lit.',
    references: ['IEC TS 60904-1-2:2024'],
  },
  {
    stage: 'Module',
    text: 'The cell under glass and encapsulant: thick layers without interference, what the cell sends up returned by the glass by angle, light trapping over angles. Gaps between cells and wiring are not in it.',
    references: ['N. Tucher et al., Opt. Express 23, A1720 (2015), doi:10.1364/OE.23.0A1720'],
  },
];

/** The way of the light through simulated cells. */
function ofCells(cells: ReportDocument['cells']): Method[] {
  const lumped = cells[0]!.analysis.conditions.fidelity === 'lumped';
  return [
    ...beforeDevice,
    lumped ? lumpedDevice : device,
    circuit,
    ...(lumped ? [] : [losses]),
    ...outside,
  ];
}

const ofTheDay: Method = {
  stage: 'Energy',
  text: 'The trapezoid rule over time; maximum power interpolated over irradiance and temperature, within 0.05 % of solving every row.',
  references: [],
};

/** References by the word that a setting of a year has. */
const skies: Readonly<Record<string, string>> = {
  perez: 'R. Perez et al., Sol. Energy 44, 271 (1990), doi:10.1016/0038-092X(90)90055-H',
  haydavies: 'J. Hay, J. Davies, Proc. First Canadian Solar Radiation Data Workshop, 59 (1980)',
  isotropic: 'B. Liu, R. Jordan, Sol. Energy 4, 1 (1960)',
};
const angles: Readonly<Record<string, string>> = {
  physical: 'W. De Soto et al., Sol. Energy 80, 78 (2006), doi:10.1016/j.solener.2005.06.010',
  ashrae: 'A. Souka, H. Safwat, Sol. Energy 10, 170 (1966), doi:10.1016/0038-092X(66)90004-1',
  'martin-ruiz':
    'N. Martin, J. Ruiz, Sol. Energy Mater. Sol. Cells 70, 25 (2001), doi:10.1016/S0927-0248(00)00408-6',
};
const faiman = 'D. Faiman, Prog. Photovolt. 16, 307 (2008), doi:10.1002/pip.813';
const heats: Readonly<Record<string, readonly string[]>> = {
  faiman: [faiman],
  pvsyst: ["A. Mermoud, B. Wittmer, PVsyst 6 user's manual (2014)"],
  sapm: ['D. King, W. Boyson, J. Kratochvil, Photovoltaic Array Performance Model, SAND2004-3535'],
  noct: ['P. Gilman et al., NREL/TP-6A20-67399 (2018)'],
  balance: [
    faiman,
    'O. Dupre, R. Vaillon, M. Green, Thermal Behavior of Photovoltaic Devices (Springer 2017), doi:10.1007/978-3-319-49457-9',
  ],
};
const powers = {
  map: 'of simulated cells on a map of irradiance and temperature that the device equations made',
  full: 'of simulated cells by the device equations in every hour',
  module: 'of rated power and temperature coefficient alone',
} as const;

function ofTheYear({ settings, results }: YearDocument): Method[] {
  const { transposition, iam, temperature, inverter } = settings;
  const known = (references: readonly (string | undefined)[]) =>
    references.filter((one) => one !== undefined);
  const models = [...new Set(results.map(({ model }) => powers[model]))];
  return [
    {
      stage: 'Sun and sky',
      text: `The place of the sun in every hour; light of the sky on the plane (${transposition}); reflection at an angle (${iam}).`,
      references: known([
        'I. Reda, A. Andreas, Sol. Energy 76, 577 (2004), doi:10.1016/j.solener.2003.12.003',
        skies[transposition],
        angles[iam],
      ]),
    },
    {
      stage: 'Heat and power',
      text: `Temperature of the cells from light, air and wind (${String(temperature.model)}); power ${models.join(', ')}.`,
      references: heats[String(temperature.model)] ?? [],
    },
    ...(inverter === undefined
      ? []
      : [
          {
            stage: 'Inverter',
            text: 'Efficiency over load, clipped at its rated power.',
            references: ['A. Dobos, PVWatts version 5 manual (2014), doi:10.2172/1158421'],
          },
        ]),
    ...(results.length > 1 ? [ofCauses] : []),
  ];
}

const ofCauses: Method = {
  stage: 'Causes of a gain',
  text: 'Each cause counts by the mean of its effect over all orders in which causes can be switched on, so that the causes add up to the gain.',
  references: [
    'L. S. Shapley, Contributions to the Theory of Games II, 307 (1953)',
    'B. W. Ang, Energy Policy 32, 1131 (2004), doi:10.1016/S0301-4215(03)00076-4',
  ],
};

/** The methods behind a report, in the way of the light. */
export function methodsOf({ comparison, cells }: ReportDocument): Method[] {
  return [
    ...(cells.length > 0 ? ofCells(cells) : []),
    ...(isYear(comparison) ? ofTheYear(comparison) : [ofTheDay]),
  ];
}
