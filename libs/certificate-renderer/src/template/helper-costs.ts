import type { TemplateValue } from './template-value.js';

/** What drawing costs at least, in the steps of a template that take as long; measured generously. */
const DRAWING: ReadonlyMap<string, number> = new Map([
  ['qr', 500],
  ['guilloche', 500],
  ['rosette', 500],
  ['svg', 50],
  ['image', 50],
]);

/** Characters that a helper reads, or writes anew, in the time of a step. */
const CHARACTERS_A_STEP = 100;

/**
 * What a call counts for beside the step that it is: without it a loop of cheap steps could call for minutes of work.
 * Counted before the work is done, so a call too many is never begun.
 */
export function costOfHelper(name: string, values: readonly TemplateValue[]): number {
  const characters = values.reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length : 0),
    0,
  );
  return (DRAWING.get(name) ?? 0) + Math.floor(characters / CHARACTERS_A_STEP);
}
