/**
 * Results as pictures: SVG, text for a terminal, or numbers.
 *
 * @module solarcell/plot
 */

export type { IrradianceDocument, IrradianceHour, IrradianceSums } from '../irradianceDocument.ts';
export type { LimitDocument, LimitRow } from '../limitDocument.ts';
export type { ClimateRatingSection, RatingDocument, RatingSpectrum } from '../ratingDocument.ts';
export { columnAxis } from './columnAxis.ts';
export {
  type Axis,
  axis,
  type Bar,
  type BarPanel,
  type Curve,
  type CurvePanel,
  type FaceShape,
  type Figure,
  type FigurePoint,
  type Film,
  type FilmPanel,
  type HeatPanel,
  type Panel,
  type StackLayer,
} from './figure.ts';
export { figureCsv } from './figureCsv.ts';
export { compareFigure } from './figures/compareFigure.ts';
export { irradianceFigure } from './figures/irradianceFigure.ts';
export { limitFigure } from './figures/limitFigure.ts';
export { photonsFigure } from './figures/photonsFigure.ts';
export { ratingFigure } from './figures/ratingFigure.ts';
export { stackFigure } from './figures/stackFigure.ts';
export { type SweepPicture, type SweepTable, sweepFigure } from './figures/sweepFigure.ts';
export { temperaturesFigure } from './figures/temperaturesFigure.ts';
export { terminalsFigure } from './figures/terminalsFigure.ts';
export { yearFigures } from './figures/yearFigures.ts';
export { cellStyles, type SeriesStyle, seriesStyle } from './seriesStyle.ts';
export { simulateFigures } from './simulateFigures.ts';
export { figureSvg, type SvgOptions } from './svg/figureSvg.ts';
export type { PlotDocument, PlotElement } from './svg/plotDocument.ts';
export { svgText } from './svg/svgText.ts';
export { type FigureTextOptions, figureText } from './terminal/figureText.ts';
