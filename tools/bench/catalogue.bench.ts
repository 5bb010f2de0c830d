import type { TenantDatabase } from '../../apps/api/src/database/tenant-database.js';
import type { TenantContext } from '../../apps/api/src/tenancy/tenant-context.js';
import type { Bench, Figure } from './bench.js';
import { withBenchDatabase } from './bench-database.js';
import { addLearnersWithDrafts, sessionOf } from './bench-learners.js';
import { serveApi, serveBare } from './bench-servers.js';
import { type BenchSociety, createBenchSociety } from './bench-society.js';
import { alternate, p50 } from './measure.js';

const OFFERINGS = 1_000;
const ROUNDS = 300;

/** A learner's whole catalogue over HTTP, against a handler that only reads the rows. */
export const catalogue: Bench = {
  name: 'catalogue',
  title: `Catalogue of ${OFFERINGS} offerings with decisions against the same rows as plain JSON`,
  run: () =>
    withBenchDatabase(async (database): Promise<readonly Figure[]> => {
      const society = await createBenchSociety(database, async (tenants, context, created) => {
        await addOfferings(tenants, context, created);
        await addLearnersWithDrafts(tenants, context, created, 1);
      });
      const path = `/api/activities/${society.activityId}/offerings`;
      const api = await serveApi(database, society, 1);
      const bare = await serveBare(database, society, 1);
      try {
        const headers = sessionOf(1);
        const first = await api.client.expect(200, { path, headers });
        const etag = String(first.headers['etag']);
        const read = await alternate(
          ROUNDS,
          () => api.client.expect(200, { path, headers }),
          () => bare.client.expect(200, { path, headers }),
        );
        const revalidate = await alternate(
          ROUNDS,
          () => api.client.expect(304, { path, headers: { ...headers, 'if-none-match': etag } }),
          () => bare.client.expect(200, { path, headers }),
        );
        return [
          {
            name: 'catalogue.read',
            value: p50(read.subject),
            baseline: p50(read.baseline),
            unit: 'ms',
            goal: { atMost: 3 },
          },
          {
            name: 'catalogue.revalidation',
            value: p50(revalidate.subject),
            baseline: p50(revalidate.baseline),
            unit: 'ms',
            goal: { atMost: 0.3 },
          },
        ];
      } finally {
        await Promise.all([api.stop(), bare.stop()]);
      }
    }),
};

/** Repeats the demo's programme until it is large enough. */
const addOfferings = (database: TenantDatabase, context: TenantContext, { activityId }: BenchSociety) =>
  database.transaction(context, async (manager) => {
    await manager.query(REPEAT_OFFERINGS, [context.tenant.id, activityId, OFFERINGS]);
    await manager.query(
      `update activities set programme_revision = programme_revision + 1 where tenant_id = $1 and id = $2`,
      [context.tenant.id, activityId],
    );
  });

const REPEAT_OFFERINGS = `
insert into offerings (tenant_id, id, activity_id, source_key, code, title, description, starts_at, ends_at, day, room,
  track, category, type, tier, is_highlight, speakers, credits, content_hash)
select tenant_id, uuidv7(), activity_id, source_key || '-' || n, code || '-' || n, title, description, starts_at, ends_at,
  day, room, track, category, type, tier, is_highlight, speakers, credits, content_hash
from offerings, generate_series(1, 10) as n
where tenant_id = $1 and activity_id = $2
order by n, source_key
limit $3 - (select count(*) from offerings where tenant_id = $1 and activity_id = $2)`;
