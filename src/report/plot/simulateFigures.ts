import type { SimulateDocument } from '../simulateDocument.ts';
import type { Figure } from './figure.ts';
import { bandsFigure } from './figures/bandsFigure.ts';
import { eqeFigure } from './figures/eqeFigure.ts';
import { jvFigure } from './figures/jvFigure.ts';
import { lifetimeFigure } from './figures/lifetimeFigure.ts';
import { lossesFigure } from './figures/lossesFigure.ts';
import { photonsFigure } from './figures/photonsFigure.ts';
import { sunsVocFigure } from './figures/sunsVocFigure.ts';
import { temperatureFigure } from './figures/temperatureFigure.ts';

/** A figure for each part of a document; the photon budget where it has no part. */
export function simulateFigures(document: SimulateDocument): Figure[] {
  const parts = [
    jvFigure(document),
    eqeFigure(document),
    sunsVocFigure(document),
    bandsFigure(document),
    lifetimeFigure(document),
    lossesFigure(document),
    temperatureFigure(document),
  ].filter((figure) => figure !== undefined);
  return parts.length > 0 ? parts : [photonsFigure(document)];
}
