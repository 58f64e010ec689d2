import { describe, expect, it } from 'vitest';
import { sampleConstants } from '../../src/optics/opticalConstants.ts';
import { parseOpticalConstants } from '../../src/optics/parseOpticalConstants.ts';

const read = (text: string) => parseOpticalConstants(text, { name: 'mine', file: 'mine.csv' });
const plain = read('wavelength_nm,n,k\n250,2.5,0.5\n500,2,0.02\n1000,1.8,0\n');

describe('a file of n and k', () => {
  it('may be in um, and run from long to short waves', () => {
    expect(read('wavelength_um,n,k\n0.25,2.5,0.5\n0.5,2,0.02\n1,1.8,0\n')).toEqual(plain);
    expect(read('wavelength_nm,n,k\n1000,1.8,0\n500,2,0.02\n250,2.5,0.5\n')).toEqual(plain);
  });

  it('may be by the energy of the photons, as ellipsometers write it', () => {
    // 1 eV is 1239.841984 nm (CODATA 2018, exact).
    const { wavelength, n, k } = read('energy_eV,n,k\n1,1.8,0\n2,2,0.02\n4,2.5,0.5\n');
    expect(Array.from(wavelength, (value) => +value.toFixed(5))).toEqual([
      309.9605, 619.92099, 1239.84198,
    ]);
    expect([Array.from(n), Array.from(k)]).toEqual([
      [2.5, 2, 1.8],
      [0.5, 0.02, 0],
    ]);
  });

  it('may be the two tables of refractiveindex.info', () => {
    const text = 'wl,n\n0.25,2.5\n0.5,2\n1,1.8\n\nwl,k\n0.25,0.5\n0.5,0.02\n1,0\n';
    expect(read(text)).toEqual(plain);
    expect(read(text.replaceAll('\n', '\r\n').replaceAll(',', '\t'))).toEqual(plain);
  });

  it('has k at the wavelengths of n, where both are known', () => {
    const text = 'wl,n\n0.2,3\n0.3,2.5\n0.4,2\n1,1.8\n\nwl,k\n0.25,0.5\n0.5,0.02\n';
    const { wavelength, n, k } = read(text);
    expect([Array.from(wavelength), Array.from(n)]).toEqual([
      [300, 400],
      [2.5, 2],
    ]);
    const known = { name: 'k', wavelength: Float64Array.of(250, 500), n: Float64Array.of(1, 1) };
    const at = sampleConstants({ ...known, k: Float64Array.of(0.5, 0.02) }, [300, 400], 300);
    expect(k).toEqual(at.k);
  });

  it.each([
    ['wavelength_nm,n\n300,2\n400,2\n', 'mine.csv  column "k" is missing; a transparent material'],
    ['wl,n\n0.3,2\n0.4,2\n', 'mine.csv  column "k" is missing'],
    ['wl,n\n0.3,2\n0.4,2\nwl,k\n0.5,0\n0.6,0\n', 'n and k share no range'],
    ['wl,n\n0.3,2\n0.4,2\n\nwl,k\n0.5,0\n0.6,x\n', 'mine.csv:7:2  k: "x" is not a number'],
    ['wavelength_nm,n,k\n0.3,2,0\n0.4,2,0\n', 'if these are micrometres, name the column'],
    ['wavelength_nm,n,k\n300,2,0\n250,2,0\n400,2,0\n', 'mine.csv:3:1  wavelength_nm: 250 does not'],
    ['energy_eV,n,k\n1,2,0\n3,2,0\n2,2,0\n', 'mine.csv:4:1  energy_eV: 2 does not come after 3'],
    ['energy_eV,wavelength_nm,n,k\n1,1240,2,0\n2,620,2,0\n', 'exclude each other'],
    ['wave,n,k\n1,2,0\n2,2,0\n', 'wavelength_nm or wavelength_um or energy_eV is missing'],
    ['wavelength_nm,n,k\n300,2,0\n', 'needs at least two wavelengths'],
  ])('says what is wrong with %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
