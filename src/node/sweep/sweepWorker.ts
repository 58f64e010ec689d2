import type { SweepPlan } from '../../sweep/plan.ts';
import { prepareSweep } from '../prepareSweep.ts';
import { serveBlocks } from './serveBlocks.ts';

/** What the worker threads of this program run: points of a plan. */
export default serveBlocks((plan) => prepareSweep(plan as SweepPlan));
