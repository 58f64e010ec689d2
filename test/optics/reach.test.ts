import { describe, expect, it } from 'vitest';
import { assembleOptics } from '../../src/cell/assembleOptics.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { encapsulated } from '../../src/optics/module.ts';
import { air, sampleConstants } from '../../src/optics/opticalConstants.ts';
import { parseOpticalConstants } from '../../src/optics/parseOpticalConstants.ts';
import { heldConstants, ReachError } from '../../src/optics/reach.ts';
import { solveOptics } from '../../src/optics/solveOptics.ts';
import { defaultWavelengths } from '../../src/optics/wavelengths.ts';

const table = (rows: string, head = '') =>
  parseOpticalConstants(`${head}wavelength_nm,n,k\n${rows}`, { name: 'mine' });

describe('what optical constants do not reach', () => {
  it('is refused with every layer it concerns, whatever side the light comes from', async () => {
    const cell = assembleOptics(await loadCell('shj'));
    const short = table('400,2,0.01\n1000,1.8,0.01\n');
    const [first, ...rest] = cell.front.films;
    const front = { ...cell.front, films: [{ ...first!, constants: short }, ...rest] };
    const wafer = { ...cell.wafer, constants: { ...short, name: 'silicon' } };
    for (const side of ['front', 'rear'] as const) {
      const solve = () => solveOptics({ ...cell, front, wafer }, defaultWavelengths, 300, { side });
      expect(solve).toThrow(ReachError);
      expect(solve).toThrow(
        'optical constants "mine" of front.tco reach from 400 to 1000 nm, not to 300 and 1200 nm; ' +
          'optical constants "silicon" of wafer reach',
      );
    }
    // Within the range of the table the same cell is solved.
    expect(() => solveOptics({ ...cell, front }, Float64Array.of(400, 1000), 300)).not.toThrow();
  });

  it('is looked for in glass, fingers and the metal behind too', async () => {
    const short = table('400,1.5,0\n1000,1.5,0\n');
    const perc = assembleOptics(await loadCell('perc'));
    const eva = await loadOptics('eva');
    const module = encapsulated(perc, { glass: short, encapsulant: eva, rear: 'glass' });
    expect(() => solveOptics(module, defaultWavelengths, 300)).toThrow('of front.glass');
    const metal = { ...perc, rear: { ...perc.rear, outside: { ...short, name: 'alloy' } } };
    expect(() => solveOptics(metal, defaultWavelengths, 300)).toThrow('"alloy" of rear.outside');
    const printed = { ...perc, front: { ...perc.front, metal: { share: 0.02, constants: short } } };
    expect(() => solveOptics(printed, defaultWavelengths, 300)).toThrow('of front.fingers');
  });

  it('is told where a film is held beyond its table', async () => {
    const cell = assembleOptics(await loadCell('shj'));
    expect(heldConstants(cell, defaultWavelengths)).toEqual(
      [
        ['front.n', 'a-si-h-n'],
        ['front.i', 'a-si-h-i'],
        ['rear.i', 'a-si-h-i'],
        ['rear.p', 'a-si-h-p'],
      ].map(([layer, material]) => ({ layer, material, beyond_nm: 849.3 })),
    );
    expect(heldConstants(cell, [300, 800])).toEqual([]);
    expect(heldConstants({ ...cell, wafer: { ...cell.wafer, constants: air } }, [500])).toEqual([]);
  });

  it('may be held for a film that is transparent where its table ends, for no other', () => {
    const hold = '# hold: n stays and k = 0\n';
    expect(table('400,2,0.1\n800,1.9,0.0005\n', hold).transparentBeyond).toBe(true);
    expect(() => table('400,2,0.1\n800,1.9,0.01\n', hold)).toThrow('but k is 0.01 there');
    // Free carriers: k grows towards the infrared.
    expect(() => table('400,2,0\n800,1.9,0.0005\n', hold)).toThrow('k rises from 0 to 0.0005');
  });
});

it('silicon of Green 2022 warms as that of Green 2008 does', async () => {
  const wavelength = [400, 800, 1000, 1100, 1150];
  const [known, other] = await Promise.all([loadOptics('c-si'), loadOptics('c-si-green2022')]);
  for (const key of ['n', 'k'] as const) {
    const growth = [known, other].map((constants) => {
      const [cold, warm] = [298, 348].map(
        (temperature) => sampleConstants(constants, wavelength, temperature)[key],
      );
      return wavelength.map((_, i) => warm![i]! / cold![i]!);
    });
    for (const [i, value] of growth[0]!.entries()) expect(growth[1]![i]).toBeCloseTo(value, 4);
  }
});
