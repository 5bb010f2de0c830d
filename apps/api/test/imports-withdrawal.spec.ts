import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { Claim } from '../src/claims/claim.entity.js';
import { ClaimLine } from '../src/claims/claim-line.entity.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { COFFEE, contextOf, csv, OPENING, ProgrammeImports, SUMMIT } from './testing-imports.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let imports: ProgrammeImports;
let alpha: Society;

beforeAll(async () => {
  app = await startTestApp();
  imports = new ProgrammeImports(app);
  alpha = await app.createTenant('alpha');
  await app.createTenant('beta');
}, 60_000);
afterAll(() => app.stop());

describe('an offering that is gone from the programme', () => {
  const claim = (society: Society, activityId: string, offeringId: unknown) =>
    app.tenants.transaction(contextOf(society), async (manager) => {
      const ids = {
        tenantId: society.tenant.id,
        activityId,
        learnerId: society.learners['100001']?.learnerId,
      };
      const claimId = uuid();
      await manager.insert(Claim, { ...ids, id: claimId });
      await manager.insert(ClaimLine, {
        tenantId: society.tenant.id,
        claimId,
        offeringId: String(offeringId),
        creditType: 'ama-pra-1',
        amount: 100,
      });
    });

  it('is deleted when nobody used it, else withdrawn with a notice, and comes back when it returns', async () => {
    const activityId = await imports.newActivity(alpha);
    await imports.apply(alpha, activityId, csv(OPENING, SUMMIT, COFFEE));
    const [opening, summit] = await imports.offerings(activityId);
    await claim(alpha, activityId, opening?.['id']);
    const preview = await imports.preview(alpha, activityId, csv(COFFEE));
    expect(preview.counts).toEqual({ new: 0, changed: 0, unchanged: 1, withdrawn: 1, removed: 1 });
    const report = await imports.apply(alpha, activityId, csv(COFFEE), {
      withdrawalNotice: 'Cancelled for lack of snow.',
      acceptsRemovals: true,
    });
    expect(report.counts).toEqual(preview.counts);
    const rows = await imports.offerings(activityId);
    expect(rows.map(({ id }) => id)).not.toContain(summit?.['id']);
    expect(rows.map(({ code, withdrawn_notice }) => [code, withdrawn_notice])).toEqual([
      ['A1', 'Cancelled for lack of snow.'],
      ['A3', null],
    ]);

    // Absent once more: nothing happens any more.
    const again = await imports.apply(alpha, activityId, csv(COFFEE));
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 1, withdrawn: 0, removed: 0 });
    expect(await imports.revision(activityId)).toBe(2);

    const back = await imports.apply(alpha, activityId, csv(OPENING, COFFEE));
    expect(back.counts).toEqual({ new: 0, changed: 1, unchanged: 1, withdrawn: 0, removed: 0 });
    expect((await imports.offerings(activityId))[0]).toMatchObject({ ...opening, withdrawn_at: null });
  });

  it('is withdrawn when it is starred', async () => {
    const activityId = alpha.activityId;
    const client = app.client('alpha');
    await client.signIn('100002', 'Lindqvist');
    const starred = alpha.offeringIds[2] ?? '';
    await client.put(`/api/activities/${activityId}/itinerary/${starred}`);
    await imports.apply(alpha, activityId, csv(OPENING), { acceptsRemovals: true });
    expect(
      (await imports.offerings(activityId)).map(({ id, withdrawn_at }) => [id, withdrawn_at !== null]),
    ).toEqual([
      [expect.any(String), false],
      [starred, true],
    ]);
    const { body } = await client.get(`/api/activities/${activityId}/offerings/${starred}`);
    expect(body).toMatchObject({
      isAllowed: false,
      withdrawnNotice: 'This session is no longer in the programme.',
    });
  });
});
