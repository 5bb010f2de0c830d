import { toDecimal } from '@laurel/credit';
import type { SentenceDto } from './sentence.dto.js';
import type { WhyEffectDto, WhyEntryDto, WhyOutcome } from './why-entry.dto.js';
import type { TrailEffect, TrailOutcome, TrailRecord } from '../workflow.types.js';

const outcomes: Readonly<Record<TrailOutcome, WhyOutcome>> = {
  allowed: 'allowed',
  denied: 'denied',
  adjusted: 'adjusted',
  met: 'met',
  unmet: 'unmet',
  optional: 'optional',
  available: 'allowed',
  unavailable: 'denied',
  promised: 'met',
  reported: 'met',
  failed: 'failed',
};

/** A trail entry as the API shows it, worked out now or stored at submission. */
export const whyEntry = (entry: TrailRecord): WhyEntryDto => ({
  stage: entry.stage,
  subject: `${entry.subject.kind}:${entry.subject.key}`,
  outcome: outcomes[entry.outcome],
  ...sentenceOf(entry),
  plugin: entry.plugin,
  pluginVersion: entry.pluginVersion ?? '',
  configRevision: entry.configRevision ?? 0,
  code: entry.reason.code,
});

/** Who knows the names of what a trail speaks of. */
export interface TrailNames {
  /** The session's title, or undefined for one that is gone. */
  offering(id: string): string | undefined;
  creditType(key: string): string | undefined;
  /** The rule behind a plugin's or the host's decision, in words. */
  rule(entry: TrailRecord): string | undefined;
}

/** An entry for the learner: with the rule that decided, and with names where the trail has keys. */
export const explainedEntry = (entry: TrailRecord, names: TrailNames): WhyEntryDto => {
  const { kind, key } = entry.subject;
  const about =
    kind === 'offering' ? names.offering(key) : kind === 'credit-type' ? names.creditType(key) : undefined;
  const rule = names.rule(entry);
  return {
    ...whyEntry(entry),
    ...(about === undefined ? {} : { about }),
    ...(rule === undefined ? {} : { rule }),
    ...(entry.effect === undefined ? {} : { effect: effectView(entry.effect, names) }),
  };
};

const effectView = ({ before, delta, offeringIds }: TrailEffect, names: TrailNames): WhyEffectDto => ({
  before: toDecimal(before),
  amount: toDecimal(delta),
  after: toDecimal(before + delta),
  sessions: offeringIds.flatMap((id) => names.offering(id) ?? []),
});

/** The words of an entry alone. */
export const sentenceOf = ({ sentence, remedy }: Pick<TrailRecord, 'sentence' | 'remedy'>): SentenceDto =>
  remedy === undefined ? { text: sentence } : { text: sentence, remedy };
