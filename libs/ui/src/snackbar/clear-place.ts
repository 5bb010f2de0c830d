/** Where something stands in the window, in pixels from its top left. */
export type Box = Pick<DOMRectReadOnly, 'top' | 'bottom' | 'left' | 'right'>;

/** Between the message and what it stands above. */
const GAP = 8;

/**
 * How far to lift a box so that it covers none of the others: above each in its way, one after the other. Higher than
 * half the window it would be in the way of reading, and stays where it is.
 *
 * @returns pixels upward, 0 where nothing is in the way
 */
export function liftToClear(box: Box, others: readonly Box[], windowHeight: number): number {
  let lift = 0;
  // From the lowest up, for lifting over one may bring it over the next.
  for (const other of others.toSorted((a, b) => b.bottom - a.bottom)) {
    const isBeside = other.right <= box.left || other.left >= box.right;
    const isClear = other.bottom <= box.top - lift || other.top >= box.bottom - lift + GAP;
    if (!isBeside && !isClear) lift = box.bottom - other.top + GAP;
  }
  return box.top - lift < windowHeight / 2 ? 0 : lift;
}
