import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiKeysService } from '../src/identity/api-keys.service.js';
import { StaffService } from '../src/identity/staff.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type OpenApi, type Route, routesOf, sampleOf } from './openapi-sample.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { type Claimed, claimSomething } from './claim-something.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

/** Names that a society gives, not ids: the same word may rightly mean something in both. */
const NATURAL = new Set(['plugin', 'kind', 'key', 'documentKey', 'revision']);

let app: TestApp;
let own: Society;
let other: Society;
let othersClaim: Claimed;
let document: OpenApi;
let routes: Route[];
let learner: TestClient;
let staff: TestClient;
let apiKey: string;

beforeAll(async () => {
  app = await startTestApp();
  own = await app.createTenant('alpha');
  other = await app.createTenant('beta');
  await claimSomething(app.tenants, own);
  othersClaim = await claimSomething(app.tenants, other);

  learner = app.client('alpha');
  await learner.signIn('100001', 'Okafor');
  const context = systemContext(own.tenant, 'test');
  await app.app.get(StaffService).create(context, {
    email: 'owner@alpha.example',
    displayName: 'Owner',
    role: 'owner',
    password: 'a long password',
  });
  staff = app.client('alpha');
  await staff.signInStaff('owner@alpha.example', 'a long password');
  ({ key: apiKey } = await app.app
    .get(ApiKeysService)
    .create(context, { name: 'App', scopes: ['collect:app-flags'] }));

  const answer = await learner.get('/api/docs/json');
  document = Object(answer.body);
  routes = routesOf(document).filter(({ path }) => path.startsWith('/api/'));
}, 60_000);
afterAll(() => app.stop());

/** What the other tenant's rows are called in this parameter. */
function foreign(parameter: string): string {
  const values: Record<string, string | undefined> = {
    activityId: other.activityId,
    offeringId: other.offeringIds[0],
    certificateId: othersClaim.certificateId,
    id: othersClaim.certificateId,
    claimId: othersClaim.claimId,
    code: othersClaim.verificationCode,
    formKey: othersClaim.formKey,
    reportId: othersClaim.reportId,
    mailId: othersClaim.mailId,
    learnerId: other.learners['100001']?.learnerId,
    revision: '1',
    plugin: 'app-flags',
    kind: 'itinerary',
    key: 'cme',
    documentKey: 'cme',
  };
  const value = values[parameter];
  if (value === undefined) throw new Error(`Say here how to fill the parameter "${parameter}"`);
  return value;
}

const pathParameters = ({ path }: Route) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** Calls the route as everybody of the own tenant that it might be meant for, all with the other's ids. */
async function call(route: Route, fill: (parameter: string) => string) {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(fill(name)));
  const query = (route.parameters ?? [])
    .filter(({ name, required, ...parameter }) => parameter.in === 'query' && (required || /Id$/.test(name)))
    .map(({ name, schema = {} }) => {
      const value = /Id$/.test(name) ? foreign(name) : String(sampleOf(document, schema));
      return `${name}=${encodeURIComponent(value)}`;
    })
    .join('&');
  const { body, ...contentType } = bodyOf(route);
  const headers = { 'idempotency-key': crypto.randomUUID(), ...contentType };
  const url = query === '' ? path : `${path}?${query}`;
  const answers = await Promise.all([
    learner.send(route.method, url, { body, headers }),
    staff.send(route.method, url, { body, headers }),
    app.client('alpha').send(route.method, url, {
      body,
      headers: { ...headers, authorization: `Bearer ${apiKey}` },
    }),
    app.client('alpha').send(route.method, url, { body, headers }),
  ]);
  const broken = answers.filter(({ status }) => status >= 500).map(({ text }) => text);
  expect({ route: `${route.method} ${url}`, broken }).toEqual({
    route: `${route.method} ${url}`,
    broken: [],
  });
  return answers;
}

/** A body that the route would take: the sample of its schema, or one small file. */
function bodyOf({ requestBody }: Route): { body?: unknown; 'content-type'?: string } {
  const content = requestBody?.content ?? {};
  const json = content['application/json']?.schema;
  if (json !== undefined) return { body: sampleOf(document, json) };
  if (content['multipart/form-data'] === undefined) return {};
  const file = [
    '--edge',
    'content-disposition: form-data; name="file"; filename="rows.csv"',
    'content-type: text/csv',
    '',
    'code,title,badge,firstName,lastName',
    'N1,New,200001,New,Person',
    '--edge--',
    '',
  ].join('\r\n');
  return { body: file, 'content-type': 'multipart/form-data; boundary=edge' };
}

