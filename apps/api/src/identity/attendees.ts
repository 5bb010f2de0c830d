import type { EntityManager } from 'typeorm';

/** Somebody registered at an activity, as sign-in finds them. */
export interface Attendee {
  registrationId: string;
  learnerId: string;
  activityId: string;
  lastNameKey: string;
}

interface AttendeeRow {
  id: string;
  learner_id: string;
  activity_id: string;
  last_name_key: string;
}

/**
 * Everyone with this badge at the tenant's activities, the open ones first and of these the latest. One indexed statement:
 * it is the first thing a whole congress asks when the doors open.
 *
 * @param activityId only there
 */
export async function findAttendees(
  manager: EntityManager,
  tenantId: string,
  badge: string,
  activityId: string | undefined,
): Promise<Attendee[]> {
  const rows = await manager.query<AttendeeRow[]>(
    `select r.id, r.learner_id, r.activity_id, r.last_name_key
     from activities a
     join registrations r on r.tenant_id = a.tenant_id and r.activity_id = a.id and r.badge = $2
     where a.tenant_id = $1 and a.retired_at is null and ($3::uuid is null or a.id = $3)
     order by a.is_open desc, a.starts_on desc, a.code`,
    [tenantId, badge, activityId ?? null],
  );
  return rows.map((row) => ({
    registrationId: row.id,
    learnerId: row.learner_id,
    activityId: row.activity_id,
    lastNameKey: row.last_name_key,
  }));
}
