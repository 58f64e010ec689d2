import { UsageError } from '../cell/errors.ts';
import { quantile } from './designs/distributions.ts';
import { gridIndices } from './designs/gridIndices.ts';
import { latinHypercubePoint } from './designs/latinHypercube.ts';
import { monteCarloPoint } from './designs/monteCarloPoint.ts';
import { mostSobolAxes, sobolPoint } from './designs/sobolPoint.ts';
import type { SweepPlan } from './plan.ts';
import type { AxisValues } from './planAxis.ts';

/** An axis as a design sees it. */
export interface DesignAxis {
  readonly name: string;
  readonly values: AxisValues;
  /** Where it stands when only another axis moves. */
  readonly base: number | string;
}

/** Points by their index, in constant memory. */
export interface Design {
  readonly count: number;
  /** Values of each axis of a grid, those linked as one, the fastest last; of another design none. */
  readonly lengths: readonly number[];
  /** Values of a point, one an axis. */
  point(index: number): (number | string)[];
}

/** A sample design numbers its points exactly up to here. */
const mostPoints = 2 ** 50;

/**
 * The points of a plan.
 *
 * @param plan kind of design, number of points, seed, linked axes
 * @param axes in the order of the plan
 * @throws UsageError for a design that its axes do not allow
 */
export function designOf(
  plan: Pick<SweepPlan, 'design' | 'points' | 'seed' | 'linked'>,
  axes: readonly DesignAxis[],
): Design {
  const groups = linkedGroups(plan.linked, axes);
  if (plan.design === 'grid') return gridDesign(plan, groups, axes);
  if (plan.design === 'one-at-a-time') return singleDesign(plan, groups, axes);
  return sampleDesign(plan, groups, axes);
}

/** Axes that move together, as indices; each axis is in one group. */
function linkedGroups(
  linked: readonly (readonly string[])[],
  axes: readonly DesignAxis[],
): number[][] {
  const groups = axes.map((_, i) => [i]);
  const seen = new Set<string>();
  for (const names of linked) {
    const members = names.map((name) => {
      const index = axes.findIndex((axis) => axis.name === name);
      if (index < 0) {
        const known = axes.map((axis) => axis.name).join(', ');
        throw new UsageError(`linked "${name}" is not an axis; axes are ${known}`);
      }
      if (seen.has(name)) throw new UsageError(`axis "${name}" is linked twice`);
      seen.add(name);
      return index;
    });
    const lengths = members.map((i) => levelCount(axes[i]!.values));
    const [first] = lengths;
    const odd = lengths.findIndex((length) => length !== first);
    if (odd > 0) {
      const say = (k: number) => `${names[k]} has ${lengths[k] ?? 'a distribution'}`;
      throw new UsageError(`linked axes need as many values each: ${say(0)}, ${say(odd)}`);
    }
    groups[members[0]!] = members;
    for (const other of members.slice(1)) groups[other] = [];
  }
  return groups.filter((group) => group.length > 0);
}

function levelCount(values: AxisValues): number | undefined {
  return values.kind === 'distribution' ? undefined : values.levels.length;
}

function countedLevels(
  plan: Pick<SweepPlan, 'design' | 'points'>,
  groups: readonly (readonly number[])[],
  axes: readonly DesignAxis[],
): number[] {
  if (plan.points !== undefined) {
    throw new UsageError(
      `the design ${plan.design} has as many points as its axes give; leave out the number of points, or choose latin-hypercube, sobol or monte-carlo`,
    );
  }
  return groups.map(([axis]) => {
    const { name, values } = axes[axis!]!;
    const count = levelCount(values);
    if (count !== undefined) return count;
    throw new UsageError(
      `axis "${name}" is a distribution, which the design ${plan.design} cannot take; choose latin-hypercube, sobol or monte-carlo`,
    );
  });
}

function gridDesign(
  plan: Pick<SweepPlan, 'design' | 'points'>,
  groups: readonly (readonly number[])[],
  axes: readonly DesignAxis[],
): Design {
  const lengths = countedLevels(plan, groups, axes);
  const count = lengths.reduce((product, length) => product * length, 1);
  if (!(count <= mostPoints)) throw new UsageError(`the grid has ${count} points, at most 2^50`);
  return {
    count,
    lengths,
    point: (index) => {
      const places = gridIndices(index, lengths);
      return placed(groups, axes, (group, axis) => levelAt(axes[axis]!.values, places[group]!));
    },
  };
}

/** The base first, then each axis through its values while the others stand at the base. */
function singleDesign(
  plan: Pick<SweepPlan, 'design' | 'points'>,
  groups: readonly (readonly number[])[],
  axes: readonly DesignAxis[],
): Design {
  const lengths = countedLevels(plan, groups, axes);
  const count = lengths.reduce((sum, length) => sum + length, 1);
  return {
    count,
    lengths: [],
    point: (index) => {
      let place = index - 1;
      let moving = 0;
      while (moving < lengths.length && place >= lengths[moving]!) {
        place -= lengths[moving]!;
        moving++;
      }
      return placed(groups, axes, (group, axis) =>
        index > 0 && group === moving ? levelAt(axes[axis]!.values, place) : axes[axis]!.base,
      );
    },
  };
}

function sampleDesign(
  plan: Pick<SweepPlan, 'design' | 'points' | 'seed'>,
  groups: readonly (readonly number[])[],
  axes: readonly DesignAxis[],
): Design {
  const { design, seed, points: count } = plan;
  const dimensions = groups.length;
  if (count === undefined) throw new UsageError(`the design ${design} needs a number of points`);
  if (design === 'sobol' && dimensions > mostSobolAxes) {
    throw new UsageError(`the design sobol has ${mostSobolAxes} axes at most, not ${dimensions}`);
  }
  if (design === 'sobol' && count > 2 ** 32) {
    throw new UsageError(`the design sobol has 2^32 points at most, not ${count}`);
  }
  const cube = (index: number): number[] => {
    if (design === 'sobol') return sobolPoint(index, dimensions, seed);
    if (design === 'monte-carlo') return monteCarloPoint(index, dimensions, seed);
    return latinHypercubePoint(index, count, dimensions, seed);
  };
  return {
    count,
    lengths: [],
    point: (index) => {
      const places = cube(index);
      return placed(groups, axes, (group, axis) => {
        const { values } = axes[axis]!;
        const u = places[group]!;
        if (values.kind === 'distribution') return quantile(values.distribution, u);
        return levelAt(values, Math.floor(u * values.levels.length));
      });
    },
  };
}

function levelAt(values: AxisValues, place: number): number | string {
  if (values.kind === 'distribution') throw new RangeError('a distribution has no levels');
  return values.levels[place]!;
}

function placed(
  groups: readonly (readonly number[])[],
  axes: readonly DesignAxis[],
  value: (group: number, axis: number) => number | string,
): (number | string)[] {
  const point = new Array<number | string>(axes.length);
  groups.forEach((members, group) => {
    for (const axis of members) point[axis] = value(group, axis);
  });
  return point;
}
