import type { Cart, CartLine } from '../../core/api/contract.js';
import { groupByDay } from '../sessions/select-offerings.js';

/** A part of a session's time, in percent of the block's whole time. */
export interface Span {
  from: number;
  width: number;
}

export interface BlockLine {
  line: CartLine;
  /** Where the session lies in the block's time; null for a block of one. */
  span: Span | null;
  /** The parts of it that another session of the block shares. */
  shared: Span[];
}

/** Sessions that belong together because they overlap, or one session by itself. */
export interface CartBlock {
  key: string;
  lines: BlockLine[];
  /** What their common time does to the credit, and once what would help. */
  overlaps: Cart['overlaps'];
  remedies: string[];
}

export interface CartDay {
  day: string | null;
  blocks: CartBlock[];
}

/** The cart as it is drawn: by day, and within a day overlapping sessions bracketed on one line of time. */
export function cartDays(lines: readonly CartLine[], overlaps: Cart['overlaps']): CartDay[] {
  return groupByDay(lines).map(({ day, offerings }) => ({ day, blocks: blocks(offerings, overlaps) }));
}

function blocks(lines: readonly CartLine[], overlaps: Cart['overlaps']): CartBlock[] {
  const found: CartLine[][] = [];
  for (const line of lines) {
    const isMet = (other: CartLine) =>
      overlaps.some(
        ({ offeringIds }) => offeringIds.includes(line.offeringId) && offeringIds.includes(other.offeringId),
      );
    const touching = found.filter((block) => block.some(isMet));
    const merged = [...touching.flat(), line];
    const first = touching[0];
    if (first === undefined) {
      found.push(merged);
      continue;
    }
    found[found.indexOf(first)] = merged;
    for (const other of touching.slice(1)) found.splice(found.indexOf(other), 1);
  }
  return found.map((block) => {
    const own = overlaps.filter(({ offeringIds }) =>
      offeringIds.every((id) => block.some((line) => line.offeringId === id)),
    );
    return {
      key: block.map((line) => line.offeringId).join(' '),
      lines: withSpans(block),
      overlaps: own,
      remedies: [...new Set(own.flatMap(({ remedy }) => remedy ?? []))],
    };
  });
}

function withSpans(lines: readonly CartLine[]): BlockLine[] {
  const times = lines.map((line) => ({ line, from: instant(line.startsAt), to: instant(line.endsAt) }));
  const begin = Math.min(...times.map(({ from }) => from));
  const length = Math.max(...times.map(({ to }) => to)) - begin;
  if (lines.length < 2 || !(length > 0)) return lines.map((line) => ({ line, span: null, shared: [] }));
  const span = (from: number, to: number): Span => ({
    from: ((from - begin) / length) * 100,
    width: ((to - from) / length) * 100,
  });
  return times.map(({ line, from, to }) => ({
    line,
    span: span(from, to),
    shared: times
      .filter((other) => other.line !== line && other.from < to && from < other.to)
      .map((other) => span(Math.max(from, other.from), Math.min(to, other.to))),
  }));
}

const instant = (text: string | null): number => (text === null ? Number.NaN : Date.parse(text));
