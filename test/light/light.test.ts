import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../src/light/dataError.ts';
import { integrateIrradiance } from '../../src/light/integrateIrradiance.ts';
import { parseSpectrumCsv } from '../../src/light/parseSpectrumCsv.ts';
import { photonCurrent, photonFluxInBins } from '../../src/light/photonFlux.ts';
import { scaleSpectrum } from '../../src/light/spectrum.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';

describe('reference spectra', () => {
  // ASTM G173-03, trapezoid over the table.
  it.each([
    ['am1.5g', 1000.37],
    ['am1.5d', 900.14],
    ['am0', 1347.93],
  ])('%s holds %d W/m2', async (name, total) => {
    expect(integrateIrradiance(await loadSpectrum(name))).toBeCloseTo(total, 2);
  });

  it('AM1.5G carries 46.46 mA/cm2 of photons up to 1200 nm', async () => {
    // Literature: 46.46 mA/cm2 from 280 to 1200 nm for ASTM G173 (IEC 60904-3: 46.3 to 46.5).
    const flux = photonFluxInBins(await loadSpectrum('am1.5g'), [280, 1200]);
    expect(photonCurrent(flux[0])).toBeCloseTo(46.46, 1);
  });
});

describe('photon flux', () => {
  it('does not depend on how the range is cut into bins', async () => {
    const spectrum = await loadSpectrum('am1.5g');
    const whole = photonFluxInBins(spectrum, [300, 1200])[0];
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 301, max: 1199, noNaN: true }), { maxLength: 30 }),
        (cuts) => {
          const edges = [300, ...[...new Set(cuts)].sort((a, b) => a - b), 1200];
          const parts = photonFluxInBins(spectrum, edges).reduce((sum, flux) => sum + flux, 0);
          // Cutting inside an interval bends the product of two straight lines slightly.
          expect(Math.abs(parts / whole - 1)).toBeLessThan(1e-6);
        },
      ),
    );
  });

  it('scales with the irradiance', async () => {
    const spectrum = await loadSpectrum('am1.5g');
    expect(integrateIrradiance(scaleSpectrum(spectrum, 800))).toBeCloseTo(800, 9);
  });
});

describe('a spectrum of the user', () => {
  const read = (text: string) => parseSpectrumCsv(text, { name: 'lamp', file: 'lamp.csv' });

  it('may be in um', () => {
    const spectrum = read('wavelength_um,irradiance_W_m2_um\n0.4,1000\n0.5,1000\n');
    expect(spectrum.wavelength[0]).toBeCloseTo(400, 9);
    expect(integrateIrradiance(spectrum)).toBeCloseTo(100, 9);
  });

  it.each([
    ['', /has no rows/],
    ['400,1\n500,1\n', /lamp\.csv:1 .*has no head/],
    ['wavelength_nm,watts\n400,1\n500,1\n', /irradiance_W_m2_nm.* is missing/],
    ['wavelength_nm,irradiance_W_m2_nm\n400,1\n500,x\n', /lamp\.csv:3.*"x" is not a number/],
    [
      'wavelength_nm,irradiance_W_m2_nm\n500,1\n400,1\n',
      /lamp\.csv:3.*400 does not come after 500/,
    ],
    ['wavelength_nm,irradiance_W_m2_nm\n400,-1\n500,1\n', /lamp\.csv:2.*-1 is outside/],
    ['wavelength_nm,irradiance_W_m2_nm\n400,0\n500,0\n', /holds no light/],
    ['# a\nwavelength_nm,irradiance_W_m2_nm\n400,1\n500\n', /lamp\.csv:4.*1 values/],
  ])('with a fault is refused in one line: %j', (text, message) => {
    expect(() => read(text)).toThrow(DataError);
    expect(() => read(text)).toThrow(message);
  });
});
