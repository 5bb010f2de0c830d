import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { CatalogueDto, OfferingDetailDto } from '../src/offers/dto/catalogue.dto.js';
import { StaffService } from '../src/identity/staff.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { claimSomething } from './claim-something.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { arrange, bodyOf, Learner } from './testing-claims.js';
import type { Society } from './testing-society.js';

const NOT_OPEN = 'Credit cannot be claimed here yet: the society has still to set the rules for it.';

let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await arrange(app, beta);
}, 60_000);
afterAll(() => app.stop());

describe('an activity that never had a workflow', () => {
  it('says of every session that claiming is not open, and why', async () => {
    const learner = await Learner.signIn(app, alpha);
    const { offerings } = bodyOf<CatalogueDto>(await learner.client.get(learner.path('offerings')));
    expect(offerings.map(({ isAllowed, denials }) => [isAllowed, denials.map(({ text }) => text)])).toEqual(
      alpha.offeringIds.map(() => [false, [NOT_OPEN]]),
    );
    expect(offerings[0]?.denials[0]?.remedy).toMatch(/^Nothing you entered is lost\./);
    const { why } = bodyOf<OfferingDetailDto>(
      await learner.client.get(learner.path(`offerings/${learner.offering(0)}`)),
    );
    expect(why).toMatchObject([{ outcome: 'denied', text: NOT_OPEN, rule: expect.any(String) }]);
    // The other society’s activity of the same code has rules.
    expect((await (await Learner.signIn(app, beta)).tryToAdd(0)).status).toBe(200);
  });

  it('takes nothing into the cart, and no claim, not even of a draft that is there already', async () => {
    const learner = await Learner.signIn(app, alpha, '100002', 'Lindqvist');
    expect((await learner.tryToAdd(0)).body).toMatchObject({
      code: 'offering.not_allowed',
      denials: [{ text: NOT_OPEN }],
    });
    const empty = await learner.cart();
    expect(empty).toMatchObject({ state: 'empty', canSubmit: false, blockers: [{ text: NOT_OPEN }] });
    await app.inspect(
      `with draft as (
         insert into claims (tenant_id, id, activity_id, learner_id, state, revision)
         values ($1, $2, $3, $4, 'draft', 1) returning id)
       insert into claim_lines (tenant_id, claim_id, offering_id, credit_type, amount, added_from)
       select $1, id, $5, 'ama-pra-1', 100, 'learner' from draft`,
      [alpha.tenant.id, uuid(), alpha.activityId, alpha.learners['100002']?.learnerId, learner.offering(0)],
    );
    const { revision, lines } = await learner.cart();
    expect(lines).toMatchObject([{ isAllowed: false, denials: [{ text: NOT_OPEN }] }]);
    const answer = await learner.trySubmit('without-rules', { revision, isAttested: true });
    expect(answer.body).toMatchObject({
      status: 409,
      code: 'claim.requirements_unmet',
      detail: expect.stringContaining(NOT_OPEN),
    });
    expect(
      await app.inspect(`select 1 from claims where tenant_id = $1 and state <> 'draft'`, [alpha.tenant.id]),
    ).toEqual([]);
    expect((await learner.client.get(learner.path('documents'))).status).toBe(200);
    expect((await learner.tryToIssue('cme')).status).toBe(409);
  });

  it('still shows a claim that was taken before rules were needed', async () => {
    await claimSomething(app.tenants, alpha, '100005');
    await app.inspect(`update claims set workflow_revision = 0 where tenant_id = $1 and state <> 'draft'`, [
      alpha.tenant.id,
    ]);
    const learner = await Learner.signIn(app, alpha, '100005', '山田');
    expect(await learner.cart()).toMatchObject({
      state: 'submitted',
      lines: [{ isAllowed: true, denials: [] }],
    });
    expect((await learner.client.get(learner.path('documents'))).status).toBe(200);
  });

  it('tells staff so, and how to give it one', async () => {
    const client = app.client('alpha');
    await app.app.get(StaffService).create(systemContext(alpha.tenant, 'test'), {
      email: 'admin@alpha.example',
      displayName: 'Admin',
      role: 'admin',
      password: 'a long password',
    });
    await client.signInStaff('admin@alpha.example', 'a long password');
    const path = `/api/staff/activities/${alpha.activityId}/workflow`;
    expect((await client.get(path)).body).toMatchObject({
      revision: 0,
      notice: expect.stringMatching(/^No step is on, .* Save a workflow with at least one step that is on/),
    });
    const saved = await client.put(path, {
      revision: 0,
      steps: [{ plugin: 'attestation', isEnabled: true, config: { statement: 'I was there.' } }],
    });
    expect(saved.body).toMatchObject({ revision: 1, notice: null });
    expect((await (await Learner.signIn(app, alpha)).tryToAdd(0)).status).toBe(200);
  });
});
