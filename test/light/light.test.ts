import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../src/light/dataError.ts';
import { integrateIrradiance } from '../../src/light/integrateIrradiance.ts';
import { parseSpectrumCsv } from '../../src/light/parseSpectrumCsv.ts';
import { photonCurrent, photonFluxInBins } from '../../src/light/photonFlux.ts';
import { scaleSpectrum } from '../../src/light/spectrum.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';

describe('reference spectra', () => {
  // ASTM G173-03 and E490, trapezoid over the table.
  it.each([
    ['am1.5g', 1000.37],
    ['am1.5d', 900.14],
    ['am0', 1347.93],
    // ASTM E490-00a states 1366.1.
    ['e490', 1366.09],
  ])('%s holds %d W/m2', async (name, total) => {
    expect(integrateIrradiance(await loadSpectrum(name))).toBeCloseTo(total, 2);
  });

  it('AM1.5G carries 46.46 mA/cm2 of photons up to 1200 nm', async () => {
    // Literature: 46.46 mA/cm2 from 280 to 1200 nm for ASTM G173.
    const flux = photonFluxInBins(await loadSpectrum('am1.5g'), [280, 1200]);
    expect(photonCurrent(flux[0])).toBeCloseTo(46.46, 2);
  });

  it('the IEC table holds 997.5 W/m2 to 4000 nm and 46.325 mA/cm2 to 1200 nm', async () => {
    const iec = await loadSpectrum('iec60904-3');
    expect(integrateIrradiance(iec)).toBeCloseTo(997.5, 1);
    expect(photonCurrent(photonFluxInBins(iec, [280, 1200])[0])).toBeCloseTo(46.325, 3);
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
          expect(Math.abs(parts / whole - 1)).toBeLessThan(1e-13);
        },
      ),
    );
  });

  it('of a flat spectrum has a closed form', () => {
    // 1 W m^-2 nm^-1 from 400 to 600 nm: (600^2 - 400^2) / 2 / (h c), per cm^2.
    const flat = {
      name: 'flat',
      wavelength: Float64Array.of(400, 470, 600),
      irradiance: Float64Array.of(1, 1, 1),
    };
    const exact = ((600 ** 2 - 400 ** 2) / 2 / (6.62607015e-34 * 2.99792458e17)) * 1e-4;
    const [before, bin, rest, after] = photonFluxInBins(flat, [300, 400, 480, 700, 800]);
    expect((bin + rest) / exact).toBeCloseTo(1, 14);
    expect([before, after]).toEqual([0, 0]);
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

  it('may run from long to short waves, or by the energy of photons', () => {
    const { wavelength, irradiance } = read('energy_eV,irradiance_W_m2_nm\n1,2\n2,3\n4,5\n');
    expect(Array.from(wavelength, (value) => +value.toFixed(2))).toEqual([309.96, 619.92, 1239.84]);
    expect(Array.from(irradiance)).toEqual([5, 3, 2]);
    const turned = read('wavelength_nm,irradiance_W_m2_nm\n700,3\n600,2\n500,1\n');
    expect(turned).toEqual(read('wavelength_nm,irradiance_W_m2_nm\n500,1\n600,2\n700,3\n'));
  });

  it('may be photons, in any of their units', () => {
    // 1e18 photons m^-2 s^-1 nm^-1 at 500 nm: 0.39729 W m^-2 nm^-1.
    for (const [column, value] of [
      ['photons_m2_s_nm', 1e18],
      ['photons_cm2_s_nm', 1e14],
      ['photons_m2_s_um', 1e21],
      ['photons_umol_m2_s_nm', 1.6605390671738467],
    ] as const) {
      const { irradiance } = read(`wavelength_nm,${column}\n500,${value}\n600,${value}\n`);
      expect(irradiance[0]).toBeCloseTo(0.39728917, 7);
      expect(irradiance[1]).toBeCloseTo(0.39728917 / 1.2, 7);
    }
    expect(read('wavelength_nm,irradiance_uW_cm2_nm\n500,100\n600,0\n').irradiance[0]).toBe(1);
  });

  it('may be one column of several', () => {
    const text = 'wavelength_nm,global,direct_W_m2_um\n400,2,1000\n500,2,1000\n';
    const column = (name: string) =>
      integrateIrradiance(parseSpectrumCsv(text, { name: 'table', column: name }));
    expect(column('global')).toBeCloseTo(200, 9);
    expect(column('direct_W_m2_um')).toBeCloseTo(100, 9);
    expect(() => column('diffuse')).toThrow(/table {2}column diffuse is missing; found .*global/);
  });

  it('says file, line, column, what was found and what is allowed', () => {
    const fault = () => read('wavelength_nm,irradiance_W_m2_nm\n400,-1\n500,1\n');
    expect(fault).toThrow(
      expect.objectContaining({
        file: 'lamp.csv',
        line: 2,
        column: 2,
        found: '-1',
        allowed: '0 to 1000000',
      }),
    );
  });

  it.each([
    ['', /has no rows/],
    [
      'wavelength_nm,irradiance_W_m2_nm,wavelength_nm\n1,1,1\n',
      /lamp\.csv:1:3 .*"wavelength_nm" occurs twice/,
    ],
    ['400,1\n500,1\n', /lamp\.csv:1 .*has no head/],
    ['wavelength_nm,watts\n400,1\n500,1\n', /irradiance_W_m2_nm.* is missing/],
    ['wavelength_nm,irradiance_W_m2_nm\n400,1\n500,x\n', /lamp\.csv:3.*"x" is not a number/],
    [
      'wavelength_nm,irradiance_W_m2_nm\n500,1\n400,1\n600,1\n',
      /lamp\.csv:3.*400 does not come after 500/,
    ],
    [
      'wavelength_nm,irradiance_W_m2_nm,photons_m2_s_nm\n400,1,1\n500,1,1\n',
      /irradiance_W_m2_nm and photons_m2_s_nm exclude each other/,
    ],
    ['wavelength_nm,irradiance_W_m2_nm\n400,-1\n500,1\n', /lamp\.csv:2.*-1 is outside/],
    ['wavelength_nm,irradiance_W_m2_nm\n400,0\n500,0\n', /holds no light/],
    [
      '# a\nwavelength_nm,irradiance_W_m2_nm\n400,1\n500\n',
      /lamp\.csv:4.*1 value, but the head has 2 columns/,
    ],
  ])('with a fault is refused in one line: %j', (text, message) => {
    expect(() => read(text)).toThrow(DataError);
    expect(() => read(text)).toThrow(message);
  });
});
