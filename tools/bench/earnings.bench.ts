import type { Bench, Figure } from './bench.js';
import { withBenchDatabase } from './bench-database.js';
import { sessionOf } from './bench-learners.js';
import { serveApi, serveBare } from './bench-servers.js';
import { createBenchSociety } from './bench-society.js';
import { addAccount, CLAIMS, COMPLETIONS, earningSociety } from './earnings-society.js';
import { alternate, p50 } from './measure.js';

const ROUNDS = 60;

/** One large account over HTTP, against handlers that only read the rows. */
export const earnings: Bench = {
  name: 'earnings',
  title: `An account of ${COMPLETIONS} completions and ${CLAIMS} claims against the same rows as plain JSON`,
  run: () =>
    withBenchDatabase(async (database): Promise<readonly Figure[]> => {
      const society = await createBenchSociety(database, addAccount, earningSociety);
      const api = await serveApi(database, society, 1);
      const bare = await serveBare(database, society, 1);
      const of = `/api/activities/${society.activityId}`;
      const headers = sessionOf(1);
      const against = async (name: string, path: string, atMost: number): Promise<Figure> => {
        const { subject, baseline } = await alternate(
          ROUNDS,
          () => api.client.expect(200, { path: `${of}/${path}`, headers }),
          () => bare.client.expect(200, { path: `${of}/${path}`, headers }),
        );
        return { name, value: p50(subject), baseline: p50(baseline), unit: 'ms', goal: { atMost } };
      };
      try {
        return [
          await against('earnings.read', 'earnings?creditType=ama-pra-1', 4),
          await against('earnings.claims', 'claims?sort=credits', 4),
        ];
      } finally {
        await Promise.all([api.stop(), bare.stop()]);
      }
    }),
};
