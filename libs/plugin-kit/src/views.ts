import type { Hundredths } from '@laurel/credit';

/**
 * What a pure stage may look at. The host builds these views from its rows, freezes them deeply, and hands
 * them over as one argument; a plugin never sees an entity, a connection or a clock.
 */

export interface TenantView {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** IANA zone, e.g. `America/Chicago`. */
  readonly timeZone: string;
}

export type ActivityKind = 'meeting' | 'course' | 'journal' | 'other';

/**
 * `attended`: the learner picks what they took part in; one claim is in force, and may be amended.
 * `earned`: credit accrues from completions; any number of claims, each offering once per credit type.
 */
export type ClaimBasis = 'attended' | 'earned';

/** A course of an activity: groups topics, and gets a certificate of its own. */
export interface CourseView {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** As the AMA names it, e.g. `enduring material`. */
  readonly learningFormat: string;
  readonly parsId: string | null;
}

export interface ActivityView {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly kind: ActivityKind;
  readonly basis: ClaimBasis;
  /** In the order in which they are shown; empty where offerings are not grouped. */
  readonly courses: readonly CourseView[];
  /** The learning format as the AMA names it, e.g. `live activity`, `enduring material`. */
  readonly learningFormat: string;
  readonly place: string | null;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  /** The activity's own zone, or the tenant's. */
  readonly timeZone: string;
  readonly parsId: string | null;
  /** Designated maximum per credit type key; a type that is absent has none. */
  readonly maxima: Readonly<Record<string, Hundredths>>;
}

export interface CreditTypeView {
  readonly key: string;
  /** As printed, e.g. `AMA PRA Category 1 Credits™`. */
  readonly name: string;
  readonly unit: { readonly one: string; readonly other: string };
  /** Smallest step that may be claimed, 25 unless the authority says otherwise. */
  readonly increment: Hundredths;
  /** Professions that may be awarded it; empty means everyone. */
  readonly audience: readonly string[];
  /** A category counted beside another type (patient safety), never claimed alone. */
  readonly isCategory: boolean;
}

export interface LearnerView {
  readonly id: string;
  readonly displayName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly credentials: string;
  /** A profession key, e.g. `physician`, `nurse`, `technologist`. */
  readonly profession: string;
  readonly badge: string | null;
  readonly tier: string | null;
  /** Identifiers by kind: `npi`, `member`, `abp`, `asrt`, … */
  readonly identifiers: Readonly<Record<string, string>>;
}

export interface OfferingView {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** Null for offerings without a time, such as the topics of a course. */
  readonly startsAt: Temporal.Instant | null;
  readonly endsAt: Temporal.Instant | null;
  readonly day: Temporal.PlainDate | null;
  readonly room: string;
  readonly track: string;
  readonly category: string;
  readonly type: string;
  /** The course a topic belongs to, see `ActivityView.courses`. */
  readonly courseId: string | null;
  /** The registration tier the programme asks for; null when any tier will do. */
  readonly tier: string | null;
  readonly isHighlight: boolean;
  readonly isWithdrawn: boolean;
  readonly credits: readonly { readonly creditType: string; readonly amount: Hundredths }[];
}

/** A fact about the learner that a `collect` stage brought, e.g. `membership` and until when. */
export interface FactView {
  readonly key: string;
  readonly value: FactValue;
  readonly validFrom: Temporal.Instant | null;
  readonly validUntil: Temporal.Instant | null;
  readonly source: string;
}

export interface EvidenceView {
  readonly kind: string;
  readonly offeringId: string;
  readonly source: string;
  readonly occurredAt: Temporal.Instant;
}

/** One form the learner could answer here, and how far they are. */
export interface EvaluationView {
  readonly formKey: string;
  readonly title: string;
  readonly scope: 'activity' | 'offering';
  readonly offeringId: string | null;
  readonly isComplete: boolean;
  /** Required questions that are visible to this learner, and how many of them are answered. */
  readonly requiredCount: number;
  readonly answeredCount: number;
}

export interface LineView {
  readonly offering: OfferingView;
  readonly creditType: string;
  readonly amount: Hundredths;
}

export interface ClaimView {
  readonly id: string | null;
  readonly state: 'draft' | 'submitted' | 'certified' | 'held';
  /** True when this draft, once submitted, replaces a claim that was submitted before. */
  readonly isAmendment: boolean;
  /**
   * True when staff opened this claim again after its submission; for an amendment, when they opened the claim it
   * amends. What that allows is for plugins to say.
   */
  readonly isReopened: boolean;
  readonly submittedAt: Temporal.Instant | null;
  readonly isAttested: boolean;
  /** Totals the learner chose to claim, hundredths per credit type key; a type that is absent was not chosen. */
  readonly chosen: Readonly<Record<string, Hundredths>>;
}

/** Something claimed before, by a claim that still counts; only where the basis is `earned`. */
export interface ClaimedView {
  readonly offeringId: string;
  readonly creditType: string;
  readonly amount: Hundredths;
  readonly claimedAt: Temporal.Instant;
}

/** What the learner put into the forms of requirements, by form key and field key. */
export type FormInputs = Readonly<Record<string, Readonly<Record<string, FactValue>>>>;

/** Values a reason's sentence can be made of. Amounts are given as hundredths under a key ending in `Credit`. */
export type FactValue = string | number | boolean | null | readonly string[];
export type Facts = Readonly<Record<string, FactValue>>;
