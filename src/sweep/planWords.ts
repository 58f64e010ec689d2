/** What a sweep calculates at each point. */
export const sweepTargets = ['simulate', 'optics', 'energy'] as const;

/** How points are chosen. */
export const designKinds = [
  'grid',
  'latin-hypercube',
  'sobol',
  'monte-carlo',
  'one-at-a-time',
] as const;
