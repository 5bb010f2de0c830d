import { describe, expect, it } from '@jest/globals';
import { countOverlapsOnce } from '@laurel/credit';
import { allow, parseConfig, renderMessage, type LineView } from '@laurel/plugin-kit';
import {
  aLine,
  anAwardInput,
  anOffering,
  anOfferInput,
  aRuleInput,
  aSessionAt,
  describePlugin,
  ruleText,
} from '@laurel/plugin-kit/conformance';
import fc from 'fast-check';
import { CategoryCapsConfig } from './category-caps.config.js';
import { messages } from './category-caps.messages.js';
import { categoryCapsPlugin } from './category-caps.plugin.js';

const storedConfig = {
  caps: [
    { label: 'on-demand sessions', cap: 300, timing: 'untimed', creditTypes: ['ama-pra-1'] },
    { label: 'live sessions', cap: 400, timing: 'timed', creditTypes: [] },
    { label: 'the whole meeting', cap: 600 },
  ],
  excluded: [{ label: 'Committee meetings', categories: ['Committee Meeting'] }],
};
const config = parseConfig(CategoryCapsConfig, storedConfig);
const live = (id: string, hour: number, amount = 100, length = 1) =>
  aLine(
    aSessionAt(
      `2026-05-11T${String(hour).padStart(2, '0')}:00`,
      `2026-05-11T${String(hour + length).padStart(2, '0')}:00`,
      {
        id,
        title: `Live ${id}`,
      },
    ),
    'ama-pra-1',
    amount,
  );
const onDemand = (id: string, amount = 100) =>
  aLine(
    anOffering({ id, title: `On-demand ${id}`, startsAt: null, endsAt: null, day: null }),
    'ama-pra-1',
    amount,
  );
const award = (lines: readonly LineView[], counted = lines, used = config) =>
  categoryCapsPlugin.award?.(anAwardInput(used, { lines, counted })) ?? [];
const ofCategory = (category: string) => anOfferInput(config, { offering: anOffering({ category }) });

describePlugin(categoryCapsPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  offer: {
    'for a lecture': ofCategory('Lecture'),
    'for a committee meeting': ofCategory('committee meeting '),
  },
  award: {
    'for an empty cart': anAwardInput(config),
    'within every cap': anAwardInput(config, { lines: [live('a', 8), onDemand('b')] }),
    'above a cap': anAwardInput(config, { lines: [onDemand('a', 200), onDemand('b', 200)] }),
    'above several caps': anAwardInput(config, {
      lines: [live('a', 8, 500), onDemand('b', 350), aLine(anOffering(), 'participation', 700)],
    }),
  },
  rule: {
    'for caps and exclusions': aRuleInput(config),
    'for nothing at all': aRuleInput(parseConfig(CategoryCapsConfig, {})),
  },
});

describe('excluded sessions', () => {
  it('are denied, and the sentence says which', () => {
    expect(categoryCapsPlugin.offer?.(ofCategory('Lecture'))).toBe(allow);
    const answer = categoryCapsPlugin.offer?.(ofCategory('COMMITTEE meeting'));
    const facts = answer?.allowed === false ? answer.reason.facts : {};
    const voice = { timeZone: 'America/Chicago', locale: 'en-US' };
    expect(renderMessage(messages.excluded, facts, voice, {}).text).toBe(
      'Committee meetings are not eligible for credit.',
    );
  });

  it('must be selected by something', () => {
    const everything = { ...storedConfig, excluded: [{ label: 'Everything' }] };
    expect(() => parseConfig(CategoryCapsConfig, everything)).toThrow('excluded.0.label');
  });
});

