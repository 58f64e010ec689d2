import type { SweepPlan } from '../plan.ts';

/** Names that expressions of a plan use, roughly: words without a dot before them. */
export function namesUsed(plan: Pick<SweepPlan, 'let' | 'where' | 'columns'>): Set<string> {
  const texts = [
    ...Object.values(plan.let).map(String),
    ...plan.where,
    ...Object.values(plan.columns),
  ];
  return new Set(texts.flatMap((text) => text.match(/(?<![.\w])[A-Za-z_]\w*/g) ?? []));
}

/** Whether a text names something, dots and all. */
export function mentions(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![.\\w])${escaped}(?![.\\w])`).test(text);
}
