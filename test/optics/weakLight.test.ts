import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffuseTransmittance } from '../../src/optics/exponentialIntegral.ts';
import { weakestDepth, weakLight } from '../../src/optics/weakLight.ts';

const depth = fc.double({ min: 1e-9, max: weakestDepth, noNaN: true });
const flux = fc.double({ min: 0, max: 1, noNaN: true });
const ray = fc.record({ depth, down: flux, up: flux, isotropic: fc.boolean() });

it('is the sum over its rays of what each loses, whatever the wavelength and direction', () => {
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(ray, { minLength: 1, maxLength: 9 }), cuts, (rays, within) => {
      const thickness = 0.015;
      const x = Float64Array.from([0, ...within.sort((a, b) => a - b), 1], (s) => s * thickness);
      const light = weakLight();
      for (const { depth, down, up, isotropic } of rays) {
        if (isotropic) light.addDiffuse(depth, down, up);
        else light.addBeam(depth, down, up);
      }
      const taken = new Float64Array(x.length - 1);
      light.addTo(taken, x);
      taken.forEach((found, i) => {
        // Beer and Lambert, and 2 E3 by its continued fraction or its other series.
        const exact = rays.reduce((sum, { depth, down, up, isotropic }) => {
          const left = (share: number) =>
            isotropic ? diffuseTransmittance(depth * share) : Math.exp(-depth * share);
          const [from, to] = [x[i]! / thickness, x[i + 1]! / thickness];
          return sum + down * (left(from) - left(to)) + up * (left(1 - to) - left(1 - from));
        }, 0);
        expect(Math.abs(found - exact)).toBeLessThan(1e-14 * rays.length);
      });
    }),
    { numRuns: 300 },
  );
});

it('keeps all digits of a thin interval where light enters', () => {
  const light = weakLight();
  light.addBeam(weakestDepth, 1, 0);
  const taken = new Float64Array(2);
  light.addTo(taken, Float64Array.of(0, 1e-12, 1));
  expect(taken[0]! / -Math.expm1(-weakestDepth * 1e-12)).toBeCloseTo(1, 14);
});
