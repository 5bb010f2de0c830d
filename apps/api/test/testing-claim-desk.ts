import { expect } from '@jest/globals';
import type { Plugin } from '@laurel/plugin-kit';
import type { VerificationDto } from '../src/certificates/dto/verification.dto.js';
import type { StaffClaimDto, StaffClaimPageDto } from '../src/claims/dto/staff-claim.dto.js';
import { StaffService } from '../src/identity/staff.service.js';
import type { StaffRole } from '../src/identity/staff-roles.js';
import { plugins } from '../src/plugins.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { hostilePlugin, reporterPlugin } from './hostile-plugins.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, bodyOf, learnerContext, rhythm, step } from './testing-claims.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

const PASSWORD = 'a long password';

/** A step of a workflow as `step` takes it. */
export type StepArguments = Parameters<typeof step>;

/** Reports every claim to a board, which takes it. */
export const REPORTER = ['reporter', { answer: 'accept' }] satisfies StepArguments;

/** Reports every claim to a board that is away. */
export const AWAY = ['reporter', { answer: 'retry' }] satisfies StepArguments;

/** A step that throws in the stage named. */
export const failing = (stage: string) => ['hostile', { stage, how: 'throw' }] satisfies StepArguments;

/** Two societies, of which the desk of the first looks after its claims. */
export class ClaimDesk {
  private constructor(
    readonly app: TestApp,
    readonly alpha: Society,
    readonly beta: Society,
    readonly support: TestClient,
  ) {}

  /** @param more plugins that the test needs beside the installed ones and those that fail and report */
  static async start(...more: readonly Plugin[]): Promise<ClaimDesk> {
    const app = await startTestApp({ plugins: [...plugins, hostilePlugin, reporterPlugin, ...more] });
    const alpha = await app.createTenant('alpha');
    const beta = await app.createTenant('beta');
    await arrange(app, alpha);
    await arrange(app, beta);
    return new ClaimDesk(app, alpha, beta, await signInAs(app, alpha, 'support'));
  }

  stop(): Promise<void> {
    return this.app.stop();
  }

  /** No claims, and the usual steps alone. */
  async reset(): Promise<void> {
    for (const table of [
      'document_requests',
      'certificates',
      'reports',
      'claims',
      'idempotency_keys',
      'audit_events',
    ]) {
      await this.app.inspect(`delete from ${table}`);
    }
    await this.run(this.alpha);
    await this.run(this.beta);
  }

  signInAs(society: Society, role: StaffRole): Promise<TestClient> {
    return signInAs(this.app, society, role);
  }

  /** Has the society's claims go the usual steps, and these. */
  async run(society: Society, ...steps: StepArguments[]): Promise<void> {
    await this.app.app
      .get(WorkflowsService)
      .save(learnerContext(society), society.activityId, [...rhythm, ...steps.map((one) => step(...one))]);
  }

  act(client: TestClient, id: string, verb: string, reason: unknown = 'The desk has looked at it') {
    return client.post(`/api/staff/claims/${id}/${verb}`, { reason });
  }

  async show(id: string): Promise<StaffClaimDto> {
    return bodyOf<StaffClaimDto>(await this.support.get(`/api/staff/claims/${id}`));
  }

  async list(query: string, client = this.support): Promise<StaffClaimPageDto> {
    return bodyOf<StaffClaimPageDto>(await client.get(`/api/staff/claims${query}`));
  }

  async verify(code: string): Promise<VerificationDto> {
    return bodyOf<VerificationDto>(await this.app.client('alpha').get(`/api/verifications/${code}`));
  }

  /** Submits what is in the learner's cart; answers with the claim. */
  async submitCart(learner: Learner, key: string): Promise<{ id: string }> {
    const { revision } = await learner.cart();
    const sent = await learner.trySubmit(key, { revision, isAttested: true });
    return bodyOf<{ claim: { id: string } }>(sent, 201).claim;
  }

  /** A claim that is held, because a step failed in the stage named. */
  async held(society: Society, stage = 'report', badge = '100001', lastName = 'Okafor') {
    await this.run(society, failing(stage), REPORTER);
    const learner = await Learner.signIn(this.app, society, badge, lastName);
    const { claim } = await learner.submit(`held-${society.tenant.slug}-${badge}`, [0]);
    expect(claim.state).toBe('held');
    return { learner, id: claim.id };
  }

  states(table: string) {
    return this.app.inspect(`select state from ${table} order by state`);
  }
}

const signInAs = async (app: TestApp, society: Society, role: StaffRole): Promise<TestClient> => {
  const email = `${role}@${society.tenant.slug}.example`;
  await app.app.get(StaffService).create(systemContext(society.tenant, 'test'), {
    email,
    displayName: `The ${role}`,
    role,
    password: PASSWORD,
  });
  const client = app.client(society.tenant.slug);
  expect((await client.signInStaff(email, PASSWORD)).status).toBe(201);
  return client;
};
