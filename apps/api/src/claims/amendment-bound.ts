import type { EntityManager } from 'typeorm';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';

/** Each amendment makes every document anew. Nobody who corrects a claim needs this many; a program might. */
const MOST_AN_HOUR = 30;

/**
 * Keeps one learner from occupying the society's printer.
 *
 * @throws DomainError `rate.limited`, with the time until there is room for one more amendment
 */
export const boundAmendments = async (
  manager: EntityManager,
  context: LearnerContext,
  now: Temporal.Instant,
): Promise<void> => {
  const { learnerId, activityId } = context.actor;
  const since = now.subtract({ hours: 1 });
  const rows: { seconds: number }[] = await manager.query(
    `select extract(epoch from submitted_at - $4::timestamptz)::float8 as seconds from claims
     where tenant_id = $1 and learner_id = $2 and activity_id = $3 and amends_claim_id is not null
       and submitted_at > $4
     order by submitted_at desc offset $5 limit 1`,
    [context.tenant.id, learnerId, activityId, since.toString(), MOST_AN_HOUR - 1],
  );
  const [first] = rows;
  if (first === undefined) return;
  throw new DomainError('rate.limited', {
    detail:
      `You have changed this claim ${String(MOST_AN_HOUR)} times within an hour. What you submitted last is in ` +
      'force; please wait a little before you change it again.',
    retryAfterSeconds: first.seconds,
  });
};
