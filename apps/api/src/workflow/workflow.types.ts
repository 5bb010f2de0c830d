import type { Hundredths } from '@laurel/credit';
import type {
  CollectInput,
  DecisionInput,
  DocumentOffer,
  Facts,
  HostHttp,
  Message,
  Reason,
  ReportMessage,
  Requirement,
  Stage,
  Terms,
} from '@laurel/plugin-kit';

/** One configured plugin of a workflow, ready to be asked. Made from rows by `readStep`. */
export interface WorkflowStep {
  /** The plugin's key; it need not be installed, the runner then answers as for a plugin that fails. */
  readonly plugin: string;
  /** Off is off: a disabled step is never called. */
  readonly isEnabled: boolean;
  /** An instance of the plugin's `config` class, deeply frozen. */
  readonly config: object;
  readonly configRevision: number;
  /** Why the step cannot run, e.g. that its stored configuration is refused; it then counts as failed. */
  readonly fault?: string;
}

/** A tenant's own words. */
export interface Wording {
  /** BCP 47; `en-US` when absent. */
  readonly locale?: string;
  /** `{cart}` and the other terms, see `defaultTerms` of the kit. */
  readonly terms?: Terms;
  /** Sentences that replace a plugin's, by `<plugin>.<code>`; the host's by their code, e.g. `host.withdrawn`. */
  readonly messages?: Readonly<Record<string, Message>>;
}

/** A tenant's ordered list of configured plugins, as an activity runs it. Order is the only priority. */
export interface Workflow {
  readonly revision: number;
  readonly steps: readonly WorkflowStep[];
  readonly wording?: Wording;
}

/** What every pure stage is given, but for the step's configuration. The runner freezes it deeply. */
export type DecisionContext = Omit<DecisionInput<object>, 'config'>;

// Decision trail --------------------------------------------------------------------------------------------

export type TrailOutcome =
  | 'allowed'
  | 'denied'
  | 'adjusted'
  | Requirement['state']
  | 'available'
  | 'unavailable'
  | 'promised'
  | 'reported'
  | 'failed';

/** What an entry is about; `key` is an offering's id, or the key of a credit type, requirement, document or report. */
export interface TrailSubject {
  readonly kind: 'offering' | 'credit-type' | 'requirement' | 'document' | 'report' | 'claim';
  readonly key: string;
}

/** What an adjustment did to its credit type's total. Hundredths. */
export interface TrailEffect {
  /** The total before it. */
  readonly before: Hundredths;
  /** As it took effect; nearly always negative. */
  readonly delta: Hundredths;
  /** The offerings it is about; none for a rule about the total alone. */
  readonly offeringIds: readonly string[];
}

/** A trail entry as it is sent and stored. */
export interface TrailRecord {
  readonly stage: Stage;
  /** The plugin's key, or `host` for the rules that are not plugins. */
  readonly plugin: string;
  /** `null` when the plugin is not installed. */
  readonly pluginVersion: string | null;
  /** `null` for the host. */
  readonly configRevision: number | null;
  readonly subject: TrailSubject;
  readonly outcome: TrailOutcome;
  readonly reason: { readonly code: string; readonly facts: Facts };
  /** Plain words for the learner, in the tenant's wording and the activity's zone. */
  readonly sentence: string;
  /** What would help, when something would. */
  readonly remedy?: string;
  /** Of adjustments alone; claims of earlier releases were stored without it. */
  readonly effect?: TrailEffect;
}

/** A trail entry whose sentence is made when it is first asked for, so that a thousand cost nothing. */
export interface TrailEntry extends TrailRecord {
  toJSON(): TrailRecord;
}

/** A plugin that threw, answered out of shape or is missing; for staff and logs, never for learners. */
export interface PluginFault {
  readonly plugin: string;
  /** Where it was asked; `rule` when it was to say its rule, which nothing depends on. */
  readonly stage: Stage | 'rule';
  /** What went wrong the first time. */
  readonly detail: string;
  /** What was thrown, when something was. */
  readonly cause?: unknown;
  /** How many answers of this decision failed. */
  readonly count: number;
}

// Decisions -------------------------------------------------------------------------------------------------

