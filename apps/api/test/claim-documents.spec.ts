import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DecidedDocumentsDto, StaffClaimDto } from '../src/claims/dto/staff-claim.dto.js';
import { WorkflowsService, type NewStep } from '../src/workflow/saved/workflows.service.js';
import { ClaimDesk, failing } from './testing-claim-desk.js';
import { bodyOf, documentsStep, Learner, learnerContext, rhythm, until } from './testing-claims.js';
import { download, pageTexts } from './testing-pdf.js';
import type { Society } from './testing-society.js';

let desk: ClaimDesk;

beforeAll(async () => {
  desk = await ClaimDesk.start();
}, 60_000);
afterAll(() => desk.stop());
beforeEach(async () => {
  await desk.reset();
  await desk.app.inspect('delete from mails');
});

/** A claim with its certificate, printed. */
const certified = async (society: Society, key: string, badge = '100001', lastName = 'Okafor') => {
  const learner = await Learner.signIn(desk.app, society, badge, lastName);
  const { claim } = await learner.submit(key, [0, 2]);
  const certificate = await learner.issue('cme');
  expect(certificate.state).toBe('issued');
  return { learner, id: claim.id, certificate };
};
const rename = async ({ client }: Learner, displayName: string, credentials = 'MD') =>
  expect((await client.patch('/api/profile', { displayName, credentials })).status).toBe(200);
/** The certificate that has taken another one's place, once it is printed. */
const successorOf = async (learner: Learner, certificateId: string) => {
  const successor = await until(async () => {
    const all = await learner.certificates();
    return all.find(({ id }) => id === all.find((one) => one.id === certificateId)?.supersededBy);
  });
  expect(successor.state).toBe('issued');
  return successor;
};
const textOf = async (learner: Learner, id: string) => {
  const { bytes } = await download(desk.app.port, learner.client, `/api/certificates/${id}/file`);
  return (await pageTexts(bytes)).join(' ');
};

