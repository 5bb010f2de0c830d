import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { medquestTopicsCsv } from '../../../tools/demo/medquest/files.js';
import { MEDQUEST_COURSES, medquestTopics } from '../../../tools/demo/medquest/courses.js';
import { plasticsProgrammeCsv } from '../../../tools/demo/plastics/programme.js';
import { type DemoRegistrant, registrantsCsv } from '../../../tools/demo/registrants.js';
import { medquest } from '../../../tools/demo/tenants/medquest.js';
import { plastics } from '../../../tools/demo/tenants/plastics.js';
import { ProgrammeImportService } from '../src/catalogue/imports/programme-import.service.js';
import { RegistrantImportService } from '../src/catalogue/imports/registrant-import.service.js';
import { CollectService } from '../src/evidence/collect.service.js';
import type { TenantFile } from '../src/operator/tenant-file.js';
import { TenantSetupService } from '../src/operator/tenant-setup.service.js';
import { plugins } from '../src/plugins.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, bodyOf } from './testing-claims.js';
import { earnings, issued, select, trySelect } from './testing-earnings.js';
import { download, pageTexts } from './testing-pdf.js';
import type { Society } from './testing-society.js';

/** The first day of a month that has long begun, whatever the day on which this runs. */
const LOADED = Temporal.Now.plainDateISO('America/Chicago');

/** One learner of each profession: badge, last name. */
const professions = {
  physician: ['200001', 'Adeyemi'],
  'physician-assistant': ['200002', 'Bianchi'],
  nurse: ['200003', 'Choi'],
  technologist: ['200004', 'Dubois'],
  pharmacist: ['200005', 'Eriksen'],
} as const;
type Profession = keyof typeof professions;
const everybody = Object.keys(professions) as Profession[];

/**
 * Every credit type that the rules name to be shipped, who is awarded it, and the unit that its document states. What
 * counts beside another type has its own test below.
 */
const types: readonly (readonly [key: string, awardedTo: readonly Profession[], unit: RegExp])[] = [
  ['ama-pra-1', ['physician'], /AMA PRA Category 1 Credits?™/],
  ['ama-pra-2', ['physician'], /AMA PRA Category 2 Credits?™/],
  ['aafp-prescribed', ['physician'], /AAFP Prescribed credits?/],
  ['aapa-1', ['physician-assistant'], /AAPA Category 1 CME credits?/],
  ['acep', ['physician'], /ACEP Category I credits?/],
  ['aap', ['physician'], /AAP credits?/],
  ['ancc', ['nurse'], /contact hours?/],
  ['abp-moc-2', ['physician'], /ABP MOC Part 2 points?/],
  ['abim-moc', ['physician'], /ABIM MOC points?/],
  ['abim-moc-pa', ['physician'], /ABIM Practice Assessment MOC points?/],
  ['asrt', ['technologist'], /Category A CE credits?/],
  ['state-required', everybody, /hours? of state-required CME/],
  ['plastic-surgery', ['physician'], /Plastic Surgery hours?/],
  ['participation', everybody.filter((one) => one !== 'physician'), /hours?/],
];

let app: TestApp;
let online: Society;
let meeting: Society;
const file = medquest(LOADED);

beforeAll(async () => {
  app = await startTestApp();
  online = await load(file, medquestTopicsCsv());
  meeting = await load(
    plastics(LOADED.subtract({ days: 3 })),
    plasticsProgrammeCsv(LOADED.subtract({ days: 3 })),
  );
  const collect = app.app.get(CollectService);
  const context = systemContext(online.tenant, 'test');
  const members = everybody.map((profession) => `M${professions[profession][0]}`);
  const completedAt = `${LOADED.subtract({ days: 2 }).toString()}T12:00:00Z`;
  const completions = members.flatMap((member) =>
    medquestTopics().map(({ code }) => ({ id: `${member}-${code}`, member, topic: code, completedAt })),
  );
  await collect.push(context, online.activityId, 'course-completions', { completions });
  await collect.push(context, online.activityId, 'premium-membership', {
    memberships: members.map((member) => ({ member, level: 'premium' })),
  });
}, 120_000);
afterAll(() => app.stop());

