/** Ideality of recombination where a junction meets the edge. */
export const edgeIdeality = 2;