describe('caps', () => {
  it('count live and on-demand sessions by themselves, and the whole on what is left', () => {
    const adjustments = award([live('a', 8, 300), live('b', 9, 300), onDemand('c', 400)]);
    expect(adjustments.map(({ delta, offeringIds, shares }) => [delta, offeringIds, shares])).toEqual([
      [-100, ['c'], { c: -100 }],
      [-200, ['a', 'b'], { a: -100, b: -100 }],
      // 300 on-demand and 400 live are left; the meeting counts 600.
      [-100, ['a', 'b', 'c'], { a: -29, b: -28, c: -43 }],
    ]);
  });

  it('say how much, of what, and which sessions', () => {
    const [adjustment] = award([onDemand('a', 200), onDemand('b', 250)]);
    const voice = { timeZone: 'America/Chicago', locale: 'en-US' };
    expect(renderMessage(messages['over-cap'], adjustment?.reason.facts ?? {}, voice, {}).text).toBe(
      'At most 3.00 credits count for on-demand sessions; what you chose comes to 4.50: On-demand a and On-demand b.',
    );
  });

  it('look at what overlap left, not at what was selected', () => {
    const lines = [live('a', 8, 300), live('b', 8, 300)];
    // Overlap took b off: what is left is within the cap for live sessions, though 6.00 were selected.
    expect(award(lines, [live('a', 8, 300), live('b', 8, 0)])).toEqual([]);
  });

  it('may depend on category, type and track together', () => {
    const used = parseConfig(CategoryCapsConfig, {
      caps: [{ label: 'posters on hands', cap: 0, types: ['poster'], tracks: ['Hand', 'Wrist'] }],
    });
    const poster = (track: string, type = 'Poster') =>
      aLine(anOffering({ id: `${type} ${track}`, type, track }));
    const lines = [poster('hand'), poster('Foot'), poster('Wrist', 'Lecture'), poster(' WRIST ')];
    expect(award(lines, lines, used).map(({ offeringIds }) => offeringIds)).toEqual([
      ['Poster hand', 'Poster  WRIST '],
    ]);
  });

  it('hold exactly, after overlaps too: nothing above a cap, nothing taken twice, nothing below zero', () => {
    const session = fc.record({
      hour: fc.integer({ min: 7, max: 15 }),
      length: fc.integer({ min: 1, max: 3 }),
      amount: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(
        fc.array(session, { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 6 }),
        (sessions, topics) => {
          const timed = sessions.map(({ hour, length, amount }, index) =>
            live(`l${String(index)}`, hour, amount, length),
          );
          const untimed = topics.map((amount, index) => onDemand(`d${String(index)}`, amount));
          const counted = [...afterOverlap(timed), ...untimed];
          const left = new Map(counted.map(({ offering, amount }) => [offering.id, amount]));
          let total = sum([...left.values()]);
          for (const { delta, shares = {} } of award([...timed, ...untimed], counted)) {
            expect(sum(Object.values(shares))).toBe(delta);
            for (const [id, share] of Object.entries(shares)) left.set(id, (left.get(id) ?? 0) + share);
            total += delta;
          }
          const of = (prefix: string) =>
            sum([...left].filter(([id]) => id.startsWith(prefix)).map(([, amount]) => amount));
          expect(Math.min(0, ...left.values())).toBe(0);
          expect([of('l') <= 400, of('d') <= 300, total <= 600]).toEqual([true, true, true]);
          expect(of('l') + of('d')).toBe(total);
          const [livePart, onDemandPart] = [countOverlapsOnce(intervals(timed)).total, sum(topics)];
          expect(total).toBe(Math.min(600, Math.min(400, livePart) + Math.min(300, onDemandPart)));
        },
      ),
    );
  });
});

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);

const intervals = (lines: readonly LineView[]) =>
  lines.map(({ offering: { id, startsAt, endsAt }, amount }) => ({
    id,
    from: startsAt?.epochMilliseconds ?? 0,
    to: endsAt?.epochMilliseconds ?? 0,
    credit: amount,
  }));

/** What the host would hand on after overlap: the same lines, bearing its deductions from the first that has some. */
const afterOverlap = (lines: readonly LineView[]): readonly LineView[] => {
  let open = countOverlapsOnce(intervals(lines)).deducted;
  return lines.map((line) => {
    const taken = Math.min(open, line.amount);
    open -= taken;
    return { ...line, amount: line.amount - taken };
  });
};

describe('the rule', () => {
  it('says each cap, for each type that has it, and what gives no credit', () => {
    expect(ruleText(categoryCapsPlugin, aRuleInput(config))).toBe(
      'At most 3.00 credits count for on-demand sessions. ' +
        'At most 4.00 of each type of credit count for live sessions. ' +
        'At most 6.00 of each type of credit count for the whole meeting. ' +
        'Committee meetings are not eligible for credit.',
    );
  });

  it('names a type that is gone by its key', () => {
    const used = parseConfig(CategoryCapsConfig, {
      caps: [{ label: 'x', cap: 1_200, creditTypes: ['gone'] }],
    });
    expect(ruleText(categoryCapsPlugin, aRuleInput(used))).toBe('At most 12.00 gone count for x.');
  });

  it('is nothing where nothing is set', () => {
    expect(ruleText(categoryCapsPlugin, aRuleInput(parseConfig(CategoryCapsConfig, {})))).toBe('');
  });
});
