import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { DomainError } from '../src/problem/domain-error.js';
import { systemContext, type TenantContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService, type NewStep } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { WINDOW, rhythm, step } from './testing-claims.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;
let workflows: WorkflowsService;
let inAlpha: TenantContext;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  workflows = app.app.get(WorkflowsService);
  inAlpha = systemContext(alpha.tenant, 'test');
}, 60_000);
afterAll(() => app.stop());

const refusal = async (steps: readonly NewStep[]): Promise<DomainError> => {
  try {
    await workflows.save(inAlpha, alpha.activityId, steps);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('It was saved');
};
const current = (society: Society) =>
  app.tenants.transaction(society, (manager) => workflows.current(manager, society, society.activityId));

describe('workflows', () => {
  it('are empty at first', async () => {
    expect(await current(alpha)).toEqual({ revision: 0, steps: [] });
  });

  it('are refused whole, with every fault', async () => {
    const { code, details } = await refusal([
      step('overlap', { creditTypes: 'all' }),
      step('no-such-plugin'),
      step('claim-window', { closesAt: 'tomorrow', colour: 'red' }),
      step('overlap'),
    ]);
    expect(code).toBe('workflow.invalid');
    expect(details.faults?.map((fault) => `${fault.field ?? ''} ${fault.code}`).sort()).toEqual([
      'steps.0.config.creditTypes config.invalid',
      'steps.0.config.creditTypes config.invalid',
      'steps.1.plugin plugin.unknown',
      'steps.2.config.closesAt config.invalid',
      'steps.2.config.colour config.invalid',
      'steps.3.plugin plugin.twice',
    ]);
    expect(await app.inspect('select 1 from workflows')).toEqual([]);
  });

  it('keep every revision, and one only while nothing changes', async () => {
    expect(await workflows.save(inAlpha, alpha.activityId, rhythm)).toBe(1);
    expect(await workflows.save(inAlpha, alpha.activityId, rhythm)).toBe(1);
    expect(await workflows.save(inAlpha, alpha.activityId, rhythm.slice(1))).toBe(2);
    const { revision, steps } = await current(alpha);
    expect(revision).toBe(2);
    expect(steps.map(({ plugin, configRevision }) => [plugin, configRevision])).toEqual(
      rhythm.slice(1).map(({ plugin }) => [plugin, 2]),
    );
    expect(steps.find(({ plugin }) => plugin === 'claim-window')?.config).toMatchObject(WINDOW);
    expect(Object.isFrozen(steps[0]?.config)).toBe(true);
  });

  it('give two people who save at once one revision each', async () => {
    const saved = await Promise.all([
      workflows.save(inAlpha, alpha.activityId, [step('overlap')]),
      workflows.save(inAlpha, alpha.activityId, [step('app-flags')]),
    ]);
    expect(saved.sort((a, b) => a - b)).toEqual([3, 4]);
  });

  it('are one activity’s own: another society’s is not there', async () => {
    await expect(workflows.save(inAlpha, beta.activityId, rhythm)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(workflows.save(inAlpha, uuid(), rhythm)).rejects.toMatchObject({ code: 'not_found' });
    expect(await current(beta)).toEqual({ revision: 0, steps: [] });
  });

  it('keep a step that cannot be read any more as one that fails', async () => {
    await app.inspect(
      `insert into workflows (tenant_id, id, activity_id, revision, steps) values ($1, $2, $3, 1, $4)`,
      [
        beta.tenant.id,
        uuid(),
        beta.activityId,
        JSON.stringify([
          { plugin: 'gone', isEnabled: true, configVersion: 1, config: {} },
          { plugin: 'overlap', isEnabled: true, configVersion: 99, config: {} },
          { plugin: 'claim-window', isEnabled: true, configVersion: 1, config: { closesAt: 7 } },
        ]),
      ],
    );
    const { steps } = await current(beta);
    expect(steps.map(({ plugin, fault }) => [plugin, fault?.slice(0, 28)])).toEqual([
      ['gone', undefined],
      ['overlap', 'its configuration is refused'],
      ['claim-window', 'its configuration is refused'],
    ]);
  });
});
