import { prepareFrom } from '../../sweep/prepare.ts';
import type { SweepSource } from '../../sweep/sweepSource.ts';
import { serveBlocks } from './serveBlocks.ts';

/** What the worker threads of this program run: points of a plan that the main thread has read. */
export default serveBlocks((source) => prepareFrom(source as SweepSource));