describe('a certificate with a corrected name', () => {
  it('is issued again and supersedes the earlier one; both stay verifiable and say why', async () => {
    const { learner, id, certificate } = await certified(desk.alpha, 'name-first');
    const inBeta = await certified(desk.beta, 'name-beta');
    expect((await desk.act(desk.support, id, 'reissue')).body).toMatchObject({
      code: 'certificate.same_name',
    });
    await rename(learner, 'Chidi B. Okafor');
    // What the workflow says by now changes nothing else about it.
    await desk.run(desk.alpha, failing('certify'));
    const shown = bodyOf<StaffClaimDto>(await desk.act(desk.support, id, 'reissue', 'A letter was missing'));
    expect(shown.history).toMatchObject([
      { action: 'claim.certificates_reissued', reason: 'A letter was missing', by: 'The support' },
    ]);

    const fresh = await successorOf(learner, certificate.id);
    expect(fresh).toMatchObject({
      documentKey: 'cme',
      name: 'Chidi B. Okafor',
      credits: certificate.credits,
    });
    expect(await desk.verify(certificate.verificationCode)).toMatchObject({
      state: 'superseded',
      name: 'Chidi Okafor',
      supersededBy: { number: fresh.number, because: 'name-corrected' },
    });
    expect(await desk.verify(fresh.verificationCode)).toMatchObject({
      state: 'valid',
      name: 'Chidi B. Okafor',
    });
    const text = await textOf(learner, fresh.id);
    for (const said of ['Chidi B. Okafor', fresh.number, certificate.number]) expect(text).toContain(said);
    expect(await textOf(learner, certificate.id)).toContain('Chidi Okafor');

    expect((await desk.act(desk.support, id, 'reissue')).body).toMatchObject({
      code: 'certificate.same_name',
    });
    expect(await inBeta.learner.certificates()).toMatchObject([{ state: 'issued', supersededBy: null }]);
    expect((await desk.act(desk.support, inBeta.id, 'reissue')).body).toMatchObject({ code: 'not_found' });
    const viewer = await desk.signInAs(desk.alpha, 'viewer');
    expect((await desk.act(viewer, id, 'reissue')).status).toBe(403);
  }, 60_000);

  it('is what the learner sees as the document from then on, and can be corrected again', async () => {
    const { learner, id, certificate } = await certified(desk.alpha, 'name-again');
    let last = certificate;
    for (const [name, degrees] of [
      ['Chidi Benedict Okafor', 'MD'],
      ['Chidi Benedict Okafor', ''],
    ] as const) {
      await rename(learner, name, degrees);
      bodyOf(await desk.act(desk.support, id, 'reissue'));
      last = await successorOf(learner, last.id);
      expect(last).toMatchObject({ name, credentials: degrees });
      const { documents } = await learner.documents();
      expect(documents.find(({ key }) => key === 'cme')?.certificate).toMatchObject({ id: last.id });
      expect((await learner.issue('cme')).id).toBe(last.id);
    }
    expect(await learner.certificates()).toHaveLength(3);
    await rename(learner, 'Chidi Okafor');
  }, 60_000);

  it('goes to the society again where the society finishes the document by hand', async () => {
    await desk.run(desk.alpha);
    const learner = await Learner.signIn(desk.app, desk.alpha, '100004', 'Castellanos-Ortiz');
    const { claim } = await learner.submit('name-asrt', [0]);
    const first = await learner.issue('asrt', { asrt: '1234567' });
    const mails = () =>
      desk.app.inspect<{ subject: string }>('select subject from mails order by created_at, id');
    await until(async () => ((await mails()).length === 1 ? true : undefined));
    await rename(learner, 'Lucía Castellanos', 'RT(R)');
    bodyOf(await desk.act(desk.support, claim.id, 'reissue'));
    const fresh = await successorOf(learner, first.id);
    await until(async () => ((await mails()).length === 2 ? true : undefined));
    expect((await mails())[1]?.subject).toBe(`ASRT request – Lucía Castellanos, ${fresh.number}`);
    expect(await textOf(learner, fresh.id)).toContain('1234567');
    await rename(learner, 'Lucía Castellanos-Ortiz', 'RT(R)');
  }, 60_000);
});

/** The documents step with other rules for the two documents. */
const documentsWith = (change: (documents: Record<string, unknown>[]) => unknown): NewStep => {
  const config: Record<string, Record<string, unknown>[]> = JSON.parse(JSON.stringify(documentsStep.config));
  return { ...documentsStep, config: { documents: change(config['documents'] ?? []) } };
};
const runWith = async (step: NewStep): Promise<void> => {
  const steps = rhythm.map((one) => (one.plugin === step.plugin ? step : one));
  await desk.app.app.get(WorkflowsService).save(learnerContext(desk.alpha), desk.alpha.activityId, steps);
};
const decide = async (id: string, mode: 'preview' | 'apply', client = desk.support) =>
  client.post(`/api/staff/claims/${id}/documents`, { mode, reason: 'The statement was wrong' });
const decided = async (id: string, mode: 'preview' | 'apply') =>
  bodyOf<DecidedDocumentsDto>(await decide(id, mode)).documents.filter(
    ({ change }) => change !== 'unchanged',
  );
const everyCertificate = () => desk.app.inspect('select id, state, edition from certificates order by id');

