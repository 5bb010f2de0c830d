import type {
  AwardInput,
  CertifyInput,
  CollectInput,
  DeliverInput,
  HostHttp,
  OfferInput,
  ReportInput,
  RequireInput,
  RuleInput,
} from '../stages.js';

/** Inputs by a name that says what they are about, e.g. `{ 'after the deadline': anOfferInput(config, …) }`. */
export type Named<Input> = Readonly<Record<string, Input>>;

/** What an I/O stage is asked, and the `http` that plays the outside system. */
export interface IoSample<Input> {
  readonly input: Input;
  readonly http?: HostHttp;
}

/**
 * What the conformance suite needs to know of a plugin: every stage it has wants at least one sample, so does
 * its rule, and every one of its messages must come up in one of them.
 */
export interface PluginSamples<Config extends object> {
  /** `import.meta.dirname` of the spec, which lies beside the plugin in `plugins/<key>/src`. */
  readonly folder: string;
  /** A complete configuration as it would be stored. */
  readonly storedConfig: Readonly<Record<string, unknown>>;
  /** Configurations that older versions of the plugin stored; each must still be read. */
  readonly olderConfigs?: readonly { readonly version: number; readonly stored: unknown }[];
  readonly rule?: Named<RuleInput<Config>>;
  readonly collect?: Named<IoSample<CollectInput<Config>>>;
  readonly offer?: Named<OfferInput<Config>>;
  readonly award?: Named<AwardInput<Config>>;
  readonly require?: Named<RequireInput<Config>>;
  readonly certify?: Named<CertifyInput<Config>>;
  readonly report?: Named<ReportInput<Config>>;
  readonly deliver?: Named<IoSample<DeliverInput<Config>>>;
}
