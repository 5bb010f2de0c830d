import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange } from './testing-claims.js';
import type { TestClient } from './testing-client.js';
import { ApiProcess } from './testing-process.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let api: ApiProcess;
let client: TestClient;

beforeAll(async () => {
  app = await startTestApp({ settings: { LAUREL_WORKER: 'separate' } });
  alpha = await app.createTenant('alpha');
  await arrange(app, alpha);
  await (await Learner.signIn(app, alpha)).add(0, 2, 4);
  const preload = pathToFileURL(path.resolve('apps/api/test/testing-collections.mjs')).href;
  api = await ApiProcess.start({
    DATABASE_URL: app.database.appUrl,
    LAUREL_HOME: app.home,
    LAUREL_WORKER: 'separate',
    RATE_LIMIT_PER_MINUTE: '1000000',
    NODE_OPTIONS: `--import=${preload}`,
  });
  await api.ready();
  client = api.client('alpha');
  expect((await client.signIn('100001', 'Okafor')).status).toBe(201);
}, 90_000);
afterAll(async () => {
  api.child.kill('SIGTERM');
  await api.ended();
  await app.stop();
});

/** Bytes that the young collections since a place in the output moved among what is old. */
const promotedSince = (start: number): { bytes: number; collections: number } => {
  const told = api.output.slice(start).matchAll(/ GC: (\{"pause".*\})/g);
  const young = [...told].map(([, text]) => JSON.parse(text ?? '')).filter(({ gc }) => gc === 's');
  return {
    bytes: young.reduce((sum: number, { promoted }) => sum + Number(promoted), 0),
    collections: young.length,
  };
};

/** What is kept of requests that came one after the other, in bytes each. */
const keptOf = async (count: number, path: string): Promise<{ each: number; collections: number }> => {
  const start = api.output.length;
  for (let index = 0; index < count; index += 1) expect((await client.get(path)).status).toBe(200);
  const { bytes, collections } = promotedSince(start);
  return { each: bytes / count, collections };
};

describe('requests that are over', () => {
  // A cart needs some hundred kilobytes for a moment. What outlives it comes to light in a major collection only,
  // which holds up everybody (see `functionsInProperties` in eslint.config.mjs).
  it.each(['cart', 'offerings'])(
    'leave next to nothing among what is old: %s',
    async (what) => {
      const where = `/api/activities/${alpha.activityId}/${what}`;
      // Until everything is compiled.
      await keptOf(200, where);
      const { each, collections } = await keptOf(600, where);
      expect(collections).toBeGreaterThan(2);
      expect(each).toBeLessThan(8_000);
    },
    90_000,
  );
});
