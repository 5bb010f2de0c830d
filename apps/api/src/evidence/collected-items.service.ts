import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CollectAnswer, CollectFault } from '@laurel/plugin-kit';
import { ActivitiesService } from '../catalogue/activities.service.js';
import type { Programme } from '../catalogue/programme/programme.js';
import { ProgrammeService } from '../catalogue/programme/programme.service.js';
import { Clock } from '../config/clock.js';
import { type FoundLearner, LearnerDirectory } from '../learners/learner-directory.service.js';
import { DomainError } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import type { CollectedDto } from './dto/collected.dto.js';
import { EvidenceService, type NewEvidence, type NewFact } from './evidence.service.js';

/** Items taken in at once. */
export const MAX_ITEMS = 5_000;
/** Clocks of outside systems may be ahead, or speak of another zone as if it were UTC. */
const MOST_HOURS_AHEAD = 24;

type Resolve = (reference: CollectAnswer['evidence'][number]['learner']) => FoundLearner;

/** Puts what a plugin collected to learners and offerings, and stores what is new. */
@Injectable()
export class CollectedItems {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly programmes: ProgrammeService,
    private readonly learners: LearnerDirectory,
    private readonly evidence: EvidenceService,
    private readonly clock: Clock,
  ) {}

  /**
   * An item that cannot be placed is told; the others are stored all the same. Storing again changes nothing.
   *
   * @throws DomainError `request.too_large` above 5,000 items; `not_found` when the activity is not there
   */
  async store(
    manager: EntityManager,
    context: TenantContext,
    activityId: string,
    plugin: string,
    answer: CollectAnswer,
  ): Promise<CollectedDto> {
    if (answer.evidence.length + answer.facts.length > MAX_ITEMS) {
      throw new DomainError('request.too_large', {
        detail: `Send at most ${String(MAX_ITEMS)} items at once.`,
      });
    }
    // Locked, so that an import cannot take offerings away between finding and recording.
    const activity = await this.activities.find(manager, context, activityId, 'keep');
    const programme = await this.programmes.programmeOf(manager, context, activity);
    const references = [...answer.evidence, ...answer.facts].map(({ learner }) => learner);
    const resolve = await this.learners.resolve(manager, context, activityId, references);
    const { happened, faults } = withoutFuture(answer, this.clock.now());
    const evidence = placedEvidence(happened, activityId, plugin, programme, resolve, faults);
    const facts = placedFacts(answer, plugin, resolve, faults);
    const accepted =
      (await this.evidence.record(manager, context, evidence)) +
      (await this.evidence.recordFacts(manager, context, facts));
    return { accepted, alreadyKnown: evidence.length + facts.length - accepted, faults };
  }
}

/** What is said to happen later than a clock that is wrong could explain is told: it would be credit for what did not happen. */
function withoutFuture(
  { evidence, faults }: CollectAnswer,
  now: Temporal.Instant,
): { readonly happened: CollectAnswer['evidence']; readonly faults: CollectFault[] } {
  const latest = now.add({ hours: MOST_HOURS_AHEAD });
  const isFuture = ({ occurredAt }: CollectAnswer['evidence'][number]) =>
    Temporal.Instant.compare(occurredAt, latest) > 0;
  const told = evidence
    .filter(isFuture)
    .map(({ sourceKey }) => ({ path: sourceKey, reason: 'This has not happened yet: its time lies ahead.' }));
  return { happened: evidence.filter((item) => !isFuture(item)), faults: [...faults, ...told] };
}

function placedEvidence(
  items: CollectAnswer['evidence'],
  activityId: string,
  source: string,
  programme: Programme,
  resolve: Resolve,
  faults: CollectFault[],
): NewEvidence[] {
  return items.flatMap(({ sourceKey, learner, offeringCode, kind, occurredAt }) => {
    const found = resolve(learner);
    const [offering, other] = programme.offeringsOfCode(offeringCode);
    if (found.learnerId === null) faults.push({ path: sourceKey, reason: found.reason });
    if (offering === undefined) {
      faults.push({
        path: sourceKey,
        reason: `There is no session with the code “${offeringCode.slice(0, 60)}”.`,
      });
    } else if (other !== undefined) {
      faults.push({ path: sourceKey, reason: `More than one session has the code “${offeringCode}”.` });
    }
    if (found.learnerId === null || offering === undefined || other !== undefined) return [];
    const { learnerId } = found;
    // Apps number their items per meeting: the same key in another activity is another item.
    const key = `${activityId}:${sourceKey}`;
    return [{ activityId, learnerId, offeringId: offering.id, kind, source, sourceKey: key, occurredAt }];
  });
}

function placedFacts(
  answer: CollectAnswer,
  source: string,
  resolve: Resolve,
  faults: CollectFault[],
): NewFact[] {
  return answer.facts.flatMap(({ sourceKey, learner, key, value, validFrom, validUntil, asOf }) => {
    const found = resolve(learner);
    if (found.learnerId === null) {
      faults.push({ path: sourceKey, reason: found.reason });
      return [];
    }
    const { learnerId } = found;
    const period = { validFrom: validFrom ?? null, validUntil: validUntil ?? null };
    return [{ learnerId, key, value, source, sourceKey, ...period, asOf: asOf ?? null }];
  });
}
