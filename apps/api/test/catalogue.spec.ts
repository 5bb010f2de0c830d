import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { Activity } from '../src/catalogue/activity.entity.js';
import type { CatalogueDto, OfferingDetailDto } from '../src/offers/dto/catalogue.dto.js';
import { Offering } from '../src/catalogue/offering.entity.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, TestClock, startTestApp } from './testing-app.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

const clock = new TestClock(Temporal.Instant.from('2026-04-24T15:00:20Z'));
let app: TestApp;
let alpha: Society;
let beta: Society;

const steps = [
  {
    plugin: 'claim-window',
    isEnabled: true,
    config: { opensAt: '2026-04-20T00:00', closesAt: '2026-05-31T23:59' },
  },
  {
    plugin: 'tier-eligibility',
    isEnabled: true,
    config: {
      tiers: [
        { key: 'premier', label: 'Premier', admits: ['standard'] },
        { key: 'standard', label: 'Standard' },
      ],
    },
  },
];

const contextOf = (society: Society) => systemContext(society.tenant, 'test');

/** Rewrites an offering as an import would, the revision included. */
const change = (society: Society, offeringId: string, columns: Partial<Offering>): Promise<unknown> =>
  app.tenants.transaction(contextOf(society), async (manager) => {
    await manager.update(Offering, { tenantId: society.tenant.id, id: offeringId }, columns);
    await manager.increment(Activity, { id: society.activityId }, 'programmeRevision', 1);
  });

beforeAll(async () => {
  app = await startTestApp({ clock });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  for (const society of [alpha, beta]) {
    await app.app.get(WorkflowsService).save(contextOf(society), society.activityId, steps);
  }
  const [, summit = '', breakfast = ''] = alpha.offeringIds;
  await change(alpha, summit, { tier: 'premier', type: 'Summit', speakers: ['Ada Obi', 'Bo Li'] });
  await change(alpha, breakfast, { credits: [], title: 'Breakfast', description: 'Bring your own.' });
}, 60_000);
afterAll(() => app.stop());

const signedIn = async (badge: string, lastName: string, slug = 'alpha'): Promise<TestClient> => {
  const client = app.client(slug);
  expect((await client.signIn(badge, lastName)).status).toBe(201);
  return client;
};
const okafor = () => signedIn('100001', 'Okafor');
const lindqvist = () => signedIn('100002', 'Lindqvist');
const nguyen = () => signedIn('100003', 'Nguyễn');

const path = (society = alpha) => `/api/activities/${society.activityId}/offerings`;
const catalogueOf = async (client: TestClient, society = alpha): Promise<CatalogueDto> => {
  const answer = await client.get(path(society));
  expect(answer.status).toBe(200);
  return Object(answer.body);
};