export interface OfferDecision {
  readonly offeringId: string;
  readonly allowed: boolean;
  /** Every reason against it, the host's first, then in workflow order. */
  readonly denials: readonly TrailEntry[];
  /** Until when it may be claimed; the earliest that a plugin named. */
  readonly until?: Temporal.Instant;
  /** When to write to the learner that `until` comes near. */
  readonly warnAt?: readonly Temporal.Instant[];
}

export interface OffersDecision {
  readonly offers: readonly OfferDecision[];
  readonly faults: readonly PluginFault[];
}

export interface CreditAdjustment {
  /** Hundredths as they took effect: a total never falls below zero. */
  readonly delta: Hundredths;
  readonly offeringIds: readonly string[];
  /** Whether the offerings ran at the same time; see `Adjustment` of the plugin kit. */
  readonly isSimultaneous: boolean;
  readonly entry: TrailEntry;
}

/** `selected` plus the deltas of all `adjustments` is `computed`, exactly. Amounts in hundredths. */
export interface CreditTotal {
  readonly creditType: string;
  /** The sum of the draft's lines, without those that may not be claimed. */
  readonly selected: Hundredths;
  readonly adjustments: readonly CreditAdjustment[];
  /** The most the learner may claim. */
  readonly computed: Hundredths;
}

export interface DecidedRequirement {
  readonly plugin: string;
  /** Unique in the decision: `<plugin>:<the plugin's own key>`. */
  readonly key: string;
  readonly state: Requirement['state'];
  readonly title: string;
  readonly action?: Requirement['action'];
  /** What is wrong with what was given in the action's form. */
  readonly faults: readonly { readonly field: string; readonly entry: TrailEntry }[];
  readonly entry: TrailEntry;
}

/** What a submission may be held for, common to the stages that hold instead of denying. */
export interface Holdable {
  readonly isHeld: boolean;
  /** Why it is held, one entry for each plugin that failed. */
  readonly holds: readonly TrailEntry[];
  readonly faults: readonly PluginFault[];
}

export interface DraftDecision extends Holdable {
  readonly workflowRevision: number;
  /** One for each offering in the lines, in their order, decided anew. */
  readonly offers: readonly OfferDecision[];
  /** In the order of the tenant's credit types; only types that a line names. */
  readonly totals: readonly CreditTotal[];
  readonly requirements: readonly DecidedRequirement[];
  /** There are lines, all are allowed, and no requirement is unmet. A held claim can still be submitted. */
  readonly canSubmit: boolean;
  /** Everything above, in the order in which it was decided. */
  readonly trail: readonly TrailEntry[];
}

export interface DecidedDocument {
  /** The plugin that spoke last about the document. */
  readonly plugin: string;
  readonly offer: DocumentOffer;
  /** Why it is available or not. */
  readonly entry: TrailEntry;
  /** What the learner may expect of the request, when the document makes one. */
  readonly promise?: TrailEntry;
}

export interface DocumentsDecision extends Holdable {
  readonly documents: readonly DecidedDocument[];
  readonly trail: readonly TrailEntry[];
}

export interface DecidedReport {
  readonly plugin: string;
  readonly configRevision: number;
  readonly message: ReportMessage;
}

export interface ReportsDecision extends Holdable {
  readonly reports: readonly DecidedReport[];
  readonly trail: readonly TrailEntry[];
}

// I/O stages ------------------------------------------------------------------------------------------------

/** What the worker lends an I/O stage. */
export interface IoCall {
  readonly http: HostHttp;
  readonly now: Temporal.Instant;
  readonly timeoutMs: number;
  /** Aborted when the process shuts down. */
  readonly signal?: AbortSignal;
}

export type CollectRequest = Omit<CollectInput<object>, 'config'>;

export interface DeliverRequest {
  readonly tenantId: string;
  readonly activityId: string;
  readonly message: ReportMessage;
}

/** `off`: the step is disabled, absent from the workflow, or its plugin has no such stage. */
export type IoOutcome<Answer> =
  | { readonly status: 'answered'; readonly answer: Answer }
  | { readonly status: 'failed'; readonly fault: PluginFault }
  | { readonly status: 'off' };

export type { Reason };
