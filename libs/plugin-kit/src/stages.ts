import type { Hundredths } from '@laurel/credit';
import type {
  ActivityView,
  ClaimedView,
  ClaimView,
  CreditTypeView,
  EvaluationView,
  EvidenceView,
  Facts,
  FactValue,
  FactView,
  FormInputs,
  LearnerView,
  LineView,
  OfferingView,
  TenantView,
} from './views.js';

/** Why a stage answered as it did: a code of the plugin's own messages, and the facts its sentence needs. */
export interface Reason {
  readonly code: string;
  readonly facts: Facts;
}

/** What every pure stage is given, deeply frozen. The same input gives the same answer, always. */
export interface DecisionInput<Config> {
  readonly tenant: TenantView;
  readonly activity: ActivityView;
  readonly creditTypes: readonly CreditTypeView[];
  readonly learner: LearnerView;
  readonly facts: readonly FactView[];
  readonly evidence: readonly EvidenceView[];
  readonly evaluations: readonly EvaluationView[];
  readonly claim: ClaimView;
  readonly claimedBefore: readonly ClaimedView[];
  readonly inputs: FormInputs;
  readonly config: Config;
  readonly now: Temporal.Instant;
}

// rule ------------------------------------------------------------------------------------------------------

/** What a rule is told from: the settings, and what they name. It is the same for every learner, at any time. */
export type RuleInput<Config> = Pick<DecisionInput<Config>, 'tenant' | 'activity' | 'creditTypes' | 'config'>;

// offer -----------------------------------------------------------------------------------------------------

export interface OfferInput<Config> extends DecisionInput<Config> {
  readonly offering: OfferingView;
}
export type OfferAnswer =
  | {
      readonly allowed: true;
      /** Until when it may be claimed, where that is known; the host shows the earliest of all plugins. */
      readonly until?: Temporal.Instant;
      /** When to write to the learner that `until` comes near, if it is not claimed by then. */
      readonly warnAt?: readonly Temporal.Instant[];
    }
  | { readonly allowed: false; readonly reason: Reason };

// award -----------------------------------------------------------------------------------------------------

/** A change to the running total of one credit type; nearly always negative. */
export interface Adjustment {
  readonly creditType: string;
  /** Hundredths added to the running total. */
  readonly delta: Hundredths;
  /** The offerings the adjustment is about, so that their cards can show it. */
  readonly offeringIds: readonly string[];
  /** Whether it is for time spent in several rooms at once; the named offerings are then drawn side by side. */
  readonly isSimultaneous?: boolean;
  /**
   * How `delta` is shared by offering id; the parts add up to it. Without it the named offerings bear it in
   * proportion to what they have left. Later steps see what is left of each line in `AwardInput.counted`.
   */
  readonly shares?: Readonly<Record<string, Hundredths>>;
  readonly reason: Reason;
}
export interface AwardInput<Config> extends DecisionInput<Config> {
  /** As the learner selected them. */
  readonly lines: readonly LineView[];
  /**
   * The same lines in the same order, each with what the steps before this one left of it; per credit type they
   * add up to `totals`. A step that looks at single sessions (overlap, caps) goes by these, so that nothing is
   * taken off twice.
   */
  readonly counted: readonly LineView[];
  /** Running totals per credit type key after the steps before this one. */
  readonly totals: Readonly<Record<string, Hundredths>>;
}

// require ---------------------------------------------------------------------------------------------------

export type RequirementAction =
  | { readonly kind: 'evaluation'; readonly formKey: string; readonly offeringId?: string }
  | { readonly kind: 'form'; readonly form: RequirementForm }
  /** The learner chooses the totals of these credit types, see `ClaimView.chosen`. */
  | { readonly kind: 'totals'; readonly creditTypes: readonly string[] }
  | { readonly kind: 'sessions' }
  | { readonly kind: 'attest' }
  | { readonly kind: 'link'; readonly url: string; readonly label: string };

/** One field of a form that a requirement asks for. What is given is `inputs[form.key][field.key]`. */
export interface FormField {
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  /** `consent` is a box to tick, given as `true`; `month-day` is given as `MM-DD`. */
  readonly kind: 'text' | 'choice' | 'consent' | 'month-day';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly maxLength?: number;
  readonly isRequired: boolean;
  /** Shown only while another field has this value. */
  readonly showIf?: { readonly field: string; readonly is: string | boolean };
  /** Kept with the learner's identifiers under this kind, and offered the next time. */
  readonly identifier?: string;
}
export interface RequirementForm {
  /** Unique in the workflow; other plugins read what was given under it. */
  readonly key: string;
  readonly title: string;
  readonly intro?: string;
  readonly fields: readonly FormField[];
}

/** Something the claim still needs, or has. The sentence comes from `reason`. */
export interface Requirement {
  /** Stable within the plugin and configuration, e.g. `evaluation:overall`. */
  readonly key: string;
  readonly state: 'met' | 'unmet' | 'optional';
  readonly title: string;
  readonly reason: Reason;
  readonly action?: RequirementAction;
  /** What is wrong with what was given in the action's form, by field. */
  readonly faults?: readonly { readonly field: string; readonly reason: Reason }[];
}
export interface RequireInput<Config> extends DecisionInput<Config> {
  readonly lines: readonly LineView[];
  readonly totals: Readonly<Record<string, Hundredths>>;
}