describe('the catalogue', () => {
  it('shows every offering of the activity, and of no other', async () => {
    const { offerings, creditTypes } = await catalogueOf(await okafor());
    expect(new Set(offerings.map(({ id }) => id))).toEqual(new Set(alpha.offeringIds));
    expect(creditTypes).toEqual([
      {
        key: 'ama-pra-1',
        name: 'AMA PRA Category 1 Credits™',
        shortName: 'AMA PRA 1',
        unit: { one: 'AMA PRA Category 1 Credit™', other: 'AMA PRA Category 1 Credits™' },
        increment: 0.25,
        isCategory: false,
      },
    ]);
    expect(offerings[0]).toEqual({
      id: alpha.offeringIds[0],
      code: 'S0',
      title: 'Session 0',
      day: '2026-04-23',
      startsAt: '2026-04-23T13:00:00Z',
      endsAt: '2026-04-23T14:00:00Z',
      room: 'Room 0',
      track: '',
      category: '',
      type: '',
      isHighlight: false,
      tier: null,
      speakers: [],
      withdrawnNotice: null,
      credits: [{ creditType: 'ama-pra-1', amount: 1 }],
      isAllowed: true,
      denials: [],
    });
    const others = await catalogueOf(await signedIn('100001', 'Okafor', 'beta'), beta);
    expect(new Set(others.offerings.map(({ id }) => id))).toEqual(new Set(beta.offeringIds));
  });

  it('says why not, to whom it concerns', async () => {
    const denialsOf = async (client: TestClient) =>
      (await catalogueOf(client)).offerings
        .filter(({ isAllowed }) => !isAllowed)
        .map(({ code, denials }) => [code, denials.length]);
    expect(await denialsOf(await okafor())).toEqual([['S2', 1]]);
    expect(await denialsOf(await lindqvist())).toEqual([
      ['S1', 1],
      ['S2', 1],
    ]);
    const { offerings } = await catalogueOf(await lindqvist());
    const summit = offerings.find(({ code }) => code === 'S1');
    expect(summit?.denials[0]?.text).toMatch(/Premier/);
    expect(summit?.denials[0]?.remedy).toMatch(/upgrade/);
  });

  it('shows only credit that the profession may be awarded', async () => {
    const { creditTypes, offerings } = await catalogueOf(await nguyen());
    expect(creditTypes).toEqual([]);
    expect(offerings.flatMap(({ credits }) => credits)).toEqual([]);
    expect(offerings.every(({ isAllowed }) => !isAllowed)).toBe(true);
    expect(offerings[0]?.denials[0]?.text).toMatch(/AMA PRA Category 1 Credits™/);
  });

  it('and the page of one offering agree, for everybody', async () => {
    for (const client of [await okafor(), await lindqvist(), await nguyen()]) {
      for (const card of (await catalogueOf(client)).offerings) {
        const { body } = await client.get(`${path()}/${card.id}`);
        const { description, why, ...same }: OfferingDetailDto = Object(body);
        expect(same).toEqual(card);
        expect(description).toBe(card.code === 'S2' ? 'Bring your own.' : '');
        expect(why.map(({ outcome }) => outcome)).toEqual(
          card.isAllowed ? ['allowed'] : card.denials.map(() => 'denied'),
        );
        if (!card.isAllowed)
          expect(why.map(({ text }) => text)).toEqual(card.denials.map(({ text }) => text));
      }
    }
  });
});

describe('packed', () => {
  const packed = (client: TestClient, encodings: string) =>
    client.get(path(), { headers: { 'accept-encoding': encodings } });

  it('is the same to everybody as unpacked, the second time too', async () => {
    for (const client of [await okafor(), await lindqvist(), await nguyen(), await okafor()]) {
      const plain = await client.get(path());
      const answer = await packed(client, 'gzip, deflate, br');
      expect(answer.headers).toMatchObject({
        'content-encoding': 'br',
        'content-type': 'application/json; charset=utf-8',
        vary: 'accept-encoding',
        etag: plain.headers['etag'],
      });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.headers['vary']).toBe('accept-encoding');
      expect(answer.text).toBe(plain.text);
    }
  });

  it('is the same to all who ask while it is being packed', async () => {
    const client = await okafor();
    await change(alpha, alpha.offeringIds[5] ?? '', { room: 'Hall D' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => packed(client, 'br')));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.text).toBe((await client.get(path())).text);
  });

  it('is sent as it is taken', async () => {
    const encodingFor = async (encodings: string) =>
      (await packed(await okafor(), encodings)).headers['content-encoding'];
    expect(await encodingFor('gzip')).toBe('gzip');
    expect(await encodingFor('br;q=0, gzip')).toBe('gzip');
    expect(await encodingFor('br;q=0.1, gzip')).toBe('gzip');
    expect(await encodingFor('*')).toBe('br');
    expect(await encodingFor('identity')).toBeUndefined();
  });
});

describe('HEAD', () => {
  it('says of the catalogue what GET does, without it', async () => {
    const client = await okafor();
    for (const encoding of ['br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': encoding };
      const get = await client.get(path(), { headers });
      const head = await client.send('HEAD', path(), { headers });
      expect([head.status, head.text]).toEqual([200, '']);
      // What is packed on the way out is not packed for nobody, so nothing is said of that.
      const ofContent = encoding === 'gzip' ? [] : ['content-encoding', 'content-length'];
      for (const name of ['etag', 'content-type', 'cache-control', 'vary', ...ofContent]) {
        expect([encoding, name, head.headers[name]]).toEqual([encoding, name, get.headers[name]]);
      }
      const unchanged = { ...headers, 'if-none-match': String(get.headers['etag']) };
      expect((await client.send('HEAD', path(), { headers: unchanged })).status).toBe(304);
    }
  });

  it('is refused as GET is', async () => {
    expect((await app.client('alpha').send('HEAD', path())).status).toBe(401);
    expect((await (await okafor()).send('HEAD', path(beta))).status).toBe(404);
  });
});