/** A society of the demo with one learner of each profession, who sign in by badge. */
const load = async ({ profile, ...rest }: TenantFile, programme: string): Promise<Society> => {
  const signIn = [{ kind: 'badge' as const }];
  const tenant = await app.app.get(TenantSetupService).apply({ ...rest, profile: { ...profile, signIn } });
  const [activity] = await app.inspect<{ id: string }>('select id from activities where tenant_id = $1', [
    tenant.id,
  ]);
  const activityId = activity?.id ?? '';
  const context = systemContext(tenant, 'test');
  const text = (content: string) => Readable.from([Buffer.from(content)]);
  await app.app
    .get(ProgrammeImportService)
    .apply(context, activityId, text(programme), { fileName: 'programme.csv' });
  await app.app
    .get(RegistrantImportService)
    .apply(context, activityId, text(registrantsCsv(registrants())), { fileName: 'registrants.csv' });
  return { tenant, activityId, offeringIds: [], learners: {} };
};

const registrants = (): DemoRegistrant[] =>
  everybody.map((profession) => {
    const [badge, lastName] = professions[profession];
    return {
      badge,
      firstName: 'Robin',
      lastName,
      credentials: '',
      profession,
      email: `${badge}@people.example`,
      tier: 'Standard',
      memberNumber: `M${badge}`,
      npi: '',
      asrtId: '',
    };
  });

const signIn = (profession: Profession, society = online) => {
  const [badge, lastName] = professions[profession];
  return Learner.signIn(app, society, badge, lastName);
};

/** What is shipped as the words of documents of a credit type. */
const documentStatements = (key: string): string[] => {
  const documents = plugins.find((plugin) => plugin.key === 'profession-documents');
  const { wordings }: { wordings: { creditType: string; statements: string[] }[] } = Object(
    documents === undefined ? {} : new documents.config(),
  );
  return wordings.find(({ creditType }) => creditType === key)?.statements ?? [];
};

/** What the society says about a credit type on its documents; what is filled in is cut out. */
const statementPieces = (key: string): string[] => {
  const own: unknown = Object(file.creditTypes.find((type) => type.key === key)).statements?.credit;
  return [...(typeof own === 'string' ? [own] : []), ...documentStatements(key)]
    .flatMap((statement) => statement.split(/\[[^\]]+\]|\(s\)/))
    .map((piece) => piece.replaceAll(/\s+/g, ''))
    .filter((piece) => piece.length > 12);
};

/** Without blanks: where a line ends and where the letter leans says nothing of the words. */
const textOf = async (learner: Learner, fileUrl: string | null): Promise<string> => {
  if (fileUrl === null) throw new Error('There is no file yet');
  const { bytes } = await download(app.port, learner.client, fileUrl);
  return (await pageTexts(bytes)).join('').replaceAll(/\s+/g, '');
};

