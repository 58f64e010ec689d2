import { parseHTML } from 'linkedom';
import { figureCsv, figureSvg, figureText, sweepFigure } from 'solarcell/plot';

const columns = ['wafer.thickness_um', 'efficiency_pct'];
const rows = [
  [60, 24.711],
  [80, 24.781],
  [100, 24.803],
  [120, 24.8],
  [140, 24.782],
];
const figure = sweepFigure(
  { columns, rows },
  { title: 'Efficiency over thickness', inputs: ['wafer.thickness_um'], output: 'efficiency_pct' },
);

const { document } = parseHTML('<!doctype html><html></html>'); // in a browser there is one
const svg = String(figureSvg(figure, { document, hover: true, paper: 'none' }));
console.log(`${svg.slice(0, 4)}..., ${figureCsv(figure).split('\n').length - 2} points`);
console.log(figureText(figure, { columns: 60, rows: 14, color: false }));
