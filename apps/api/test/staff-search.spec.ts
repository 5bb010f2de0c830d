import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffLearnersDto } from '../src/learners/dto/staff-learner.dto.js';
import { ClaimDesk } from './testing-claim-desk.js';
import { bodyOf, Learner } from './testing-claims.js';

let desk: ClaimDesk;
const ids: Record<string, string> = {};

beforeAll(async () => {
  desk = await ClaimDesk.start();
  for (const [badge, lastName] of [
    ['100001', 'Okafor'],
    ['100002', 'Lindqvist'],
  ] as const) {
    for (const society of [desk.alpha, desk.beta]) {
      const learner = await Learner.signIn(desk.app, society, badge, lastName);
      const { claim } = await learner.submit(`search-${badge}-${society.tenant.slug}`, [0, 1]);
      ids[`${society.tenant.slug} ${badge}`] = claim.id;
    }
  }
}, 60_000);
afterAll(() => desk.stop());

const claims = async (search: string) =>
  (await desk.list(`?search=${encodeURIComponent(search)}`)).items.map(({ id }) => id);
const learners = async (search: string, client = desk.support) =>
  bodyOf<StaffLearnersDto>(await client.get(`/api/staff/learners?search=${encodeURIComponent(search)}`))
    .items;

describe('what staff search for', () => {
  it('are claims by badge or a part of the name, of their society alone', async () => {
    for (const search of ['100001', 'okafor', 'CHIDI O', 'Ökafor']) {
      expect(await claims(search)).toEqual([ids['alpha 100001']]);
    }
    expect(await claims('100002')).toEqual([ids['alpha 100002']]);
    for (const search of ['10000', 'nobody', '%%', '__', '%_', "' or true --", '100003']) {
      expect(await claims(search)).toEqual([]);
      if (search !== '10000' && search !== '100003') expect(await learners(search)).toEqual([]);
    }
  });

  it('is something: blanks and accents alone find nobody, and are refused', async () => {
    // The last two are signs that consist of a blank and an accent.
    for (const search of [
      '',
      'x',
      '%',
      '  ',
      '\t\n',
      ' x ',
      '\u0301\u0301',
      '\u00a8\u0301',
      '\u00b4\u00b4',
    ]) {
      for (const thing of ['claims', 'learners']) {
        const { status } = await desk.support.get(`/api/staff/${thing}?search=${encodeURIComponent(search)}`);
        expect({ thing, search, status }).toEqual({ thing, search, status: 400 });
      }
    }
    expect(await claims('  okafor ')).toEqual([ids['alpha 100001']]);
  });

  it('are learners, with claims or without', async () => {
    expect(await learners('nguyen')).toEqual([
      {
        id: desk.alpha.learners['100003']?.learnerId,
        name: 'Thị Mai Nguyễn',
        registeredName: 'Thị Mai Nguyễn',
        credentials: 'RN',
        profession: 'nurse',
        memberNumber: null,
        registrations: [
          { activityId: desk.alpha.activityId, activityCode: 'MTG26', badge: '100003', tier: null },
        ],
      },
    ]);
    expect((await learners('山田')).map(({ id }) => id)).toEqual([desk.alpha.learners['100005']?.learnerId]);
    const others = await desk.signInAs(desk.beta, 'support');
    expect((await learners('100003', others)).map(({ id }) => id)).toEqual([
      desk.beta.learners['100003']?.learnerId,
    ]);
    const viewer = await desk.signInAs(desk.alpha, 'viewer');
    expect((await viewer.get('/api/staff/learners?search=okafor')).status).toBe(403);
  });

  it('find sessions and credit in the decision trail by name', async () => {
    const { trail } = await desk.show(ids['alpha 100001'] ?? '');
    expect(trail.filter(({ stage }) => stage === 'offer').map(({ about }) => about)).toEqual([
      'S0 Session 0',
      'S1 Session 1',
    ]);
    expect(trail.find(({ stage }) => stage === 'award')).toMatchObject({
      about: 'AMA PRA Category 1 Credits™',
      rule: 'The time of sessions that run at once counts once, for every type of credit.',
    });
  });
});
