import { loadSpectrum } from 'solarcell';
import {
  clearSkySpectrum,
  integrateIrradiance,
  photonCurrent,
  photonFluxInBins,
} from 'solarcell/light';

const am15g = await loadSpectrum('am1.5g');
const [flux] = photonFluxInBins(am15g, [280, 1200]); // photons cm-2 s-1 from 280 to 1200 nm
console.log(
  `${integrateIrradiance(am15g).toFixed(1)} W/m2, ${photonCurrent(flux!).toFixed(2)} mA/cm2`,
);

const sky = clearSkySpectrum({ zenith: 60, tilt: 37, water: 3 }); // SPECTRL2, 122 wavelengths
const irradiance = sky.planeGlobal.slice();
const light = { name: 'clear sky', wavelength: sky.wavelength.slice(), irradiance };
console.log(`${integrateIrradiance(light).toFixed(0)} W/m2 under a sun 30 degrees high`);
