import type { OfferingView } from '@laurel/plugin-kit';
import { offeringView, type ProgrammeRow } from './offering-view.js';

/** What a card shows beside the plugin's view of the offering; the description is read when it is asked for. */
export interface OfferingExtras {
  readonly speakers: readonly string[];
  readonly withdrawnNotice: string | null;
}

/** An activity's whole programme at one revision. Immutable, and shared by everyone who reads that revision. */
export class Programme {
  /** In the order in which a programme is read: by time, then room, then code. */
  readonly offerings: readonly OfferingView[];
  /** Keys of the credit types that any of it carries. */
  readonly creditTypes: ReadonlySet<string>;
  private readonly byId: ReadonlyMap<string, OfferingView>;
  private readonly byCode: ReadonlyMap<string, readonly OfferingView[]>;
  private readonly extras: ReadonlyMap<string, OfferingExtras>;

  constructor(
    readonly activityId: string,
    readonly revision: number,
    rows: readonly ProgrammeRow[],
  ) {
    this.offerings = Object.freeze(rows.map(offeringView).sort(inReadingOrder));
    this.creditTypes = new Set(
      this.offerings.flatMap(({ credits }) => credits.map(({ creditType }) => creditType)),
    );
    this.byId = new Map(this.offerings.map((offering) => [offering.id, offering]));
    this.byCode = Map.groupBy(this.offerings, (offering) => offering.code);
    this.extras = new Map(
      rows.map(({ id, speakers, withdrawnNotice }) => [
        id,
        Object.freeze({ speakers: Object.freeze([...speakers]), withdrawnNotice }),
      ]),
    );
  }

  offering(id: string): OfferingView | undefined {
    return this.byId.get(id);
  }

  /** Every offering under a code; more than one when the programme uses a code twice. */
  offeringsOfCode(code: string): readonly OfferingView[] {
    return this.byCode.get(code) ?? [];
  }

  extrasOf(id: string): OfferingExtras {
    return this.extras.get(id) ?? NO_EXTRAS;
  }
}

const NO_EXTRAS: OfferingExtras = Object.freeze({ speakers: Object.freeze([]), withdrawnNotice: null });

/** Offerings without a time come last, by code. */
const inReadingOrder = (a: OfferingView, b: OfferingView): number =>
  (a.startsAt === null ? 1 : 0) - (b.startsAt === null ? 1 : 0) ||
  (a.startsAt !== null && b.startsAt !== null ? Temporal.Instant.compare(a.startsAt, b.startsAt) : 0) ||
  compareText(a.room, b.room) ||
  compareText(a.code, b.code) ||
  compareText(a.id, b.id);

/** By code point: the same on every machine, and cheap. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
