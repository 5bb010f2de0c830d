import type { Bench, Figure } from './bench.js';
import { withBenchDatabase } from './bench-database.js';
import { addLearnersWithDrafts, DRAFT_LINES, sessionOf } from './bench-learners.js';
import { serveApi, serveBare } from './bench-servers.js';
import { createBenchSociety } from './bench-society.js';
import type { LoopbackClient } from './loopback-client.js';
import { alternateThroughput } from './measure.js';

const ROUNDS = 12;
const RUNS = 120;
const CONCURRENCY = 8;

/** Everything a submission takes, over HTTP, against a handler that only runs its SQL. */
export const submit: Bench = {
  name: 'submit',
  title: `Submitting a claim of ${DRAFT_LINES} lines against a bare Fastify handler with the same SQL`,
  run: () =>
    withBenchDatabase(async (database): Promise<readonly Figure[]> => {
      // The warm-up round, two sides, and the sample.
      const learners = (ROUNDS + 1) * RUNS * 2 + 1;
      const society = await createBenchSociety(database, (tenants, context, created) =>
        addLearnersWithDrafts(tenants, context, created, learners),
      );
      const path = `/api/activities/${society.activityId}/claim/submit`;
      const submitAs = (client: LoopbackClient, learner: number) =>
        client.expect(201, {
          method: 'POST',
          path,
          headers: { ...sessionOf(learner), 'idempotency-key': `submission-${learner}` },
          body: JSON.stringify({ revision: DRAFT_LINES, isAttested: true }),
        });
      const api = await serveApi(database, society, CONCURRENCY);
      const bare = await serveBare(database, society, CONCURRENCY);
      try {
        await submitAs(api.client, learners);
        const { subject, baseline } = await alternateThroughput(
          { rounds: ROUNDS, runs: RUNS },
          { run: (index) => submitAs(api.client, 2 * index + 1), concurrency: CONCURRENCY },
          { run: (index) => submitAs(bare.client, 2 * index + 2), concurrency: CONCURRENCY },
        );
        return [{ name: 'submit.throughput', value: subject, baseline, unit: '1/s', goal: { atLeast: 0.4 } }];
      } finally {
        await Promise.all([api.stop(), bare.stop()]);
      }
    }),
};
