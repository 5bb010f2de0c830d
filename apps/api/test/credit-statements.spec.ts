import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MEDQUEST_CREDIT_TYPES } from '../../../tools/demo/medquest/credit-types.js';
import { amaPra2, patientSafety, plasticSurgery } from '../../../tools/demo/tenants/credit-types.js';
import { withStatements } from '../../../tools/demo/tenants/credit-statements.js';
import { TenantSetupService } from '../src/operator/tenant-setup.service.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, step } from './testing-claims.js';
import { download, pageTexts } from './testing-pdf.js';
import type { Society } from './testing-society.js';

/** Every credit type that is shipped, for everyone, so that one learner's claim states them all. */
const types = withStatements([
  ...new Map(
    [...MEDQUEST_CREDIT_TYPES, amaPra2, patientSafety, plasticSurgery].map((type) => [type.key, type]),
  ).values(),
]).map((type) => ({ ...type, audience: [] }));

const rule = (key: string, over: Record<string, unknown>) => ({
  key,
  title: `Document ${key}`,
  inSentence: `a document ${key}`,
  template: 'classic',
  ...over,
});

const documents = step('profession-documents', {
  documents: [
    ...types.map(({ key }) => rule(`of-${key}`, { creditTypes: [key] })),
    rule('both', { creditTypes: ['ama-pra-1', 'patient-safety'] }),
    rule('hours', { documentKind: 'participation', hoursOf: ['participation'] }),
  ],
});

let app: TestApp;
let alpha: Society;
let learner: Learner;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  await arrange(app, alpha, [step('attestation', { statement: 'I took part.' }), documents]);
  await app.app.get(TenantSetupService).apply({
    slug: 'alpha',
    name: 'Society alpha',
    profile: {
      shortName: 'alpha',
      timeZone: 'America/New_York',
      theme: { accent: '#8a1538' },
      support: { email: 'help@society.example', forgottenBadge: { text: 'On your badge.' } },
      statements: { accreditation: 'Society alpha is accredited.' },
    },
    creditTypes: types,
  });
  await app.inspect(`update offerings set credits = $2::jsonb where tenant_id = $1`, [
    alpha.tenant.id,
    JSON.stringify(types.map(({ key }) => ({ creditType: key, amount: 125 }))),
  ]);
  await app.inspect(
    `update activities set maxima = $2::jsonb, programme_revision = programme_revision + 1 where tenant_id = $1`,
    [alpha.tenant.id, JSON.stringify(Object.fromEntries(types.map(({ key }) => [key, 2175])))],
  );
  learner = await Learner.signIn(app, alpha);
  await learner.submit('every-type', [0, 2]);
}, 90_000);
afterAll(() => app.stop());

/** What stands on the pages of a document, without the spaces that a PDF may put anywhere. */
async function printed(documentKey: string): Promise<{ certificate: string; list: string }> {
  const { fileUrl } = await learner.issue(documentKey);
  const [certificate = '', ...list] = await pageTexts(
    (await download(app.port, learner.client, fileUrl)).bytes,
  );
  return { certificate: squeezed(certificate), list: squeezed(list.join(' ')) };
}
const squeezed = (text: string) => text.replace(/\s/g, '');

const filled = (statement: string, unit: string): string =>
  statement
    .replaceAll('[Provider]', 'Society alpha')
    .replaceAll('[learning format]', 'live activity')
    .replaceAll('[n]', '21.75')
    .replaceAll('[maximum]', `21.75 ${unit}`)
    .replaceAll('[credits claimed]', `2.50 ${unit}`);

describe('the statement of a credit type', () => {
  it('is there for every type that is shipped, and for the AMA’s in italics', () => {
    expect(types.filter(({ statements }) => !statements?.credit).map(({ key }) => key)).toEqual([]);
    expect(types.flatMap(({ key, isItalic }) => (isItalic ? key : []))).toEqual(['ama-pra-1', 'ama-pra-2']);
  });

  it.each(types.map((type) => [type.key, type] as const))(
    'of %s stands on the document that awards it, and no other type’s does',
    async (key, { statements, unit }) => {
      const { certificate, list } = await printed(`of-${key}`);
      expect(certificate).toContain(squeezed('Society alpha is accredited.'));
      expect(certificate).toContain(squeezed(filled(statements?.credit ?? '', unit.other)));
      expect(certificate).toContain(squeezed(`2.50 ${unit.other}`));
      expect(list).toContain(squeezed(unit.other));
      for (const other of types.filter((type) => type.key !== key)) {
        expect(certificate).not.toContain(squeezed(filled(other.statements?.credit ?? '', other.unit.other)));
      }
    },
    60_000,
  );

  it('stands beside that of each other type on a document that states several, in columns of their own', async () => {
    const { certificate, list } = await printed('both');
    expect(certificate).toContain('foramaximumof21.75AMAPRACategory1Credit(s)™.');
    expect(certificate).toContain(squeezed('patient safety: up to 21.75 Patient Safety hours'));
    expect(list).toContain(squeezed('Time Session AMA PRA Category 1 Credits™ Patient Safety hours'));
    expect(list).toContain(squeezed('Session 0 Room 0 1.25 1.25'));
    expect(list).toContain(squeezed('Claimed 2.50 2.50'));
  }, 60_000);

  it('says on a certificate of participation what was designated, and awards nothing', async () => {
    const { certificate } = await printed('hours');
    expect(certificate).toContain(
      squeezed('This activity was designated for 21.75 AMA PRA Category 1 Credits™.'),
    );
    expect(certificate).toContain(squeezed('This certificate states participation: 2.50 hours.'));
    expect(certificate).not.toContain('designatesthis');
  }, 60_000);
});
