import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Figure } from './bench.js';
import { cpuMillisecondsOf, cpuPerRequest } from './cpu-time.js';
import { withBenchDatabase } from './bench-database.js';
import { serveApi } from './bench-servers.js';
import { JourneyLearner } from './journey-learner.js';
import { createJourneySocieties } from './journey-societies.js';
import { LatencyLog } from './latency-log.js';
import { LoopbackClient } from './loopback-client.js';

const SOCIETIES = ['alpha', 'beta', 'gamma'];
const LEARNERS = 200;
const START_WITHIN_MILLISECONDS = 2_000;
/** What a learner may have to wait for the slowest of a hundred answers. */
const PATIENCE_MILLISECONDS = 1_000;

/** Everybody claims at once, the day after the meeting. The first answer that is not as it should be ends it. */
export const journey: Bench = {
  name: 'journey',
  title: `The whole way, by ${LEARNERS} learners of ${SOCIETIES.length} societies at once, without a pause`,
  run: (tell) =>
    withBenchDatabase(async (database): Promise<readonly Figure[]> => {
      const societies = await createJourneySocieties(database, SOCIETIES, LEARNERS + 3);
      const [first] = societies;
      if (first === undefined) throw new Error('There is no society');
      const api = await serveApi(database, first, 1);
      const clients = societies.map(
        ({ tenant }) => new LoopbackClient(api.port, `${tenant.slug}.localhost`, LEARNERS),
      );
      const log = new LatencyLog();
      const learnerOf = (index: number, number: number, record = log.record) => {
        const [client, society] = [clients[index % clients.length], societies[index % societies.length]];
        if (client === undefined || society === undefined) throw new Error('There is no such society');
        return new JourneyLearner(client, society, number, record);
      };
      try {
        // A process that has just started compiles its code yet; nobody measures that.
        for (let index = 0; index < 3 * societies.length; index += 1) {
          await learnerOf(
            index,
            LEARNERS + 1 + Math.floor(index / societies.length),
            () => undefined,
          ).goAllTheWay();
        }
        const cpu = () => [api.pid, database.pid].map(cpuMillisecondsOf);
        const [before, started] = [cpu(), performance.now()];
        await Promise.all(
          Array.from({ length: LEARNERS }, async (_, index) => {
            await sleep((index * START_WITHIN_MILLISECONDS) / LEARNERS);
            await learnerOf(index, index + 1).goAllTheWay();
          }),
        );
        const seconds = (performance.now() - started) / 1000;
        tell(log.table());
        tell(cpuPerRequest(before, cpu(), log.count));
        tell(`${(log.count / seconds).toFixed(0)} requests/s, no error`);
        return [
          {
            name: 'journey.rate',
            value: LEARNERS / seconds,
            // Were every answer as late as the slowest may be, the last learner would be through no earlier.
            baseline: LEARNERS / ((log.count / LEARNERS) * (PATIENCE_MILLISECONDS / 1000)),
            unit: '1/s',
            goal: { atLeast: 1 },
          },
          {
            name: 'journey.p99',
            value: log.percentile(0.99),
            baseline: PATIENCE_MILLISECONDS,
            unit: 'ms',
            goal: { atMost: 1 },
          },
        ];
      } finally {
        for (const client of clients) client.close();
        await api.stop();
      }
    }),
};
