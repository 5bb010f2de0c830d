import type { Bench, Figure } from './bench.js';
import { withBenchDatabase } from './bench-database.js';
import { serveApi } from './bench-servers.js';
import { CrowdProcess } from './crowd-process.js';
import { createJourneySocieties } from './journey-societies.js';
import { LatencyLog } from './latency-log.js';

const [NOISY, ...OTHERS] = ['noisy', 'alpha', 'beta'] as const;
const LEARNERS = 24;
const ROUNDS = 9;
const SECONDS = 4;
/** Of what the process can do: three societies use it to three tenths, one of them alone then to the full. */
const SHARE = 0.1;
const NOISE = 10;
/** What it can do is found out by as many at once as are a few for each society. */
const HURRY = { do: 'hurry', times: 400, atOnce: 4 } as const;

/** What one society's rush costs the others, in alternating rounds with and without it. */
export const fairness: Bench = {
  name: 'fairness',
  title: `Answers to two societies while a third asks for ${NOISE} times as much, against while it does not`,
  run: (tell) =>
    withBenchDatabase(async (database): Promise<readonly Figure[]> => {
      const [first, ...rest] = await createJourneySocieties(database, [NOISY, ...OTHERS], LEARNERS);
      if (first === undefined) throw new Error('There is no society');
      const api = await serveApi(database, first, 1);
      const noise = new CrowdProcess();
      const others = new CrowdProcess();
      const logs = { quiet: new LatencyLog(), noisy: new LatencyLog() };
      const slowest: Record<keyof typeof logs, number[]> = { quiet: [], noisy: [] };
      let refused = 0;
      try {
        const arrive = { do: 'sign-in', port: api.port, learners: LEARNERS } as const;
        await noise.do({ ...arrive, societies: [first] });
        await others.do({ ...arrive, societies: rest });
        // Warms up, and says what the process can do at all.
        const hurried = await Promise.all([noise.do(HURRY), others.do(HURRY)]);
        const capacity = hurried.reduce((sum, { rate }) => sum + rate, 0);
        const rate = capacity * SHARE;
        tell(`  ${capacity.toFixed(0)} requests/s at most; each society asks ${rate.toFixed(0)} a second`);
        const ask = { do: 'ask', perSecond: rate, seconds: SECONDS, mayBeRefused: false } as const;
        const round = async (isNoisy: boolean) => {
          const [ofNoise, ofOthers] = await Promise.all([
            noise.do({ ...ask, perSecond: rate * (isNoisy ? NOISE : 1), mayBeRefused: true }),
            others.do(ask),
          ]);
          return { taken: ofOthers.taken, refused: ofNoise.refused };
        };
        // A server that is in use has refused before; what it does for the first time takes it longer.
        for (const isNoisy of [false, true]) await round(isNoisy);
        for (let count = 0; count < 2 * ROUNDS; count += 1) {
          const isNoisy = count % 2 === 1;
          const which = isNoisy ? 'noisy' : 'quiet';
          const { taken, refused: refusedNow } = await round(isNoisy);
          refused += refusedNow;
          logs[which].add(taken);
          const log = new LatencyLog();
          log.add(taken);
          slowest[which].push(log.percentile(0.99));
        }
        tell(`  without the rush:\n${logs.quiet.table()}\n  with it:\n${logs.noisy.table()}`);
        const listed = (values: readonly number[]) => values.map((value) => value.toFixed(0)).join(', ');
        tell(`  p99 by round, ms: without ${listed(slowest.quiet)}; with ${listed(slowest.noisy)}`);
        tell(`  ${refused} requests of the rush were refused`);
        return [
          {
            name: 'fairness.p99',
            // Of all rounds together: of one round's few hundred answers, the hundredth is a matter of luck.
            value: logs.noisy.percentile(0.99),
            baseline: logs.quiet.percentile(0.99),
            unit: 'ms',
            goal: { atMost: 2 },
          },
        ];
      } finally {
        await Promise.all([noise.stop(), others.stop()]);
        await api.stop();
      }
    }),
};
