import type { EntityManager } from 'typeorm';

/**
 * Runs a DELETE of one batch. Rows that somebody holds at the moment are left for the next day.
 *
 * @param table whose primary key, besides the tenant, is `key`
 * @param condition on the table's columns, with the instant as `$2`
 * @returns how many rows went
 */
export async function deleteRows(
  manager: EntityManager,
  { table, key, condition }: { table: string; key: readonly string[]; condition: string },
  { tenantId, before, limit }: { tenantId: string; before: Temporal.Instant; limit: number },
): Promise<number> {
  const columns = key.join(', ');
  const [, count] = await manager.query<[unknown[], number]>(
    `delete from ${table} where tenant_id = $1 and (${columns}) in (
       select ${columns} from ${table} where tenant_id = $1 and (${condition}) limit $3 for update skip locked)`,
    [tenantId, before.toString(), limit],
  );
  return count;
}
