import type { Bench, Figure } from './bench.js';
import { withBenchDatabase } from './bench-database.js';
import { serveApi } from './bench-servers.js';
import { JourneyLearner } from './journey-learner.js';
import { createJourneySocieties } from './journey-societies.js';
import { LatencyLog } from './latency-log.js';
import { LoopbackClient } from './loopback-client.js';
import { throughput } from './measure.js';
import { steadily } from './steady-load.js';

const [NOISY, ...OTHERS] = ['noisy', 'alpha', 'beta'] as const;
const LEARNERS = 24;
const ROUNDS = 9;
const SECONDS = 4;
/** Of what the process can do: three societies use it to three tenths, one of them alone then to the full. */
const SHARE = 0.1;
const NOISE = 10;

/** Learners of one society, signed in, each asking for one thing after the other. */
class Crowd {
  refused = 0;
  private asked = 0;

  private constructor(private readonly learners: readonly JourneyLearner[]) {}

  static async signIn(learners: readonly JourneyLearner[]): Promise<Crowd> {
    for (const learner of learners) {
      await learner.signIn();
      for (const session of learner.chosenSessions().slice(0, 5)) await learner.add(session);
    }
    return new Crowd(learners);
  }

  /** Half of it reads the cart, the rest the catalogue or adds a session. */
  async ask(): Promise<void> {
    const turn = this.asked;
    this.asked += 1;
    const learner = this.learners[turn % this.learners.length];
    if (learner === undefined) throw new Error('The crowd is empty');
    const round = Math.floor(turn / this.learners.length);
    if (round % 4 === 1) return learner.readCatalogue();
    const sessions = learner.chosenSessions();
    const session = sessions[round % sessions.length];
    return round % 4 === 3 && session !== undefined ? learner.add(session) : learner.readCart();
  }

  /** Asks, and counts a refusal for what it is: a society that asks for too much may be refused. */
  async askOrBeRefused(): Promise<void> {
    try {
      await this.ask();
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('answered 503')) throw error;
      this.refused += 1;
    }
  }
}

/** What one society's rush costs the others, in alternating rounds with and without it. */
export const fairness: Bench = {
  name: 'fairness',
  title: `Answers to two societies while a third asks for ${NOISE} times as much, against while it does not`,
  run: (tell) =>
    withBenchDatabase(async (database): Promise<readonly Figure[]> => {
      const societies = await createJourneySocieties(database, [NOISY, ...OTHERS], LEARNERS);
      const [first] = societies;
      if (first === undefined) throw new Error('There is no society');
      const api = await serveApi(database, first, 1);
      const clients = societies.map(
        ({ tenant }) => new LoopbackClient(api.port, `${tenant.slug}.localhost`, 1_000),
      );
      const logs = { quiet: new LatencyLog(), noisy: new LatencyLog() };
      const slowest: Record<keyof typeof logs, number[]> = { quiet: [], noisy: [] };
      let current: readonly LatencyLog[] = [];
      try {
        const [noise, ...others] = await Promise.all(
          societies.map((society, index) => {
            const client = clients[index];
            if (client === undefined) throw new Error('A society has no client');
            const record = (step: string, milliseconds: number) => {
              if (index > 0) for (const log of current) log.record(step, milliseconds);
            };
            return Crowd.signIn(
              Array.from({ length: LEARNERS }, (_, n) => new JourneyLearner(client, society, n + 1, record)),
            );
          }),
        );
        if (noise === undefined) throw new Error('There is no noisy society');
        const crowds = [noise, ...others];
        // Warms up, and says what the process can do at all.
        const capacity = await throughput(1_200, 12, (index) =>
          (crowds[index % crowds.length] ?? noise).ask(),
        );
        const rate = capacity * SHARE;
        tell(`  ${capacity.toFixed(0)} requests/s at most; each society asks ${rate.toFixed(0)} a second`);
        for (let round = 0; round < 2 * ROUNDS; round += 1) {
          const isNoisy = round % 2 === 1;
          const which = isNoisy ? 'noisy' : 'quiet';
          const log = new LatencyLog();
          current = [logs[which], log];
          await Promise.all([
            steadily(rate * (isNoisy ? NOISE : 1), SECONDS, () => noise.askOrBeRefused()),
            ...others.map((crowd) => steadily(rate, SECONDS, () => crowd.ask())),
          ]);
          slowest[which].push(log.percentile(0.99));
        }
        tell(`  without the rush:\n${logs.quiet.table()}\n  with it:\n${logs.noisy.table()}`);
        const listed = (values: readonly number[]) => values.map((value) => value.toFixed(0)).join(', ');
        tell(`  p99 by round, ms: without ${listed(slowest.quiet)}; with ${listed(slowest.noisy)}`);
        tell(`  ${noise.refused} requests of the rush were refused`);
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
        for (const client of clients) client.close();
        await api.stop();
      }
    }),
};
