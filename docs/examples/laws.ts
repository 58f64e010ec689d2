import {
  densityModels,
  dopingFromResistivity,
  fermiDiracHalf,
  klaassenMobility,
  narrowingModels,
  niewelt2022,
  richter2012,
  schenkNarrowing,
  siliconGap,
  siliconIntrinsicDensity,
  siliconStates,
} from 'solarcell/physics';

const ni = siliconIntrinsicDensity(300);
const n0 = dopingFromResistivity(1, 'n'); // 1 ohm cm, n-type
const p0 = ni ** 2 / n0;
const narrowed = schenkNarrowing(1e20, 1, 1e20, 300);
const mobility = klaassenMobility(1e16, 0, 1e16, ni ** 2 / 1e16, 300);
/** Auger lifetime at an excess of 1e15 cm-3, ms. */
const lifetime = (coefficient: number): number => 1e3 / (coefficient * (n0 + p0 + 1e15));
const yan = narrowingModels.yan2014.law({
  ...{ donors: 1e20, acceptors: 0, electrons: 1e20, holes: 1, temperature: 300 },
});

const rows = {
  'gap, eV': siliconGap(300).toFixed(6),
  'slope of the gap at 298.15 K, meV/K': (1e3 * (siliconGap(298.65) - siliconGap(297.65))).toFixed(
    4,
  ),
  'ni, couderc2014, cm-3': ni.toExponential(4),
  'ni, misiakos1993, cm-3': densityModels.misiakos1993.law(300).toExponential(4),
  'ni, altermatt2003, cm-3': densityModels.altermatt2003.law(300).toExponential(4),
  'Nc and Nv, cm-3': `${siliconStates(300).conduction.toExponential(4)} ${siliconStates(300).valence.toExponential(4)}`,
  'F1/2 at the band edge': fermiDiracHalf(0).toFixed(6),
  'narrowing at 1e20 donors, schenk1998, meV': (
    1e3 *
    (narrowed.conduction + narrowed.valence)
  ).toFixed(3),
  'narrowing at 1e20 donors, yan2014, meV': (1e3 * (yan.conduction + yan.valence)).toFixed(2),
  'mobilities at 1e16 donors, cm2/(V s)': `${mobility.electron.toFixed(1)} ${mobility.hole.toFixed(1)}`,
  'donors of 1 ohm cm, cm-3': n0.toExponential(3),
  'Auger lifetime there, richter2012, ms': lifetime(richter2012(n0, p0, 1e15)).toFixed(3),
  'Auger lifetime there, niewelt2022, ms': lifetime(niewelt2022(n0 + 1e15, p0 + 1e15)).toFixed(3),
};
for (const [law, value] of Object.entries(rows)) console.log(`${law.padEnd(44)} ${value}`);