describe('every credit type that is shipped', () => {
  it('is one of the courses’, and none is there that the rules do not name', () => {
    expect(file.creditTypes.map(({ key }) => key).sort()).toEqual(types.map(([key]) => key).sort());
    const carried = new Set(MEDQUEST_COURSES.flatMap(({ creditTypes }) => creditTypes));
    expect([...carried].sort()).toEqual(types.map(([key]) => key).sort());
    for (const { increment } of file.creditTypes) expect(increment).toBe(0.25);
  });

  it.each(types)(
    '%s is claimed by %j, and stands on the certificate in its own words',
    async (key, awardedTo, unit) => {
      for (const profession of awardedTo) {
        const learner = await signIn(profession);
        const { courses } = await earnings(learner, key);
        const [topic] = courses.flatMap(({ topics }) => topics);
        if (topic === undefined) throw new Error('Nothing was earned');
        const { offeringId, amount } = topic;
        const { revision } = await select(learner, { creditType: key, items: [{ offeringId, amount }] });
        const sent = await learner.trySubmit(`${key}-by-${profession}`, { revision, isAttested: true });
        const { claim } = bodyOf<{
          claim: { id: string; credits: { creditType: string; claimed: number }[] };
        }>(sent, 201);
        expect(claim.credits).toMatchObject([{ creditType: key, claimed: amount }]);
        // Once each: the same topic is still there for the learner's other types.
        const again = await trySelect(learner, { creditType: key, items: [{ offeringId, amount }] });
        expect(again.status).toBe(400);
        const { fileUrl } = await issued(learner, claim.id);
        const text = await textOf(learner, fileUrl);
        expect(text).toMatch(new RegExp(`${amount.toFixed(2)}${unit.source.replaceAll(' ', '')}`));
        for (const piece of statementPieces(key)) expect(text).toContain(piece);
      }
    },
    120_000,
  );

  it.each(types)('%s is for %j, and refused to everybody else', async (key, awardedTo) => {
    for (const profession of everybody.filter((one) => !awardedTo.includes(one))) {
      const learner = await signIn(profession);
      const offered = (await earnings(learner)).creditTypes.map(({ creditType }) => creditType);
      expect(offered).not.toContain(key);
      for (const refused of [
        await learner.client.get(learner.path(`earnings?creditType=${key}`)),
        await trySelect(learner, { creditType: key, all: true }),
      ]) {
        expect(refused.body).toMatchObject({
          status: 400,
          faults: [{ field: 'creditType', code: 'credit_type.unknown' }],
        });
      }
    }
  });

  it('lets one topic be claimed once for each of a learner’s types', async () => {
    const learner = await signIn('pharmacist');
    const { courses } = await earnings(learner, 'participation');
    const safety = courses.find(({ code }) => code === 'SAFE')?.topics.at(-1);
    const carried = medquestTopics().find(({ code }) => code === safety?.code)?.creditTypes ?? [];
    expect(carried).toEqual(expect.arrayContaining(['participation']));
    const physician = await signIn('physician');
    const heart = medquestTopics().find(({ code }) => code === 'EM-003');
    const own = (heart?.creditTypes ?? []).filter((key) =>
      types.some(([type, awardedTo]) => type === key && awardedTo.includes('physician')),
    );
    expect(own.sort()).toEqual(['aafp-prescribed', 'acep', 'ama-pra-1']);
    for (const creditType of own) {
      const { courses: mine } = await earnings(physician, creditType);
      const topic = mine.flatMap(({ topics }) => topics).find(({ code }) => code === 'EM-003');
      if (topic === undefined) throw new Error(`EM-003 is not there for ${creditType}`);
      const items = [{ offeringId: topic.offeringId, amount: topic.amount }];
      const { revision } = await select(physician, { creditType, items });
      const sent = await physician.trySubmit(`same-topic-${creditType}`, { revision, isAttested: true });
      expect(sent.status).toBe(201);
      expect((await trySelect(physician, { creditType, items })).status).toBe(400);
    }
  });
});

describe('a category that counts beside Category 1', () => {
  it('is counted for physicians with the sessions that carry it, printed so, and not there for others', async () => {
    const [session] = await app.inspect<{ id: string; credits: { creditType: string; amount: number }[] }>(
      `select id, credits from offerings
       where tenant_id = $1 and credits @> '[{"creditType": "patient-safety"}]' and type = 'Panel' order by code limit 1`,
      [meeting.tenant.id],
    );
    if (session === undefined) throw new Error('No session is about safety');
    const amountOf = (key: string) =>
      (session.credits.find(({ creditType }) => creditType === key)?.amount ?? 0) / 100;
    const claimedBy = async (profession: Profession) => {
      const learner = await signIn(profession, meeting);
      bodyOf(await learner.client.put(learner.path(`cart/lines/${session.id}`)));
      const { totals } = await learner.cart();
      return { learner, totals: totals.map(({ creditType, computed }) => [creditType, computed]) };
    };
    const { totals } = await claimedBy('physician');
    expect(totals).toEqual([
      ['ama-pra-1', amountOf('ama-pra-1')],
      ['patient-safety', amountOf('patient-safety')],
    ]);
    expect((await claimedBy('nurse')).totals).toEqual([['participation', amountOf('participation')]]);

    // What stands before a claim of this society (evaluations, totals) has tests of its own.
    const { activities } = plastics(LOADED);
    const steps = (activities[0]?.workflow ?? []).filter(({ plugin }) =>
      ['attestation', 'profession-documents'].includes(plugin),
    );
    const context = systemContext(meeting.tenant, 'test');
    await app.app.get(WorkflowsService).save(context, meeting.activityId, steps);
    const learner = await signIn('physician', meeting);
    const { revision } = await learner.cart();
    const sent = await learner.trySubmit('patient-safety', { revision, isAttested: true });
    expect(sent.status).toBe(201);
    const { fileUrl } = await learner.issue('cme');
    const text = await textOf(learner, fileUrl);
    expect(text).toMatch(/AMAPRACategory1Credits?™/);
    expect(text).toMatch(new RegExp(`${amountOf('patient-safety').toFixed(2)}PatientSafetyhours?`));
  }, 60_000);
});
