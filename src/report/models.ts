import type { Cell } from '../cell/cell.ts';

type Law = keyof Cell['description']['wafer']['models'];

/** How the numbers were made: one sentence a stage, and the silicon models that the cells chose. */
export interface Models {
  readonly light: string;
  readonly optics: string;
  readonly device: string;
  readonly circuit: string;
  readonly energy: string;
  readonly auger: readonly string[];
  readonly narrowing: readonly string[];
  readonly mobility: readonly string[];
  readonly injection: readonly string[];
  readonly gap: readonly string[];
  readonly density: readonly string[];
  readonly radiative: readonly string[];
  readonly screening: readonly string[];
  readonly tunnelling: readonly string[];
  readonly ionisation: readonly string[];
}

/** Models behind a comparison of these cells. */
export function modelsOf(cells: readonly Cell[]): Models {
  const chosen = (law: Law) => [
    ...new Set(cells.map((cell) => cell.description.wafer.models[law])),
  ];
  return {
    light: 'tabulated spectrum, scaled to the irradiance',
    optics: 'transfer matrix, random pyramids by path classes, diffuse light trapping',
    device: 'one-dimensional drift-diffusion in steady state, Scharfetter-Gummel, full Newton',
    circuit: 'series and shunt resistance, second diode, shading',
    energy: 'trapezoid in time over maximum power',
    auger: chosen('auger'),
    narrowing: chosen('narrowing'),
    mobility: chosen('mobility'),
    injection: chosen('injection'),
    gap: chosen('gap'),
    density: chosen('density'),
    radiative: chosen('radiative'),
    screening: chosen('screening'),
    tunnelling: chosen('tunnelling'),
    ionisation: chosen('ionisation'),
  };
}