describe('revalidating', () => {
  const etagOf = async (client: TestClient): Promise<string> => {
    const { headers, status } = await client.get(path());
    expect(status).toBe(200);
    return String(headers['etag']);
  };
  const revalidate = async (client: TestClient, etag: string) => {
    const { status, text } = await client.get(path(), { headers: { 'if-none-match': etag } });
    if (status === 304) expect(text).toBe('');
    return status;
  };

  it('answers 304 as long as the answer would be the same', async () => {
    const client = await okafor();
    const etag = await etagOf(client);
    expect(await revalidate(client, etag)).toBe(304);
    // The itinerary is a resource of its own: starring changes no card.
    await client.put(`/api/activities/${alpha.activityId}/itinerary/${alpha.offeringIds[3]}`);
    clock.advance({ minutes: 10 });
    expect(await revalidate(client, etag)).toBe(304);
  });

  it('answers anew to another learner', async () => {
    const etag = await etagOf(await okafor());
    expect(await revalidate(await lindqvist(), etag)).toBe(200);
  });

  it('answers anew when the programme changes', async () => {
    const client = await okafor();
    const etag = await etagOf(client);
    await change(alpha, alpha.offeringIds[4] ?? '', { room: 'Hall C' });
    expect(await revalidate(client, etag)).toBe(200);
    const { offerings, revision } = await catalogueOf(client);
    expect(offerings.find(({ code }) => code === 'S4')?.room).toBe('Hall C');
    expect(revision).toBeGreaterThan(0);
  });

  it('answers anew when the learner changes', async () => {
    const client = await lindqvist();
    const etag = await etagOf(client);
    await app.inspect(`update registrations set tier = 'Premier' where id = $1`, [
      alpha.learners['100002']?.registrationId,
    ]);
    expect(await revalidate(client, etag)).toBe(200);
    expect((await catalogueOf(client)).offerings.find(({ code }) => code === 'S1')?.isAllowed).toBe(true);
    await app.inspect(`update registrations set tier = 'Standard' where id = $1`, [
      alpha.learners['100002']?.registrationId,
    ]);
    expect(await revalidate(client, etag)).toBe(304);
  });

  it('answers anew when the rules change', async () => {
    const client = await lindqvist();
    const etag = await etagOf(client);
    const workflows = app.app.get(WorkflowsService);
    await workflows.save(contextOf(alpha), alpha.activityId, steps.slice(0, 1));
    expect(await revalidate(client, etag)).toBe(200);
    await workflows.save(contextOf(alpha), alpha.activityId, steps);
    expect(await revalidate(client, etag)).toBe(304);
  });

  it('does not wait for anything but the clock', async () => {
    const day = new TestClock(Temporal.Instant.from('2026-06-01T03:59:40Z'));
    const other = await startTestApp({ clock: day, database: app.database });
    try {
      const client = other.client('alpha');
      await client.signIn('100001', 'Okafor');
      // The window closes at 23:59 in Boston and the minute itself still counts.
      const open = await client.get(path());
      expect(Object(open.body).offerings[0].isAllowed).toBe(true);
      day.advance({ seconds: 25 });
      const closed = await client.get(path(), { headers: { 'if-none-match': String(open.headers['etag']) } });
      expect(closed.status).toBe(200);
      expect(Object(closed.body).offerings[0].isAllowed).toBe(false);
    } finally {
      await other.stop();
    }
  }, 30_000);
});

describe('what is not the learner’s', () => {
  it('is not there', async () => {
    const client = await okafor();
    const elsewhere = uuid();
    await app.tenants.transaction(contextOf(alpha), async (manager) => {
      const activity = await manager.findOneByOrFail(Activity, { id: alpha.activityId });
      await manager.insert(Activity, { ...activity, id: elsewhere, code: 'OTHER' });
      const offering = await manager.findOneByOrFail(Offering, { id: alpha.offeringIds[0] ?? '' });
      await manager.insert(Offering, { ...offering, id: elsewhere, activityId: elsewhere });
    });
    const paths = [
      path(beta),
      `/api/activities/${elsewhere}/offerings`,
      `${path()}/${elsewhere}`,
      `${path()}/${beta.offeringIds[0]}`,
      `${path()}/${uuid()}`,
      `${path()}/1`,
      `${path()}/%27%20or%201%3D1`,
    ];
    for (const one of paths) {
      expect([one, await client.get(one)]).toMatchObject([one, { status: 404, body: { code: 'not_found' } }]);
    }
    expect((await app.client('alpha').get(path())).status).toBe(401);
  });
});
