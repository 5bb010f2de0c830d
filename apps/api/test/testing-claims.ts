import { expect } from '@jest/globals';
import { CertificateTemplatesService } from '../src/certificates/certificate-templates.service.js';
import type { CertificateViewDto } from '../src/certificates/dto/certificate-view.dto.js';
import type { DocumentsViewDto } from '../src/certificates/dto/document-view.dto.js';
import type { CartDto } from '../src/claims/dto/cart.dto.js';
import type { SubmissionDto } from '../src/claims/dto/submit-claim.dto.js';
import { systemContext, type LearnerContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService, type NewStep } from '../src/workflow/saved/workflows.service.js';
import type { TestApp } from './testing-app.js';
import type { Answer, TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

/** Hours that everyone but physicians can claim, beside the physicians' credit. */
const HOURS = 'participation-hours';

/** When the rhythm society's window closes in these tests: far from now. */
export const WINDOW = { closesAt: '2099-08-31T17:00', amendableUntil: '2099-09-30T17:00' };

export const step = (plugin: string, config: Record<string, unknown> = {}): NewStep => ({
  plugin,
  isEnabled: true,
  config,
});

export const documentsStep = step('profession-documents', {
  documents: [
    {
      key: 'cme',
      title: 'CME Certificate',
      inSentence: 'a CME certificate',
      template: 'classic',
      documentKind: 'credit',
      professions: ['physician'],
      professionsLabel: 'physicians',
      creditTypes: ['ama-pra-1'],
      hoursOf: [],
      statements: [],
    },
    {
      key: 'participation',
      title: 'Certificate of Participation',
      inSentence: 'a certificate of participation',
      template: 'classic',
      documentKind: 'participation',
      professions: ['nurse', 'technologist'],
      creditTypes: [],
      hoursOf: [HOURS],
      statements: [],
    },
  ],
});

export const asrtStep = (lastDay: string): NewStep =>
  step('manual-document-request', {
    documentKey: 'asrt',
    title: 'Certificate of Participation – ASRT',
    template: 'classic',
    professions: ['technologist'],
    hoursOf: [HOURS],
    statements: [],
    inputs: [
      {
        key: 'asrt',
        label: 'ASRT Unique Identifier',
        help: 'Six or seven digits.',
        pattern: '\\d{6,7}',
        identifier: 'asrt',
      },
    ],
    mailTo: 'sessions@society.example',
    subject: 'ASRT request',
    promise: 'within five business days',
    lastDay,
  });

/** The rhythm society's way of a claim, with what its learners can be told no for. */
export const rhythm: readonly NewStep[] = [
  step('tier-eligibility', {
    tiers: [
      { key: 'standard', label: 'Standard', admits: [] },
      { key: 'premier', label: 'Premier', admits: ['standard'], part: 'a Summit', parts: 'Summits' },
    ],
  }),
  step('app-flags'),
  step('overlap', { creditTypes: [] }),
  step('claim-window', WINDOW),
  step('attestation', { title: 'Attestation', statement: 'I took part in these sessions.' }),
  documentsStep,
  asrtStep('2099-08-31'),
];

/**
 * Arranges a society's rules and templates. The first two offerings run at the same time, the last is a Summit for
 * Premier registrants, and everything carries hours for those who are awarded no credit.
 */
export async function arrange(
  app: TestApp,
  society: Society,
  steps: readonly NewStep[] = rhythm,
): Promise<void> {
  const { tenant, activityId, offeringIds } = society;
  await app.inspect(
    `insert into credit_types (tenant_id, key, name, short_name, unit, increment, audience, is_category, position)
     values ($1, $2, 'Hours of participation', 'Hours', '{"one":"hour","other":"hours"}', 25, '{nurse,technologist}',
       false, 1) on conflict do nothing`,
    [tenant.id, HOURS],
  );
  await app.inspect(
    `update offerings set credits = '[{"creditType":"ama-pra-1","amount":100},{"creditType":"${HOURS}","amount":100}]',
       tier = case when id = $2 then 'premier' end
     where tenant_id = $1`,
    [tenant.id, offeringIds.at(-1)],
  );
  await app.inspect(
    `update activities set programme_revision = programme_revision + 1,
       signatures = '[{"name":"Ada Wong, MD","role":"Chair"}]'
     where tenant_id = $1 and id = $2`,
    [tenant.id, activityId],
  );
  const context = systemContext(tenant, 'test');
  await app.app.get(CertificateTemplatesService).save(context, {
    key: 'classic',
    title: 'Classic',
    design: 'classic',
  });
  await app.app.get(WorkflowsService).save(context, activityId, steps);
}

/** Forgets all claims and what became of them, and has the society's activity run the usual workflow again. */
export async function startOver(app: TestApp, society: Society): Promise<void> {
  await app.inspect('delete from reports');
  await app.inspect('delete from claims');
  await app.inspect('delete from idempotency_keys');
  await runAlso(app, society);
}

/** Has the society's activity run these steps after the usual ones, as a new revision. */
export async function runAlso(
  app: TestApp,
  society: Society,
  ...steps: readonly Parameters<typeof step>[]
): Promise<void> {
  await app.app
    .get(WorkflowsService)
    .save(learnerContext(society), society.activityId, [...rhythm, ...steps.map((one) => step(...one))]);
}

/** The learner as services know them, for what no route offers. */
export const learnerContext = (society: Society, badge = '100001'): LearnerContext => {
  const ids = society.learners[badge];
  if (ids === undefined) throw new Error(`Nobody has the badge ${badge}`);
  return {
    tenant: society.tenant,
    actor: { kind: 'learner', ...ids, activityId: society.activityId, signInId: ids.learnerId },
  };
};

/** A learner's browser, with the paths of their activity. */
export class Learner {
  private constructor(
    readonly client: TestClient,
    readonly society: Society,
  ) {}

  static async signIn(
    app: TestApp,
    society: Society,
    badge = '100001',
    lastName = 'Okafor',
  ): Promise<Learner> {
    const client = app.client(society.tenant.slug);
    expect((await client.signIn(badge, lastName)).status).toBe(201);
    return new Learner(client, society);
  }

  path(rest: string): string {
    return `/api/activities/${this.society.activityId}/${rest}`;
  }

  offering(index: number): string {
    const id = this.society.offeringIds.at(index);
    if (id === undefined) throw new Error(`There is no offering ${String(index)}`);
    return id;
  }

  tryToAdd(index: number): Promise<Answer> {
    return this.client.put(this.path(`cart/lines/${this.offering(index)}`));
  }

  async add(...indexes: number[]): Promise<CartDto> {
    for (const index of indexes) expect((await this.tryToAdd(index)).status).toBe(200);
    return this.cart();
  }

  async cart(): Promise<CartDto> {
    return bodyOf<CartDto>(await this.client.get(this.path('cart')));
  }

  trySubmit(key: string, body: Record<string, unknown>): Promise<Answer> {
    return this.client.post(this.path('claim/submit'), body, { headers: { 'idempotency-key': key } });
  }

  /** Adds sessions and submits them. */
  async submit(key: string, indexes: readonly number[] = [0, 2]): Promise<SubmissionDto> {
    const { revision } = await this.add(...indexes);
    return bodyOf<SubmissionDto>(await this.trySubmit(key, { revision, isAttested: true }), 201);
  }

  async documents(): Promise<DocumentsViewDto> {
    return bodyOf<DocumentsViewDto>(await this.client.get(this.path('documents')));
  }

  tryToIssue(key: string, inputs?: Record<string, unknown>): Promise<Answer> {
    return this.client.post(this.path(`documents/${key}`), inputs === undefined ? {} : { inputs });
  }

  async issue(key: string, inputs?: Record<string, unknown>): Promise<CertificateViewDto> {
    return bodyOf<CertificateViewDto>(await this.tryToIssue(key, inputs));
  }

  async certificates(): Promise<CertificateViewDto[]> {
    return bodyOf<CertificateViewDto[]>(await this.client.get('/api/certificates'));
  }
}

/** The body of an answer that must have this status; what was answered instead is in the message. */
export function bodyOf<Body>(answer: Answer, status = 200): Body {
  if (answer.status !== status)
    throw new Error(`Expected ${String(status)}, got ${String(answer.status)}: ${answer.text}`);
  return answer.body as Body;
}

/** Asks until it is so. */
export async function until<Value>(
  look: () => Promise<Value | undefined>,
  milliseconds = 20_000,
): Promise<Value> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    const value = await look();
    if (value !== undefined) return value;
    if (performance.now() > deadline) throw new Error('It did not become so in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
