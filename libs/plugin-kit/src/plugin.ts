import type {
  Adjustment,
  AwardInput,
  CertifyInput,
  CollectAnswer,
  CollectInput,
  DeliverAnswer,
  DocumentOffer,
  IoHost,
  OfferAnswer,
  OfferInput,
  ReportInput,
  ReportMessage,
  Requirement,
  RequireInput,
} from './stages.js';

/** The contract this kit describes. A plugin built for another refuses the boot. */
export const PLUGIN_CONTRACT = 1;

/**
 * One sentence per reason code, in ICU MessageFormat. `remedy` says what would help, when something would.
 * Facts whose key ends in `Credit` are formatted as credit (`125` reads "1.25"), in `At` as date and time in
 * the activity's zone, in `On` as a date.
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
  readonly description: string;
  readonly config: ConfigClass<Config>;
  readonly configVersion: number;
  /** Brings a stored configuration of an older version to the present one. */
  readonly upgradeConfig?: (stored: unknown, fromVersion: number) => unknown;
  readonly messages: Readonly<Record<string, Message>>;

  readonly evidenceImport?: EvidenceImport;
  readonly collect?: (input: CollectInput<Config>, host: IoHost) => Promise<CollectAnswer>;
  readonly offer?: (input: OfferInput<Config>) => OfferAnswer;
  readonly award?: (input: AwardInput<Config>) => readonly Adjustment[];
  readonly require?: (input: RequireInput<Config>) => readonly Requirement[];
  readonly certify?: (input: CertifyInput<Config>) => readonly DocumentOffer[];
  readonly report?: (input: ReportInput<Config>) => readonly ReportMessage[];
  readonly deliver?: (
    input: { readonly message: ReportMessage; readonly config: Config },
    host: IoHost,
  ) => Promise<DeliverAnswer>;
}

/** A plugin as the registry holds it, its configuration type closed over. */
export type Plugin = PluginDefinition<never> | PluginDefinition<object>;

/** Declares a plugin; its only job is to check the shape at compile time. */
export const definePlugin = <Config extends object>(
  definition: PluginDefinition<Config>,
): PluginDefinition<Config> => definition;

export const allow: OfferAnswer = Object.freeze({ allowed: true });
export const deny = (code: string, facts: OfferDenial['facts'] = {}): OfferAnswer => ({
  allowed: false,
  reason: { code, facts },
});
type OfferDenial = Extract<OfferAnswer, { allowed: false }>['reason'];
