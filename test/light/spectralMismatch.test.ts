import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { extraterrestrial } from '../../src/energy/sun/extraterrestrial.ts';
import { emissionLine } from '../../src/light/emissionLine.ts';
import {
  responseOfEfficiency,
  spectralCurrent,
  spectralMismatch,
} from '../../src/light/spectralMismatch.ts';
import { clearSkySpectrum } from '../../src/light/spectrl2/clearSkySpectrum.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';

const am15g = await loadSpectrum('am1.5g');
const low = clearSkySpectrum({
  zenith: 75,
  incidence: 38,
  tilt: 37,
  airmass: 3.8,
  water: 3,
  turbidity: 0.2,
  distanceFactor: extraterrestrial(80, 1),
});
const light = { name: 'low sun', wavelength: low.wavelength, irradiance: low.planeGlobal };
/** Straight between these points. */
const device = {
  wavelength: [300, 400, 900, 1000, 1200],
  response: [0, 0.2, 0.62, 0.5, 0],
};

it('pvlib: mismatch of a cell in the light of a low sun against AM1.5G', () => {
  // pvlib 0.13.1, calc_spectral_mismatch_field on a grid of 0.1 nm, the response at steps of 50 nm.
  const factor = spectralMismatch(device, { light, reference: am15g });
  expect(Math.abs(factor / 1.0159756225861725 - 1)).toBeLessThan(1e-6);
});

it('is one in the reference spectrum, for one response, and turns over with its devices', () => {
  const other = { wavelength: [350, 700, 1100], response: [0.1, 0.5, 0.2] };
  const spectra = { light, reference: am15g };
  expect(spectralMismatch(device, { light: am15g, reference: am15g }, other)).toBe(1);
  expect(spectralMismatch(device, spectra, device)).toBeCloseTo(1, 14);
  const forth = spectralMismatch(device, spectra, other);
  expect(forth * spectralMismatch(other, spectra, device)).toBeCloseTo(1, 14);
  const brighter = { ...light, irradiance: light.irradiance.map((value) => 3 * value) };
  expect(spectralMismatch(device, { light: brighter, reference: am15g }, other)).toBeCloseTo(
    forth,
    13,
  );
});

it('a line of 1000 W/m2 makes the current of its wavelength', () => {
  // 850 nm: 0.685568 A/W at one electron a photon.
  const all = responseOfEfficiency([300, 1200], [1, 1]);
  expect(spectralCurrent(emissionLine('laser', 850, 0.1), all)).toBeCloseTo(685.568, 2);
});

it('integrals do not depend on further points that lie on the lines', () => {
  const exact = spectralCurrent(light, device);
  fc.assert(
    fc.property(fc.double({ min: 301, max: 1199, noNaN: true }), (x) => {
      const { wavelength, response } = device;
      const i = wavelength.findIndex((at) => at >= x);
      if (wavelength[i] === x) return;
      const share = (x - wavelength[i - 1]) / (wavelength[i] - wavelength[i - 1]);
      const finer = {
        wavelength: [...wavelength.slice(0, i), x, ...wavelength.slice(i)],
        response: [
          ...response.slice(0, i),
          response[i - 1] + share * (response[i] - response[i - 1]),
          ...response.slice(i),
        ],
      };
      expect(Math.abs(spectralCurrent(light, finer) / exact - 1)).toBeLessThan(1e-13);
    }),
  );
});

it('says where there is no current', () => {
  const laser = emissionLine('laser:2000nm', 2000, 0.1);
  expect(() => spectralMismatch(device, { light: laser, reference: am15g })).toThrow(
    /no current in the spectrum "laser:2000nm"/,
  );
});
