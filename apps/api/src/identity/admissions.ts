import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { lastNameKey } from '../learners/last-name-key.js';
import type { TenantContext } from '../tenancy/tenant-context.js';

/** Where a learner comes in. */
export interface Admission {
  registrationId: string;
  activityId: string;
}

type Tenant = Pick<TenantContext, 'tenant'>;

/**
 * The learner's registration: at the activity that was asked for, else at the latest open one. Where the activity
 * admits whoever the society knows, one is made; two at once make one.
 *
 * @returns null where the learner is not registered and may not enrol
 */
export async function admit(
  manager: EntityManager,
  context: Tenant,
  learnerId: string,
  activityId: string | undefined,
): Promise<Admission | null> {
  const registered = await findRegistration(manager, context, learnerId, activityId, 'open');
  if (registered !== null) return registered;
  const openTo = await findOpenEnrolment(manager, context, activityId);
  if (openTo !== null) {
    await enrol(manager, context, learnerId, openTo);
    return findRegistration(manager, context, learnerId, openTo, 'any');
  }
  return findRegistration(manager, context, learnerId, activityId, 'any');
}

/** The open activity that whoever the society knows may come in to; null when there is none, or not that one. */
export async function findOpenEnrolment(
  manager: EntityManager,
  { tenant }: Tenant,
  activityId: string | undefined,
): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>(
    `select id from activities
     where tenant_id = $1 and is_open and retired_at is null and enrolment = 'open' and ($2::uuid is null or id = $2)
     order by starts_on desc, code
     limit 1`,
    [tenant.id, activityId ?? null],
  );
  return row?.id ?? null;
}

async function findRegistration(
  manager: EntityManager,
  { tenant }: Tenant,
  learnerId: string,
  activityId: string | undefined,
  which: 'open' | 'any',
): Promise<Admission | null> {
  const [row] = await manager.query<{ id: string; activity_id: string }[]>(
    `select r.id, r.activity_id
     from registrations r
     join activities a on a.tenant_id = r.tenant_id and a.id = r.activity_id
     where r.tenant_id = $1 and r.learner_id = $2 and ($3::uuid is null or r.activity_id = $3)
       and (a.is_open or $4 = 'any') and a.retired_at is null
     order by a.is_open desc, a.starts_on desc, a.code, r.badge nulls last, r.id
     limit 1`,
    [tenant.id, learnerId, activityId ?? null, which],
  );
  return row === undefined ? null : { registrationId: row.id, activityId: row.activity_id };
}

async function enrol(
  manager: EntityManager,
  { tenant }: Tenant,
  learnerId: string,
  activityId: string,
): Promise<void> {
  const [learner] = await manager.query<{ last_name: string }[]>(
    `select last_name from learners where tenant_id = $1 and id = $2`,
    [tenant.id, learnerId],
  );
  await manager.query(
    `insert into registrations (tenant_id, id, activity_id, learner_id, badge, last_name_key, content_hash)
     values ($1, $2, $3, $4, null, $5, 'enrolled')
     on conflict (tenant_id, activity_id, learner_id) where badge is null do nothing`,
    [tenant.id, uuid(), activityId, learnerId, lastNameKey(learner?.last_name ?? '')],
  );
}
