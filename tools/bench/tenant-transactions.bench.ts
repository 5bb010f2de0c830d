import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { createDataSource } from '../../apps/api/src/database/data-source.js';
import { TenantDatabase } from '../../apps/api/src/database/tenant-database.js';
import { systemContext } from '../../apps/api/src/tenancy/tenant-context.js';
import type { Bench, Figure } from './bench.js';
import { withBenchDatabase } from './bench-database.js';
import { alternate, p50 } from './measure.js';

const QUERY = `select id, state, revision from claims where tenant_id = $1 and learner_id = $2`;

/** A tenant transaction of two reads, with row-level security, against the same without. */
export const tenantTransactions: Bench = {
  name: 'tenant',
  title: 'Tenant transaction (RLS, SET LOCAL) against the same queries without',
  run: () =>
    withBenchDatabase(async ({ appUrl, ownerUrl }): Promise<readonly Figure[]> => {
      const owner = new pg.Client(ownerUrl);
      await owner.connect();
      // A copy of the table without policies, so that only the policy and SET LOCAL differ.
      await owner.query('create table unguarded_claims (like claims including indexes)');
      await owner.query('grant select on unguarded_claims to laurel_app');
      await owner.end();

      const dataSource = await createDataSource({
        url: appUrl,
        poolSize: 2,
        applicationName: 'bench',
      }).initialize();
      try {
        const tenant = { id: uuid(), slug: 'bench', name: 'Bench' };
        const database = new TenantDatabase(dataSource);
        const context = systemContext(tenant, 'bench');
        const parameters = [tenant.id, uuid()];
        const { subject, baseline } = await alternate(
          1_500,
          () =>
            database.transaction(context, async (manager) => {
              await manager.query(QUERY, parameters);
              await manager.query(QUERY, parameters);
            }),
          () =>
            database.platform(async (manager) => {
              await manager.query(QUERY.replace('claims', 'unguarded_claims'), parameters);
              await manager.query(QUERY.replace('claims', 'unguarded_claims'), parameters);
            }),
        );
        return [
          {
            name: 'tenant.transaction',
            value: p50(subject),
            baseline: p50(baseline),
            unit: 'ms',
            goal: { atMost: 1.25 },
          },
        ];
      } finally {
        await dataSource.destroy();
      }
    }),
};