describe('documents that are decided anew', () => {
  const corrected = documentsWith(([cme, participation]) => [
    { ...cme, statements: ['Approved under number 4711.'] },
    {
      ...participation,
      professions: ['nurse', 'physician'],
      creditTypes: ['ama-pra-1'],
      hoursOf: ['ama-pra-1'],
    },
  ]);

  it('say first what would change, and then change it; what is the same stays', async () => {
    const { learner, id, certificate } = await certified(desk.alpha, 'anew-first');
    const inBeta = await certified(desk.beta, 'anew-beta');
    await runWith(corrected);
    const before = await everyCertificate();
    const [cme, participation, ...others] = await decided(id, 'preview');
    expect(cme).toMatchObject({
      documentKey: 'cme',
      change: 'replaced',
      differences: ['statements'],
      certificateNumber: certificate.number,
    });
    expect(participation).toMatchObject({ documentKey: 'participation', change: 'added' });
    expect(others).toEqual([]);
    expect(await everyCertificate()).toEqual(before);
    expect(
      (await learner.documents()).documents.find(({ key }) => key === 'participation')?.isAvailable,
    ).toBe(false);

    expect(await decided(id, 'apply')).toEqual([cme, participation]);
    const fresh = await successorOf(learner, certificate.id);
    expect(await textOf(learner, fresh.id)).toContain('Approved under number 4711.');
    expect(await desk.verify(certificate.verificationCode)).toMatchObject({
      state: 'superseded',
      supersededBy: { number: fresh.number, because: 'decided-anew' },
    });
    expect((await learner.issue('participation')).state).toBe('issued');
    expect(await decided(id, 'preview')).toEqual([]);
    expect(await desk.show(id)).toMatchObject({
      credits: [{ creditType: 'ama-pra-1', claimed: 2 }],
      history: [{ action: 'claim.documents_decided_anew', reason: 'The statement was wrong' }],
    });
    const { trail } = await desk.show(id);
    expect(trail.at(-1)?.text).toMatch(/^The society decided anew on .* which documents you may have\.$/);
    expect(await inBeta.learner.certificates()).toMatchObject([{ state: 'issued', supersededBy: null }]);
    expect((await decide(inBeta.id, 'apply')).body).toMatchObject({ code: 'not_found' });
  }, 60_000);

  it('are decided by the workflow of that moment, whatever it becomes later', async () => {
    const { learner, id } = await certified(desk.alpha, 'anew-later');
    await runWith(corrected);
    await decided(id, 'apply');
    await desk.run(desk.alpha);
    expect(
      (await learner.documents()).documents.find(({ key }) => key === 'participation')?.isAvailable,
    ).toBe(true);
  }, 60_000);

  it('are revoked where they are not offered any more, and may be offered again', async () => {
    const { learner, id, certificate } = await certified(desk.alpha, 'anew-withdrawn');
    await runWith(documentsWith(([cme]) => [{ ...cme, professions: ['nurse'], professionsLabel: 'nurses' }]));
    expect(await decided(id, 'apply')).toMatchObject([
      { documentKey: 'cme', change: 'withdrawn', reasons: [{ text: expect.stringContaining('nurses') }] },
    ]);
    expect((await desk.verify(certificate.verificationCode)).state).toBe('revoked');
    expect((await learner.tryToIssue('cme')).body).toMatchObject({ code: 'document.unavailable' });
    await desk.run(desk.alpha);
    expect(await decided(id, 'apply')).toMatchObject([{ documentKey: 'cme', change: 'added' }]);
    const fresh = await learner.issue('cme');
    expect(fresh).toMatchObject({ state: 'issued' });
    expect(fresh.number).not.toBe(certificate.number);
  }, 60_000);

  it('wait while a rule fails, and where the claim is held', async () => {
    const { id, certificate } = await certified(desk.alpha, 'anew-failing');
    await desk.run(desk.alpha, failing('certify'));
    for (const mode of ['preview', 'apply'] as const) {
      expect((await decide(id, mode)).body).toMatchObject({
        code: 'documents.undecided',
        faults: [{ field: 'hostile' }],
      });
    }
    expect((await desk.verify(certificate.verificationCode)).state).toBe('valid');
    const held = await desk.held(desk.alpha, 'certify', '100002', 'Lindqvist');
    expect((await decide(held.id, 'apply')).body).toMatchObject({ code: 'claim.still_held' });
  }, 60_000);
});
