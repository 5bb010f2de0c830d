import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Crowd } from './crowd.js';
import type { CrowdOrder, CrowdReport } from './crowd-messages.js';
import { LatencyLog } from './latency-log.js';
import { LoopbackClient } from './loopback-client.js';
import { throughput } from './measure.js';
import { steadily } from './steady-load.js';

/** Learners of some societies, in a process that has nothing else to do or to remember. Obeys its parent. */
const CONNECTIONS = 1_000;

setFlagsFromString('--expose-gc');
const collector: unknown = runInNewContext('gc');
/** Clears this process's memory now, so that it need not while answers are being timed. */
const clearMemory = (): void => {
  if (typeof collector === 'function') Reflect.apply(collector, undefined, []);
};

let crowds: readonly Crowd[] = [];
let log = new LatencyLog();
const record = (step: string, milliseconds: number) => log.record(step, milliseconds);

async function obey(order: CrowdOrder): Promise<number> {
  switch (order.do) {
    case 'sign-in':
      crowds = await Promise.all(
        order.societies.map((society) =>
          Crowd.signIn(
            new LoopbackClient(order.port, `${society.tenant.slug}.localhost`, CONNECTIONS),
            society,
            order.learners,
            record,
          ),
        ),
      );
      return 0;
    case 'hurry': {
      const rates = await Promise.all(
        crowds.map((crowd) => throughput(order.times, order.atOnce, () => crowd.ask())),
      );
      return rates.reduce((sum, rate) => sum + rate, 0);
    }
    case 'ask': {
      const { perSecond, seconds, mayBeRefused } = order;
      await Promise.all(
        crowds.map((crowd) =>
          steadily(perSecond, seconds, () => (mayBeRefused ? crowd.askOrBeRefused() : crowd.ask())),
        ),
      );
      return perSecond * crowds.length;
    }
  }
}

process.on('message', (order: CrowdOrder) => {
  log = new LatencyLog();
  clearMemory();
  for (const crowd of crowds) crowd.refused = 0;
  void obey(order).then((rate) => {
    const refused = crowds.reduce((sum, crowd) => sum + crowd.refused, 0);
    process.send?.({ rate, refused, taken: log.taken } satisfies CrowdReport);
  });
});
// Nothing else keeps it here between two orders.
process.channel?.ref();
process.once('SIGTERM', () => process.exit(0));