// certify ---------------------------------------------------------------------------------------------------

/** A value the learner must give before the document can be generated, e.g. the ASRT identifier. */
export interface DocumentInput {
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  /** A regular expression the whole value must match. */
  readonly pattern?: string;
  /** Kept with the learner's identifiers under this kind, and offered again the next time. */
  readonly identifier?: string;
}

export interface DocumentOffer {
  /** Unique within the claim, e.g. `cme`, `participation`. */
  readonly key: string;
  readonly title: string;
  readonly description?: string;
  readonly availability:
    { readonly available: true } | { readonly available: false; readonly reason: Reason };
  readonly documentKind: 'credit' | 'participation';
  /** The certificate template's key in the tenant. */
  readonly template: string;
  /** What the document states as claimed, in order. */
  readonly credits: readonly {
    readonly creditType: string;
    readonly amount: Hundredths;
    readonly unit?: string;
  }[];
  /** One certificate for each course of the claim, all in one file; the credits above are shared out by course. */
  readonly perCourse?: boolean;
  /** Statements that this document carries beside the tenant's and the activity's own. */
  readonly statements: readonly string[];
  readonly inputs: readonly DocumentInput[];
  /** When present, generating the document also asks the society for it by mail, with the PDF attached. */
  readonly request?: {
    readonly mailTo: string;
    readonly subject: string;
    /** What the learner may expect, e.g. "within five business days". */
    readonly promise: Reason;
    readonly lastDay: string | null;
  };
}
export interface CertifyInput<Config> extends DecisionInput<Config> {
  readonly lines: readonly LineView[];
  /** What the learner claimed per credit type key, at most the computed maximum. */
  readonly claimed: Readonly<Record<string, Hundredths>>;
  /** Documents that earlier steps of the workflow offer, so that a later one may extend or withhold them. */
  readonly documents: readonly DocumentOffer[];
}

// report and deliver ----------------------------------------------------------------------------------------

export interface ReportMessage {
  readonly authority: string;
  /** Stable: the same claim reported again gives the same key, so nothing is reported twice. */
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
}
export interface ReportInput<Config> extends DecisionInput<Config> {
  readonly lines: readonly LineView[];
  readonly claimed: Readonly<Record<string, Hundredths>>;
}
/** One message on its way to an authority; asked in the worker, possibly more than once. */
export interface DeliverInput<Config> {
  readonly message: ReportMessage;
  readonly config: Config;
}
export interface HostHttp {
  /** Fetches from a host the tenant configured; refuses others, private addresses, redirects and large bodies. */
  fetch(
    url: string,
    init?: { method?: string; headers?: Record<string, string>; body?: string },
  ): Promise<{
    status: number;
    headers: Readonly<Record<string, string>>;
    body: string;
  }>;
}
export interface IoHost {
  readonly http: HostHttp;
  readonly now: Temporal.Instant;
  readonly signal: AbortSignal;
}
export type DeliverAnswer =
  | { readonly outcome: 'accepted'; readonly detail?: string }
  | { readonly outcome: 'rejected'; readonly why: string; readonly isMendable: boolean }
  | { readonly outcome: 'retry'; readonly why: string; readonly afterSeconds?: number };

// collect ---------------------------------------------------------------------------------------------------

/** How outside systems name a learner; the host resolves it within the tenant and activity. */
export type LearnerReference =
  { readonly badge: string } | { readonly memberNumber: string } | { readonly email: string };
export interface CollectedEvidence {
  /** The source's own stable key; the same key again changes nothing. */
  readonly sourceKey: string;
  readonly learner: LearnerReference;
  readonly offeringCode: string;
  readonly kind: string;
  readonly occurredAt: Temporal.Instant;
}
export interface CollectedFact {
  readonly sourceKey: string;
  readonly learner: LearnerReference;
  readonly key: string;
  readonly value: FactValue;
  readonly validFrom?: Temporal.Instant;
  readonly validUntil?: Temporal.Instant;
  /** When the source said so: a later word under the same `sourceKey` replaces an earlier one. */
  readonly asOf?: Temporal.Instant;
}
export interface CollectFault {
  /** Where in the payload, e.g. `flags.3.badge`. */
  readonly path: string;
  readonly reason: string;
}
export interface CollectAnswer {
  readonly evidence: readonly CollectedEvidence[];
  readonly facts: readonly CollectedFact[];
  readonly faults: readonly CollectFault[];
  /** Where the next poll goes on; handed back as `CollectInput.cursor`. */
  readonly cursor?: string;
}
export interface CollectInput<Config> {
  readonly tenant: TenantView;
  readonly activity: ActivityView;
  readonly config: Config;
  /** What the outside system pushed; absent when the host polls. */
  readonly payload?: unknown;
  /** What the last successful poll answered as its cursor. */
  readonly cursor?: string;
}
