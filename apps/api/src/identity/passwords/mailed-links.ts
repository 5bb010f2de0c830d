import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../../tenancy/tenant-context.js';

/** Links mailed to this learner lead nowhere any more: the password they were to replace is another one now. */
export async function voidMailedLinks(
  manager: EntityManager,
  { tenant }: Pick<TenantContext, 'tenant'>,
  learnerId: string,
  now: Temporal.Instant,
): Promise<void> {
  await manager.query(
    `update password_resets set used_at = $3 where tenant_id = $1 and learner_id = $2 and used_at is null`,
    [tenant.id, learnerId, now.toString()],
  );
}
