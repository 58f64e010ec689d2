import { describe, expect, it } from 'vitest';
import { simulateCell } from '../../src/cell/simulate.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';

describe('a film mixed with grains of other materials', () => {
  const at = async (...set: string[]) =>
    simulateCell(await loadCell('shj', { set }), {
      spectrum: await loadSpectrum('am1.5g'),
      irradiance: 1000,
      temperature: 25,
    });

  it('is the film alone without grains', async () => {
    const none = await at('front.layers.n.mixed_with=[]');
    const zero = await at('front.layers.n.mixed_with=[{optics: sio2, share: 0}]');
    const pure = await at();
    expect(none).toEqual(pure);
    expect(zero.jsc_mA_cm2).toBeCloseTo(pure.jsc_mA_cm2, 3);
  });

  it('lets more light through the more oxide and crystals it holds', async () => {
    // Mazzarella 2020, doi:10.3390/coatings10080759: nc-SiOx:H windows gain current.
    const pure = await at();
    const some = await at('front.layers.n.mixed_with=[{optics: sio2, share: 20 %}]');
    const window = await at(
      'front.layers.n.mixed_with=[{optics: sio2, share: 30 %}, {optics: c-si, share: 50 %}]',
    );
    expect(some.jsc_mA_cm2).toBeGreaterThan(pure.jsc_mA_cm2 + 0.1);
    expect(window.jsc_mA_cm2).toBeGreaterThan(some.jsc_mA_cm2 + 0.1);
    expect(window.jsc_mA_cm2).toBeLessThan(pure.jsc_mA_cm2 + pure.photons.films['front.n']);
  });

  it('is refused with more grains than film, or with a material nobody knows', async () => {
    await expect(
      loadCell('shj', {
        set: ['front.layers.n.mixed_with=[{optics: sio2, share: 0.6}, {optics: c-si, share: 0.5}]'],
      }),
    ).rejects.toThrow(/mixed_with.*add up to more than the film/);
    await expect(
      loadCell('shj', { set: ['front.layers.n.mixed_with=[{optics: sio, share: 0.1}]'] }),
    ).rejects.toThrow(/front\.layers\.n\.mixed_with\.0\.optics.*sio2/s);
  });
});