/** One hash over all rows a tenant has in any table, found from the catalog. */
async function contentOf(tenantId: string): Promise<Record<string, string>> {
  const tables = await app.inspect<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'tenant_id' order by 1`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await app.inspect<{ hash: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as hash
       from ${name} t where tenant_id = $1`,
      [tenantId],
    );
    hashes[name] = row?.hash ?? '';
  }
  return hashes;
}

/** Everything by which one could tell that an answer is about the other society. */
const traces = () => [
  other.tenant.id,
  other.tenant.name,
  other.activityId,
  ...other.offeringIds,
  ...Object.values(other.learners).flatMap(({ learnerId, registrationId }) => [learnerId, registrationId]),
  othersClaim.claimId,
  othersClaim.certificateId,
];

/** An answer may repeat an id that was asked for; it must not tell more. */
const leaks = (text: string, asked: readonly string[]) =>
  traces().filter((trace) => !asked.includes(trace) && text.includes(trace));

describe('every route of the contract, called with another society’s ids', () => {
  it('has something to call', () => {
    expect(routes.filter((route) => pathParameters(route).length > 0).length).toBeGreaterThan(5);
  });

  it('answers 404 (or that one may not), and changes nothing anywhere', async () => {
    const before = { other: await contentOf(other.tenant.id), own: await contentOf(own.tenant.id) };
    const wrong: string[] = [];
    for (const route of routes) {
      const parameters = pathParameters(route);
      if (parameters.length === 0 || parameters.every((name) => NATURAL.has(name))) continue;
      const answers = await call(route, foreign);
      const statuses = answers.map(({ status }) => status);
      const isRefused = statuses.every((status) => [401, 403, 404].includes(status));
      if (!isRefused || !statuses.includes(404)) {
        wrong.push(`${route.method} ${route.path} → ${statuses.join(', ')}`);
      }
      for (const { text } of answers) {
        expect(leaks(text, parameters.map(foreign))).toEqual([]);
      }
    }
    expect(wrong).toEqual([]);
    expect({ other: await contentOf(other.tenant.id), own: await contentOf(own.tenant.id) }).toEqual(before);
  }, 60_000);

  it('in the own activity answers 404 as well, and leaves the other society as it is', async () => {
    const before = await contentOf(other.tenant.id);
    const wrong: string[] = [];
    for (const route of routes) {
      const parameters = pathParameters(route);
      if (!parameters.includes('activityId') || parameters.length === 1) continue;
      const answers = await call(route, (name) => (name === 'activityId' ? own.activityId : foreign(name)));
      for (const { text } of answers) expect(leaks(text, parameters.map(foreign))).toEqual([]);
      const hasForeignId = parameters.some((name) => name !== 'activityId' && !NATURAL.has(name));
      const statuses = answers.map(({ status }) => status);
      const fine = [401, 403, 404];
      if (hasForeignId && !statuses.every((status) => fine.includes(status))) {
        wrong.push(`${route.method} ${route.path} → ${statuses.join(', ')}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await contentOf(other.tenant.id)).toEqual(before);
  }, 60_000);

  it('shows nothing of the other society where nothing is asked for by id', async () => {
    const reads = routes.filter(({ method }) => method === 'GET');
    for (const route of reads) {
      const answers = await call(route, (name) => (name === 'activityId' ? own.activityId : foreign(name)));
      for (const { text } of answers) {
        expect({ route: route.path, leaks: leaks(text, pathParameters(route).map(foreign)) }).toEqual({
          route: route.path,
          leaks: [],
        });
      }
    }
  }, 60_000);

  it('answers nothing at a host without a society', async () => {
    const before = [await contentOf(own.tenant.id), await contentOf(other.tenant.id)];
    const nowhere = app.client('nowhere.example');
    for (const route of routes) {
      const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(foreign(name)));
      const { status, body } = await nowhere.send(
        route.method,
        path,
        route.method === 'GET' ? {} : { body: {} },
      );
      expect({ path, status, code: Object(body).code }).toEqual({
        path,
        status: 404,
        code: 'tenant.unknown',
      });
    }
    expect([await contentOf(own.tenant.id), await contentOf(other.tenant.id)]).toEqual(before);
  }, 60_000);
});
