import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { allow, definePlugin, NoConfig, PLUGIN_CONTRACT } from '@laurel/plugin-kit';
import type { CatalogueDto } from '../src/offers/dto/catalogue.dto.js';
import { plugins } from '../src/plugins.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, step } from './testing-claims.js';
import type { Answer } from './testing-client.js';
import type { Society } from './testing-society.js';

/** Whether the plugin fails now: the same question is answered today and not tomorrow. */
let isBroken = false;
const moody = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'moody',
  version: '1.0.0',
  title: 'Moody',
  description: 'Allows everything, or fails.',
  config: NoConfig,
  configVersion: 1,
  messages: {},
  offer: () => {
    if (isBroken) throw new Error('not now');
    return allow;
  },
});

let app: TestApp;
let alpha: Society;

beforeAll(async () => {
  app = await startTestApp({ plugins: [...plugins, moody] });
}, 60_000);
afterAll(() => app.stop());

let count = 0;
let learner: Learner;
beforeEach(async () => {
  // A society of its own each time: nothing of it is remembered.
  alpha = await app.createTenant(`alpha-${String(count++)}`);
  await app.app
    .get(WorkflowsService)
    .save(systemContext(alpha.tenant, 'test'), alpha.activityId, [step('moody')]);
  isBroken = false;
  learner = await Learner.signIn(app, alpha);
});

const look = (encoding: string, etag?: string): Promise<Answer> =>
  learner.client.get(learner.path('offerings'), {
    headers: { 'accept-encoding': encoding, ...(etag === undefined ? {} : { 'if-none-match': etag }) },
  });
const allowed = ({ body }: Answer): number => {
  const { offerings }: CatalogueDto = Object(body);
  return offerings.filter(({ isAllowed }) => isAllowed).length;
};
const etagOf = ({ headers }: Answer): string => String(headers['etag']);

describe.each(['br', 'identity'])('a catalogue sent as %s', (encoding) => {
  it('that was decided without a plugin is not said to be unchanged once the plugin works', async () => {
    isBroken = true;
    const without = await look(encoding);
    expect([without.status, allowed(without)]).toEqual([200, 0]);
    isBroken = false;
    const after = await look(encoding, etagOf(without));
    expect([after.status, allowed(after)]).toEqual([200, 6]);
    expect((await look(encoding, etagOf(after))).status).toBe(304);
  });

  it('is not sent under the version of one that was decided with it', async () => {
    const other = encoding === 'br' ? 'identity' : 'br';
    const good = await look(other);
    expect(allowed(good)).toBe(6);
    isBroken = true;
    // A fresh browser of the same learner, which has nothing yet.
    const without = await look(encoding);
    expect([without.status, allowed(without)]).toEqual([200, 0]);
    expect(etagOf(without)).not.toBe(etagOf(good));
    isBroken = false;
    const after = await look(encoding, etagOf(without));
    expect([after.status, allowed(after)]).toEqual([200, 6]);
    expect(etagOf(after)).toBe(etagOf(good));
    // Nor is it what others are sent as that version.
    expect(allowed(await look('br'))).toBe(6);
  });

  it('that was decided with the plugin stands as long as nothing else changes', async () => {
    const good = await look(encoding);
    isBroken = true;
    expect((await look(encoding, etagOf(good))).status).toBe(304);
  });
});
