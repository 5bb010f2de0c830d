import { formatCredit } from '@laurel/credit';
import type { CreditTypeView, OfferingView } from '@laurel/plugin-kit';
import { canonical } from '../database/same-json.js';
import { sentenceOf } from '../workflow/trail/why-entry.js';
import type {
  DocumentsDecision,
  DraftDecision,
  OfferDecision,
  ReportsDecision,
  TrailEntry,
} from '../workflow/workflow.types.js';
import type { ChangeKind, SimulatedChangeDto, SimulatedOutcomeDto } from './dto/simulation.dto.js';

/** Everything that is decided about one claim by one workflow. */
export interface DecidedClaim {
  readonly draft: DraftDecision;
  readonly documents: DocumentsDecision;
  readonly reports: ReportsDecision;
  /** Offers of the catalogue, where a learner is looked at. */
  readonly catalogue: readonly OfferDecision[];
}

/** What the aspects are called. */
export interface Names {
  readonly creditTypes: readonly CreditTypeView[];
  readonly offering: (id: string) => OfferingView | undefined;
}

/** One thing that is decided, in a form that two workflows can be compared by. */
interface Aspect {
  readonly kind: ChangeKind;
  readonly key: string;
  readonly title: string;
  readonly outcome: string;
  readonly reasons: readonly TrailEntry[];
}

/** What would be otherwise, in the order in which it is decided. */
export const changesBetween = (
  before: DecidedClaim,
  after: DecidedClaim,
  names: Names,
): SimulatedChangeDto[] => {
  const [old, fresh] = [aspectsOf(before, names), aspectsOf(after, names)];
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((id): SimulatedChangeDto[] => {
    const [was, is] = [old.get(id), fresh.get(id)];
    const known = is ?? was;
    if (known === undefined || isSame(was, is)) return [];
    const { kind, key, title } = known;
    return [{ kind, key, title, before: outcomeOf(was), after: outcomeOf(is) }];
  });
};

const aspectsOf = (
  { draft, documents, reports, catalogue }: DecidedClaim,
  { creditTypes, offering }: Names,
): ReadonlyMap<string, Aspect> => {
  const holds = [...draft.holds, ...documents.holds, ...reports.holds];
  const unmet = draft.requirements.filter(({ state }) => state === 'unmet').map(({ entry }) => entry);
  const aspects: Aspect[] = [
    {
      kind: 'claim',
      key: 'claim',
      title: 'Submission',
      outcome: !draft.canSubmit ? 'impossible' : holds.length > 0 ? 'held' : 'possible',
      reasons: [...unmet, ...holds],
    },
    ...[...catalogue, ...draft.offers].map(({ offeringId, allowed, denials }): Aspect => ({
      kind: 'offer',
      key: offeringId,
      title: offering(offeringId)?.title ?? '',
      outcome: allowed ? 'allowed' : 'denied',
      reasons: denials,
    })),
    ...draft.totals.map(({ creditType, computed, adjustments }): Aspect => ({
      kind: 'total',
      key: creditType,
      title: creditTypes.find(({ key }) => key === creditType)?.name ?? creditType,
      outcome: formatCredit(computed),
      reasons: adjustments.map(({ entry }) => entry),
    })),
    ...draft.requirements.map(({ key, title, state, entry }): Aspect => ({
      kind: 'requirement',
      key,
      title,
      outcome: state,
      reasons: [entry],
    })),
    ...documents.documents.map(({ offer, entry }): Aspect => ({
      kind: 'document',
      key: offer.key,
      title: offer.title,
      outcome: offer.availability.available ? 'available' : 'unavailable',
      reasons: offer.availability.available ? [] : [entry],
    })),
    ...reports.reports.map(({ message }): Aspect => ({
      kind: 'report',
      key: message.key,
      title: message.authority,
      outcome: 'reported',
      reasons: [],
    })),
  ];
  return new Map(aspects.map((aspect) => [`${aspect.kind} ${aspect.title} ${aspect.key}`, aspect]));
};

/** The same outcome for the same reasons; plugin, code and facts make a reason, whatever the wording. */
const isSame = (one: Aspect | undefined, other: Aspect | undefined): boolean =>
  one !== undefined && other !== undefined && fingerprint(one) === fingerprint(other);

const fingerprint = ({ outcome, reasons }: Aspect): string =>
  canonical([outcome, reasons.map(({ plugin, reason }) => [plugin, reason.code, reason.facts])]);

const outcomeOf = (aspect: Aspect | undefined): SimulatedOutcomeDto | null =>
  aspect === undefined ? null : { outcome: aspect.outcome, reasons: aspect.reasons.map(sentenceOf) };
