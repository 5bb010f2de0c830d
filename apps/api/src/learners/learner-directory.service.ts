import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LearnerReference } from '@laurel/plugin-kit';
import type { TenantContext } from '../tenancy/tenant-context.js';

/** Who a reference means: one learner, or why it is nobody. */
export type FoundLearner =
  { readonly learnerId: string } | { readonly learnerId: null; readonly reason: string };

type Kind = 'badge' | 'member' | 'email';

/** Finds learners by what outside systems call them. */
@Injectable()
export class LearnerDirectory {
  /** What the society calls the learner; null when it gave them no number. */
  async memberNumberOf(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    learnerId: string,
  ): Promise<string | null> {
    const rows = await manager.query<{ member_number: string | null }[]>(
      `select member_number from learners where tenant_id = $1 and id = $2`,
      [context.tenant.id, learnerId],
    );
    return rows[0]?.member_number ?? null;
  }

  /**
   * Resolves references to learners who are registered at the activity, in one statement. The answer is asked
   * for each reference in turn; references may repeat.
   */
  async resolve(
    manager: EntityManager,
    context: TenantContext,
    activityId: string,
    references: readonly LearnerReference[],
  ): Promise<(reference: LearnerReference) => FoundLearner> {
    const wanted: Record<Kind, Set<string>> = { badge: new Set(), member: new Set(), email: new Set() };
    for (const reference of references) {
      const { kind, value } = named(reference);
      wanted[kind].add(value);
    }
    const rows = await manager.query<{ kind: Kind; value: string; learner_id: string }[]>(REGISTERED, [
      context.tenant.id,
      activityId,
      [...wanted.badge],
      [...wanted.member],
      [...wanted.email],
    ]);
    const found = Map.groupBy(rows, ({ kind, value }) => `${kind}:${value}`);
    return (reference) => {
      const { kind, value } = named(reference);
      const [first, second] = found.get(`${kind}:${value}`) ?? [];
      if (first === undefined)
        return { learnerId: null, reason: `Nobody with this ${WORDS[kind]} is registered.` };
      if (second !== undefined) {
        return { learnerId: null, reason: `More than one person is registered with this ${WORDS[kind]}.` };
      }
      return { learnerId: first.learner_id };
    };
  }
}

const WORDS: Readonly<Record<Kind, string>> = {
  badge: 'badge number',
  member: 'member number',
  email: 'e-mail address',
};

const named = (reference: LearnerReference): { kind: Kind; value: string } => {
  if ('badge' in reference) return { kind: 'badge', value: reference.badge.trim() };
  if ('memberNumber' in reference) return { kind: 'member', value: reference.memberNumber.trim() };
  return { kind: 'email', value: reference.email.trim().toLowerCase() };
};

const REGISTERED = `
  select 'badge' as kind, badge as value, learner_id
  from registrations
  where tenant_id = $1 and activity_id = $2 and badge = any($3::text[])
  union
  select 'member', l.member_number, l.id
  from learners l
  join registrations r on r.tenant_id = $1 and r.activity_id = $2 and r.learner_id = l.id
  where l.tenant_id = $1 and l.member_number = any($4::text[])
  union
  select 'email', l.email, l.id
  from learners l
  join registrations r on r.tenant_id = $1 and r.activity_id = $2 and r.learner_id = l.id
  where l.tenant_id = $1 and l.email = any($5::text[])
`;
