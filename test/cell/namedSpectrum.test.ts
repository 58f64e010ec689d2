import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cell/errors.ts';
import { namedSpectrum } from '../../src/cell/namedSpectrum.ts';
import { cellSimulator } from '../../src/cell/simulate.ts';
import { integrateIrradiance } from '../../src/light/integrateIrradiance.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';

const spectrumOf = async (name: string) => (await namedSpectrum(name))!;

describe('a cloudless sky by name', () => {
  it('is AM1.5G where nothing is said, within what the simple model is worth', async () => {
    // ASTM G173 by SMARTS: 1000.4 and 900.1 W/m2. Bird and Riordan state 5 to 10 %.
    expect(Math.abs(integrateIrradiance(await spectrumOf('clear-sky')) / 1000.4 - 1)).toBeLessThan(
      0.03,
    );
    const direct = integrateIrradiance(await spectrumOf('clear-sky:part=direct'));
    expect(Math.abs(direct / 900.1 - 1)).toBeLessThan(0.03);
  });

  it('takes units, any case and spaces', async () => {
    const one = await spectrumOf('clear-sky:airmass=2,water=3,pressure=90000');
    const other = await spectrumOf('Clear-Sky: water = 30 mm, airmass=2, pressure=900 hPa');
    expect([...other.irradiance]).toEqual([...one.irradiance]);
  });

  it('parts add up: global is the beam by its cosine, and the rest', async () => {
    const part = async (name: string) => spectrumOf(`clear-sky:zenith=60,tilt=30,part=${name}`);
    const [all, beam, rest] = [await part('global'), await part('direct'), await part('diffuse')];
    all.irradiance.forEach((value, i) => {
      expect(beam.irradiance[i] * Math.cos(Math.PI / 6) + rest.irradiance[i]).toBeCloseTo(
        value,
        12,
      );
    });
  });

  it('an airmass stands for its angle', async () => {
    const [byAirmass, byZenith] = [
      await spectrumOf('clear-sky:airmass=1.99429'),
      await spectrumOf('clear-sky:zenith=60'),
    ];
    expect(integrateIrradiance(byAirmass) / integrateIrradiance(byZenith)).toBeCloseTo(1, 4);
  });
});

describe('lines by name', () => {
  it('have their middle, width and 1000 W/m2', async () => {
    for (const name of ['led:0.85um,width=30nm', 'laser:850nm']) {
      const { wavelength, irradiance } = await spectrumOf(name);
      const top = Math.max(...irradiance);
      const above = wavelength.filter((_, i) => irradiance[i] >= top / 2);
      expect((above[0] + above[above.length - 1]) / 2).toBeCloseTo(850, 9);
      const width = above[above.length - 1] - above[0];
      expect(width / (name.startsWith('led') ? 30 : 0.1)).toBeCloseTo(1, 9);
      expect(integrateIrradiance(await spectrumOf(name))).toBeCloseTo(1000, 9);
    }
  });

  it('a diode is 1.8 kT wide: 27 nm at 850 nm', async () => {
    const { wavelength } = await spectrumOf('led:850nm');
    expect((wavelength[wavelength.length - 1] - wavelength[0]) / 8).toBeCloseTo(27.12, 2);
  });

  it('a cell is solved at the line itself, not at the nearest of its usual wavelengths', async () => {
    const cell = await loadCell('perc');
    const at = async (nm: number) => {
      const { optics, photonFlux } = cellSimulator(cell, await spectrumOf(`laser:${nm}nm`), 25);
      const photons = photonFlux.reduce((sum, flux) => sum + flux, 0);
      return optics.wafer.reduce((sum, share, w) => sum + share * photonFlux[w], 0) / photons;
    };
    // Between neighbours of the usual grid the share absorbed is a smooth curve, no step.
    const [a, b, c] = [await at(1151), await at(1152), await at(1153)];
    expect(a).toBeGreaterThan(b);
    expect(b).toBeGreaterThan(c);
    expect(Math.abs(a - 2 * b + c)).toBeLessThan(0.1 * (a - c));
  });
});

describe('a name that says something else', () => {
  it.each([
    ['clear-sky:airmas=2', /unknown parameter "airmas"; did you mean "airmass"\?/],
    ['clear-sky:airmass=0', /airmass 0 is outside 1 to 37/],
    ['clear-sky:airmass=2,zenith=30', /airmass and zenith exclude each other/],
    ['clear-sky:water=2,water=3', /water is given twice/],
    ['clear-sky:water=2 kg', /water "2 kg" has the wrong dimension/],
    [
      'clear-sky:part=globl',
      /part "globl" is not one of global, direct, diffuse; did you mean "global"/,
    ],
    ['led', /wavelength is missing; an example: led:850nm/],
    ['led:850nm,width=', /width needs a value/],
    ['laser:blue', /wavelength "blue" is not a number/],
  ])('is refused in one line: %s', async (name, message) => {
    await expect(namedSpectrum(name)).rejects.toThrow(UsageError);
    await expect(namedSpectrum(name)).rejects.toThrow(message);
  });

  it('may be a file or unknown', async () => {
    expect(await namedSpectrum('am1.5g')).toBeUndefined();
    await expect(loadSpectrum('clearsky')).rejects.toThrow(
      /unknown spectrum "clearsky"; did you mean "clear-sky"\? \(am0, .*laser:1064nm, or the path/,
    );
  });
});
