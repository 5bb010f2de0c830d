import type { Hundredths } from '@laurel/credit';
import { checkReportMessages, deepFreeze, type LineView } from '@laurel/plugin-kit';
import { CLAIM, type DecisionRun } from './decision-run.js';
import type { DecidedReport, ReportsDecision, TrailEntry } from '../workflow.types.js';

/** Asks every `report` step. The first message of an authority and key counts: nothing is reported twice. */
export const decideReports = (
  run: DecisionRun,
  lines: readonly LineView[],
  claimed: Readonly<Record<string, Hundredths>>,
): ReportsDecision => {
  const reports = new Map<string, DecidedReport>();
  const holds: TrailEntry[] = [];
  const trail: TrailEntry[] = [];
  deepFreeze(lines);
  deepFreeze(claimed);
  for (const step of run.steps('report')) {
    const input = Object.freeze({ ...run.input(step), lines, claimed });
    const messages = run.ask(
      step,
      'report',
      (plugin) => plugin.report?.(input),
      (answer) => checkReportMessages(answer),
    );
    if (messages === undefined) holds.push(run.failure('report', step, CLAIM, 'failed'));
    for (const message of messages ?? []) {
      const id = JSON.stringify([message.authority, message.key]);
      if (reports.has(id)) continue;
      const { plugin, configRevision } = step.decider;
      reports.set(id, { plugin, configRevision: configRevision ?? 0, message });
      const facts = { authority: message.authority };
      trail.push(
        run.entry('report', step.decider, { kind: 'report', key: message.key }, 'reported', {
          code: 'host.reported',
          facts,
        }),
      );
    }
  }
  const held = holds.length > 0;
  return {
    reports: [...reports.values()],
    isHeld: held,
    holds,
    faults: run.faults,
    trail: [...trail, ...holds],
  };
};
