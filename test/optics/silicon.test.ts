import { describe, expect, it } from 'vitest';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { sampleConstants } from '../../src/optics/opticalConstants.ts';
import { emittedPhotonFlux, radiativeRecombination } from '../../src/optics/radiative.ts';
import { binEdges, defaultWavelengths } from '../../src/optics/wavelengths.ts';
import { siliconIntrinsicDensity } from '../../src/physics/siliconStates.ts';

describe('silicon', () => {
  it('absorbs as Green 2008 tabulates, at 300 K and warmer', async () => {
    const silicon = await loadOptics('c-si');
    const at = (wavelength: number, temperature: number) =>
      (4 * Math.PI * sampleConstants(silicon, [wavelength], temperature).k[0]) /
      (wavelength * 1e-7);
    expect(at(1000, 300)).toBeCloseTo(64, 2);
    expect(at(1100, 300)).toBeCloseTo(3.5, 4);
    expect(at(1100, 348.15)).toBeCloseTo(7.646, 3);
  });

  it('recombines radiatively as its absorption demands', async () => {
    const silicon = await loadOptics('c-si');
    // The same table by another program, 0.25 nm steps. Trupke 2003, doi:10.1063/1.1610231,
    // measured B = 4.73e-15 cm^3/s at 300 K.
    const b = (temperature: number) =>
      radiativeRecombination(silicon, temperature) / siliconIntrinsicDensity(temperature) ** 2;
    expect(Math.abs(radiativeRecombination(silicon, 300) / 4.42436e5 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(b(298.15) / 4.737087e-15 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(b(300) / 4.717139e-15 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(b(323.15) / 4.519666e-15 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(b(348.15) / 4.39125e-15 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(b(300) / 4.73e-15 - 1)).toBeLessThan(0.005);
  });

  it('emits no more than a black body of its gap', () => {
    const all = new Float64Array(defaultWavelengths.length).fill(1);
    // Absorbing all up to 1200 nm is the Shockley-Queisser cell of 1.033 eV, whose emission has
    // a closed form.
    const flux = emittedPhotonFlux(all, defaultWavelengths, 298.15);
    const planck = (gap: number) => {
      const kT = 298.15 * 8.617333262e-5;
      const x = gap / kT;
      // 2 pi (kT)^3 / (h^3 c^2) (x^2 + 2x + 2) e^-x
      return (
        ((2 * Math.PI * (kT * 1.602176634e-19) ** 3) / (6.62607015e-34 ** 3 * 2.99792458e10 ** 2)) *
        (x * x + 2 * x + 2) *
        Math.exp(-x)
      );
    };
    // The trapezoid rule over 5 nm, where emission grows by 3 % a nm, adds 0.2 %.
    expect(Math.abs(flux / planck(1239.841984 / 1200) - 1)).toBeLessThan(0.003);
  });

  it('refuses wavelengths the data do not reach', async () => {
    const silicon = await loadOptics('c-si');
    expect(() => sampleConstants(silicon, [2000], 300)).toThrow(/c-si.*250 to 1450 nm/);
    const film = await loadOptics('a-si-h-i');
    expect(sampleConstants(film, [1100], 300).k[0]).toBe(0);
  });
});

describe('bins', () => {
  it('lie halfway between wavelengths', () => {
    const edges = binEdges(defaultWavelengths);
    expect(edges[0]).toBe(297.5);
    expect(edges.at(-1)).toBe(1202.5);
    expect(edges.length).toBe(defaultWavelengths.length + 1);
  });
});
