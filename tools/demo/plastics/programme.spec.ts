import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { countOverlapsOnce } from '@laurel/credit';
import { parseProgramme } from '../../../apps/api/src/catalogue/importers/index.js';
import { formFaults } from '../../../apps/api/src/evaluations/form-definition.validator.js';
import { PLASTICS_OVERALL_EVALUATION, PLASTICS_SESSION_EVALUATION } from './evaluation-forms.js';
import { plastics } from '../tenants/plastics.js';
import { PLASTICS_TYPES } from './grid.js';
import { PLASTICS_MEETING, plasticsProgramme, plasticsProgrammeCsv } from './programme.js';

const FIRST_DAY = Temporal.PlainDate.from('2026-09-24');
const sessions = plasticsProgramme(FIRST_DAY);
const live = sessions.filter(({ type }) => type !== 'On Demand');

describe('the programme of the plastic-surgery meeting', () => {
  it('has four days of parallel sessions of every type, and sixty on demand without a time', () => {
    expect(live).toHaveLength(236);
    expect([...new Set(live.map(({ date }) => date))]).toEqual([
      '2026-09-24',
      '2026-09-25',
      '2026-09-26',
      '2026-09-27',
    ]);
    expect(new Set(sessions.map(({ type }) => type))).toEqual(new Set(PLASTICS_TYPES));
    const onDemand = sessions.filter(({ type }) => type === 'On Demand');
    expect(onDemand).toHaveLength(PLASTICS_MEETING.onDemand);
    expect(onDemand.filter(({ date, start, end }) => date + start + end !== '')).toEqual([]);
  });

  it('repeats neither title nor code, and books no room or speaker twice', () => {
    expect(new Set(sessions.map(({ title }) => title.toLowerCase())).size).toBe(sessions.length);
    expect(new Set(sessions.map(({ code }) => code)).size).toBe(sessions.length);
    const clashes = live.flatMap((left, at) =>
      live
        .slice(at + 1)
        .filter(
          (right) =>
            left.date === right.date &&
            left.start < right.end &&
            right.start < left.end &&
            (left.room === right.room || left.speakers.some((name) => right.speakers.includes(name))),
        )
        .map((right) => [left.code, right.code]),
    );
    expect(clashes).toEqual([]);
  });

  it('carries patient-safety credit beside Category 1 on about a third, and never more of it', () => {
    const certified = sessions.filter(({ credit, type }) => credit > 0 && type !== 'Committee Meeting');
    const share = certified.filter(({ safety }) => safety > 0).length / certified.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
    expect(sessions.filter(({ credit, safety }) => safety > credit)).toEqual([]);
    expect(sessions.filter(({ credit }) => credit % 0.25 !== 0)).toEqual([]);
  });

  it('gives more live and more on demand than each is capped at, and the caps together are the maximum', () => {
    const [meeting] = plastics(FIRST_DAY).activities;
    const step = meeting?.workflow.find(({ plugin }) => plugin === 'category-caps');
    const { caps }: { caps: { timing: string; cap: number }[] } = Object(step?.config);
    const capOf = (timing: string) => caps.find((rule) => rule.timing === timing)?.cap ?? 0;
    const certified = live.filter(({ type }) => type !== 'Committee Meeting');
    const at = (date: string, time: string) =>
      Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime('America/Los_Angeles').epochMilliseconds;
    const { total } = countOverlapsOnce(
      certified.map(({ code, date, start, end, credit }) => ({
        id: code,
        from: at(date, start),
        to: at(date, end),
        credit: credit * 100,
      })),
    );
    const onDemand = sessions.filter(({ type }) => type === 'On Demand');
    expect(total).toBeGreaterThan(capOf('timed'));
    expect(onDemand.reduce((sum, { credit }) => sum + credit * 100, 0)).toBeGreaterThan(capOf('untimed'));
    expect((capOf('timed') + capOf('untimed')) / 100).toBe(meeting?.maxima['ama-pra-1']);
  });

  it('goes through the importer without a fault', async () => {
    const csv = plasticsProgrammeCsv(FIRST_DAY);
    const rows = await Array.fromAsync(
      parseProgramme(Readable.from([csv]), { timeZone: 'America/Los_Angeles' }),
    );
    expect(rows.filter((row) => 'faults' in row)).toEqual([]);
    expect(rows).toHaveLength(sessions.length);
  });

  it('is evaluated with forms that the product accepts', () => {
    expect(formFaults(PLASTICS_SESSION_EVALUATION.sections)).toEqual([]);
    expect(formFaults(PLASTICS_OVERALL_EVALUATION.sections)).toEqual([]);
  });
});
