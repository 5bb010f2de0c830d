import type {
  Adjustment,
  AwardInput,
  CertifyInput,
  CollectAnswer,
  CollectInput,
  DeliverAnswer,
  DeliverInput,
  DocumentOffer,
  IoHost,
  OfferAnswer,
  OfferInput,
  ReportInput,
  ReportMessage,
  Reason,
  Requirement,
  RequireInput,
  RuleInput,
} from './stages.js';
import type { Facts } from './views.js';

/** The contract this kit describes. A plugin built for another refuses the boot. */
export const PLUGIN_CONTRACT = 1;

/**
 * One sentence per reason code, in ICU MessageFormat. `remedy` says what would help, when something would.
 * How a fact is written out follows the end of its key, see `messages/fact-format.ts`; the tenant's own words
 * (`{cart}`, `{itinerary}`, …) may be used beside the facts.
 */
export interface Message {
  readonly text: string;
  readonly remedy?: string;
}

export type ConfigClass<Config> = new () => Config;

/** Evidence of this kind can be turned into cart lines by the learner with one press. */
export interface EvidenceImport {
  readonly evidenceKind: string;
  /** The button, e.g. "Import from App". */
  readonly label: string;
  /** What one piece of evidence is called on screen, e.g. "Transmitted". */
  readonly mark: string;
}

export interface PluginDefinition<Config extends object> {
  readonly contract: typeof PLUGIN_CONTRACT;
  /** Kebab-case, unique in the registry, the folder's name. */
  readonly key: string;
  /** Semantic version of the plugin's behaviour; part of every decision trail. */
  readonly version: string;
  readonly title: string;
  /** What the plugin does in a sentence, for administrators; learners who ask "Why?" read it where there is no `rule`. */
  readonly description: string;
  readonly config: ConfigClass<Config>;
  readonly configVersion: number;
  /** Brings a stored configuration of an older version to the present one. */
  readonly upgradeConfig?: (stored: unknown, fromVersion: number) => unknown;
  readonly messages: Readonly<Record<string, Message>>;

  readonly evidenceImport?: EvidenceImport;

  /**
   * The secret with which pushes to `POST /api/hooks/:activityId/:plugin` are signed (Standard Webhooks); the host
   * checks signature, age and repetition before it calls `collect`. `null` or absent: there is no such address.
   */
  webhookSecret?(config: Config): string | null;
  /** How often `collect` is called without a payload, in minutes; `null` or absent: never. */
  pollEveryMinutes?(config: Config): number | null;

  /**
   * The rule as the society has set it, for learners who ask "Why?" of any of the step's decisions: one sentence for each
   * reason, in this order, from the plugin's own messages (their `remedy` is not shown). Pure, as stages are. Absent or
   * empty: learners read `description`, also when it throws, does not end or answers out of shape; decisions do not
   * change by it.
   */
  rule?(input: RuleInput<Config>): readonly Reason[];

  // Stages are methods, not function properties, so that plugins with different configurations fit one registry;
  // the host hands every plugin an instance of the plugin's own `config` class and nothing else.
  collect?(input: CollectInput<Config>, host: IoHost): Promise<CollectAnswer>;
  offer?(input: OfferInput<Config>): OfferAnswer;
  award?(input: AwardInput<Config>): readonly Adjustment[];
  require?(input: RequireInput<Config>): readonly Requirement[];
  certify?(input: CertifyInput<Config>): readonly DocumentOffer[];
  report?(input: ReportInput<Config>): readonly ReportMessage[];
  deliver?(input: DeliverInput<Config>, host: IoHost): Promise<DeliverAnswer>;
}

/** A plugin as the registry holds it. */
export type Plugin = PluginDefinition<object>;

export const pureStages = ['offer', 'award', 'require', 'certify', 'report'] as const;
export type PureStage = (typeof pureStages)[number];
export const ioStages = ['collect', 'deliver'] as const;
export type IoStage = (typeof ioStages)[number];
export type Stage = PureStage | IoStage;

/** Declares a plugin; its only job is to check the shape at compile time. */
export const definePlugin = <Config extends object>(
  definition: PluginDefinition<Config>,
): PluginDefinition<Config> => definition;

export const allow: OfferAnswer = Object.freeze({ allowed: true });

/** Denies an offering. `code` is one of the plugin's own messages, `facts` what its sentence is made of. */
export const deny = (code: string, facts: Facts = {}): OfferAnswer => ({
  allowed: false,
  reason: { code, facts },
});
