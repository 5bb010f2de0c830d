import { describe, expect, it } from '@jest/globals';
import type { CollectAnswer, HostHttp, IoHost, Plugin } from '@laurel/plugin-kit';
import { aMoment, anActivity, aTenant } from '@laurel/plugin-kit/conformance';
import { aPlugin, aRun } from '../steps/sample-plugin.builder.js';
import type { IoCall } from '../workflow.types.js';

const http: HostHttp = { fetch: () => Promise.resolve({ status: 200, headers: {}, body: 'ok' }) };
const call: IoCall = { http, now: aMoment('2026-05-13T12:00'), timeoutMs: 1_000 };
const empty: CollectAnswer = { evidence: [], facts: [], faults: [] };
const request = { tenant: aTenant(), activity: anActivity(), payload: { flags: [] } };
const delivery = { tenantId: 't', activityId: 'a', message: { authority: 'abp', key: '42', payload: {} } };
const collect = (plugin: Plugin, over: Partial<IoCall> = {}) => {
  const { runner, workflow } = aRun([plugin]);
  return runner.collect(workflow, plugin.key, request, { ...call, ...over });
};
const never = (host: IoHost, onAbort: () => void): Promise<CollectAnswer> =>
  new Promise(() => {
    host.signal.addEventListener('abort', onAbort);
  });

describe('I/O stages', () => {
  it('are given the request, their configuration and the host', async () => {
    const seen: unknown[] = [];
    const plugin = aPlugin({
      collect: async (input, host) => {
        seen.push(input, host.now, (await host.http.fetch('https://app.example')).body);
        return empty;
      },
    });
    expect(await collect(plugin)).toEqual({ status: 'answered', answer: empty });
    expect(seen).toEqual([{ ...request, config: {} }, call.now, 'ok']);
  });

  it('are aborted and given up when their time is up', async () => {
    let wasAborted = false;
    const plugin = aPlugin({ collect: (_input, host) => never(host, () => (wasAborted = true)) });
    const outcome = await collect(plugin, { timeoutMs: 20 });
    expect(outcome).toMatchObject({
      status: 'failed',
      fault: { plugin: 'sample', stage: 'collect', detail: 'the plugin took longer than 20 ms' },
    });
    expect(wasAborted).toBe(true);
  });

  it('are given up when the process shuts down, also when that was before', async () => {
    const plugin = aPlugin({ collect: (_input, host) => never(host, () => undefined) });
    const controller = new AbortController();
    const running = collect(plugin, { signal: controller.signal });
    controller.abort(new Error('shutting down'));
    expect(await running).toMatchObject({ status: 'failed', fault: { detail: 'shutting down' } });
    expect(await collect(plugin, { signal: controller.signal })).toMatchObject({ status: 'failed' });
  });

  it.each<[string, () => unknown]>([
    [
      'at once',
      () => {
        throw new Error('at once');
      },
    ],
    ['later', () => Promise.reject(new Error('later'))],
    ['evidence is not a list', () => Promise.resolve({})],
    ['the answer is not an object', () => undefined],
  ])('that fail (%s) say so instead of rejecting', async (detail, act) => {
    const plugin = aPlugin({ collect: () => Promise.resolve(empty) });
    Object.assign(plugin, { collect: act });
    expect(await collect(plugin)).toMatchObject({ status: 'failed', fault: { detail } });
  });

  it('are off when the step is disabled, not in the workflow, or the plugin has none', async () => {
    const plugin = aPlugin({ collect: () => Promise.resolve(empty) });
    const { runner, workflow } = aRun([plugin]);
    const steps = workflow.steps.map((step) => ({ ...step, isEnabled: false }));
    expect(await runner.collect({ ...workflow, steps }, 'sample', request, call)).toEqual({ status: 'off' });
    expect(await runner.collect(workflow, 'another', request, call)).toEqual({ status: 'off' });
    expect(await runner.deliver(workflow, 'sample', delivery, call)).toEqual({
      status: 'off',
    });
  });

  it('fail when the plugin is not installed or its configuration is refused', async () => {
    const { runner, workflow } = aRun([aPlugin({ collect: () => Promise.resolve(empty) })]);
    const step = { isEnabled: true, config: {}, configRevision: 1 };
    const gone = { ...workflow, steps: [{ ...step, plugin: 'gone' }] };
    expect(await runner.collect(gone, 'gone', request, call)).toMatchObject({ status: 'failed' });
    const refused = { ...workflow, steps: [{ ...step, plugin: 'sample', fault: 'refused' }] };
    expect(await runner.collect(refused, 'sample', request, call)).toMatchObject({
      status: 'failed',
      fault: { detail: 'refused' },
    });
  });

  it.each(['collect', 'deliver'] as const)(
    'that do not give the process back (%s) are not asked for a while; elsewhere, and set otherwise, they are',
    async (stage) => {
      let asked = 0;
      const hang = (): never => {
        asked += 1;
        for (;;);
      };
      const { runner, workflow } = aRun([aPlugin({ collect: hang, deliver: hang })]);
      const perform = (place: { tenantId: string; activityId: string }, used = workflow) =>
        stage === 'deliver'
          ? runner.deliver(used, 'sample', { ...delivery, ...place }, call)
          : runner.collect(
              used,
              'sample',
              {
                ...request,
                tenant: aTenant({ id: place.tenantId }),
                activity: anActivity({ id: place.activityId }),
              },
              call,
            );
      const here = { tenantId: 't', activityId: 'a' };
      expect(await perform(here)).toMatchObject({ status: 'failed' });
      expect(await perform(here)).toMatchObject({
        status: 'failed',
        fault: { stage, detail: 'the plugin took too long a moment ago and is not asked for a while' },
      });
      expect(asked).toBe(1);
      await perform({ ...here, activityId: 'b' });
      await perform({ ...here, tenantId: 'u' });
      const steps = workflow.steps.map((step) => ({ ...step, configRevision: 8 }));
      await perform(here, { ...workflow, steps });
      expect(asked).toBe(4);
    },
  );

  it('deliver a message', async () => {
    const plugin = aPlugin({
      deliver: ({ message }) => Promise.resolve({ outcome: 'accepted', detail: message.key }),
    });
    const { runner, workflow } = aRun([plugin]);
    expect(await runner.deliver(workflow, 'sample', delivery, call)).toEqual({
      status: 'answered',
      answer: { outcome: 'accepted', detail: '42' },
    });
  });
});
