/** A name that belongs to a point. */
export interface PlacedLabel {
  /** Of the point, px. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly color: string;
}

/** Least distance of lines of text, px. */
const lineHeight = 15;

/**
 * Sets labels apart: each as near to its point as its neighbours let it, in the order of the points.
 *
 * @param labels with the heights they want
 * @param low,high ends of the room, px
 * @returns with the heights they get
 */
export function spreadLabels(
  labels: readonly PlacedLabel[],
  low: number,
  high: number,
): (PlacedLabel & { readonly textY: number })[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  // Groups of labels that touch stand as a block around the mean of their points.
  interface Block {
    centre: number;
    members: PlacedLabel[];
  }
  const blocks: Block[] = [];
  for (const label of sorted) {
    blocks.push({ centre: label.y, members: [label] });
    for (;;) {
      const last = blocks[blocks.length - 1]!;
      const half = (lineHeight * (last.members.length - 1)) / 2;
      last.centre = Math.max(low + half, Math.min(high - half, last.centre));
      const before = blocks[blocks.length - 2];
      if (!before) break;
      const gap =
        last.centre - half - (before.centre + (lineHeight * (before.members.length - 1)) / 2);
      if (gap >= lineHeight) break;
      blocks.length -= 2;
      const members = [...before.members, ...last.members];
      const centre = members.reduce((sum, { y }) => sum + y, 0) / members.length;
      blocks.push({ centre, members });
    }
  }
  return blocks.flatMap(({ centre, members }) =>
    members.map((label, k) => ({
      ...label,
      textY: centre + lineHeight * (k - (members.length - 1) / 2),
    })),
  );
}
