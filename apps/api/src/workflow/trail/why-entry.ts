import type { SentenceDto } from './sentence.dto.js';
import type { WhyEntryDto, WhyOutcome } from './why-entry.dto.js';
import type { TrailOutcome, TrailRecord } from '../workflow.types.js';

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

/** The words of an entry alone. */
export const sentenceOf = ({ sentence, remedy }: Pick<TrailRecord, 'sentence' | 'remedy'>): SentenceDto =>
  remedy === undefined ? { text: sentence } : { text: sentence, remedy };
