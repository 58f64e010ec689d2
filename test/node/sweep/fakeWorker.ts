import { serveBlocks } from '../../../src/node/sweep/serveBlocks.ts';
import { prepareFake } from './fakeSweep.ts';

export default serveBlocks(prepareFake);
