import type { ClaimStateInForce, Hundredths } from '@laurel/credit';
import type { ClaimBasis, ClaimView, LineView, OfferingView } from '@laurel/plugin-kit';
import type { Programme } from '../../catalogue/programme/programme.js';
import type { CreditAdjustment, CreditTotal, TrailRecord } from '../workflow.types.js';

/** What was claimed of one credit type; hundredths. */
export interface ClaimedCredit {
  creditType: string;
  selected: number;
  /** The most that could be claimed after every adjustment. */
  computed: number;
  claimed: number;
  /** What took it from `selected` to `computed` when it was submitted; absent where nothing did. */
  adjustments?: readonly RecordedAdjustment[];
}

/** An adjustment as it was decided at the submission. */
export type RecordedAdjustment = Omit<CreditAdjustment, 'entry'> & { readonly entry: TrailRecord };

/** One line as it is stored. */
export interface StoredLine {
  readonly offeringId: string;
  readonly creditType: string;
  /** Hundredths. */
  readonly amount: number;
  /** `learner`, or the kind of evidence it was imported from. */
  readonly addedFrom: string;
}

/** A claim with its lines, in the order in which they were added. */
export interface StoredClaim {
  readonly id: string;
  readonly state: 'draft' | ClaimStateInForce;
  readonly revision: number;
  readonly amendsClaimId: string | null;
  readonly credits: readonly ClaimedCredit[];
  readonly heldReason: string | null;
  readonly submittedAt: Temporal.Instant | null;
  /** When staff opened it again for the learner. */
  readonly reopenedAt: Temporal.Instant | null;
  readonly workflowRevision: number | null;
  /** The revision its documents were decided anew by, if they were. */
  readonly documentsRevision: number | null;
  /** Totals the learner chose, hundredths by credit type. */
  readonly chosen: Readonly<Record<string, Hundredths>>;
  readonly lines: readonly StoredLine[];
}

const NOTHING: ClaimView['chosen'] = Object.freeze({});

/** A draft that has not been begun, or begun as an amendment of the claim in force. */
export const unbegunDraft = (amended: StoredClaim | null): ClaimView =>
  Object.freeze({
    id: null,
    state: 'draft',
    isAmendment: amended !== null,
    isReopened: amended !== null && amended.reopenedAt !== null,
    submittedAt: null,
    isAttested: false,
    chosen: NOTHING,
  });

/** @param amended the claim that a draft amends */
export const claimView = (claim: StoredClaim, amended: StoredClaim | null = null): ClaimView =>
  Object.freeze({
    id: claim.id,
    state: claim.state,
    isAmendment: claim.amendsClaimId !== null,
    isReopened: (amended ?? claim).reopenedAt !== null,
    submittedAt: claim.submittedAt,
    isAttested: claim.state !== 'draft',
    chosen: claim.chosen,
  });

/** What is left of a line whose offering the programme no longer knows at all; it can only be removed. */
const lostOffering = (id: string): OfferingView =>
  Object.freeze({
    id,
    code: '',
    title: 'A session that is no longer in the programme',
    startsAt: null,
    endsAt: null,
    day: null,
    room: '',
    track: '',
    category: '',
    type: '',
    courseId: null,
    tier: null,
    isHighlight: false,
    isWithdrawn: true,
    credits: Object.freeze([]),
  });

type Offerings = Pick<Programme, 'offering'>;

/**
 * Lines of a draft. Attended: the amount is what the programme offers now, not what it offered when the line was
 * added. Earned: what the learner chose, or what is offered now when that is less.
 */
export const draftLines = (
  lines: readonly StoredLine[],
  programme: Offerings,
  basis: ClaimBasis,
): readonly LineView[] =>
  viewsOf(lines, programme, ({ creditType, amount }, offering) => {
    const offered = offering.credits.find((credit) => credit.creditType === creditType)?.amount ?? amount;
    return basis === 'earned' ? Math.min(amount, offered) : offered;
  });

/** Lines of a submitted claim, exactly as they were attested. */
export const attestedLines = (lines: readonly StoredLine[], programme: Offerings): readonly LineView[] =>
  viewsOf(lines, programme, ({ amount }) => amount);

const viewsOf = (
  lines: readonly StoredLine[],
  programme: Offerings,
  amountOf: (line: StoredLine, offering: OfferingView) => number,
): readonly LineView[] =>
  Object.freeze(
    lines.map((line) => {
      const offering = programme.offering(line.offeringId) ?? lostOffering(line.offeringId);
      return Object.freeze({ offering, creditType: line.creditType, amount: amountOf(line, offering) });
    }),
  );

/** Claimed amounts as plugins are given them: hundredths per credit type key. */
export const claimedRecord = (credits: readonly ClaimedCredit[]): Readonly<Record<string, Hundredths>> =>
  Object.freeze(Object.fromEntries(credits.map(({ creditType, claimed }) => [creditType, claimed])));

/** A total of a credit type with what it was adjusted by, as it is to be remembered. */
export const recordedCredit = (
  { creditType, selected, computed, adjustments }: CreditTotal,
  claimed: Hundredths,
): ClaimedCredit => ({
  ...{ creditType, selected, computed, claimed },
  ...(adjustments.length === 0
    ? {}
    : { adjustments: adjustments.map(({ entry, ...known }) => ({ ...known, entry: entry.toJSON() })) }),
});

/** The totals of a claim as they were decided at its submission, whatever programme and workflow say by now. */
export const recordedTotals = (credits: readonly ClaimedCredit[]): readonly CreditTotal[] =>
  credits.map(({ creditType, selected, computed, adjustments = [] }) => ({
    ...{ creditType, selected, computed },
    adjustments: adjustments.map(({ entry, ...known }) => ({
      ...known,
      entry: { ...entry, toJSON: () => entry },
    })),
  }));
