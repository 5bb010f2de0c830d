import { describe, expect, it } from '@jest/globals';
import type { CreditTotal, WhyEntry } from '../../core/api/contract.js';
import { aboutAdjustment, aboutOverlap, whyOf } from './why-about.js';

const entry = (over: Partial<WhyEntry>): WhyEntry => ({
  stage: 'award',
  subject: 'credit-type:ama',
  outcome: 'adjusted',
  text: '',
  plugin: 'rule',
  pluginVersion: '1.0.0',
  configRevision: 1,
  code: 'code',
  ...over,
});
const atOnce = entry({
  text: 'Two rooms at once.',
  effect: { before: 3, amount: -1, after: 2, sessions: ['A', 'B'] },
});
const cap = entry({ text: 'At most one.', effect: { before: 2, amount: -1, after: 1, sessions: [] } });
const other = entry({ subject: 'credit-type:hours', text: 'Two rooms at once.' });
const trail = [
  entry({
    stage: 'offer',
    subject: 'offering:1',
    outcome: 'denied',
    text: 'Summit needs Premier.',
    about: 'A',
  }),
  entry({ stage: 'offer', subject: 'offering:2', outcome: 'allowed', text: 'Fine.', about: 'B' }),
  atOnce,
  cap,
  other,
  entry({
    stage: 'require',
    subject: 'requirement:host:sessions',
    outcome: 'unmet',
    code: 'host.sessions-denied',
  }),
  entry({ stage: 'require', subject: 'requirement:evaluation:overall', outcome: 'met', text: 'Done.' }),
];
const total: CreditTotal = {
  creditType: 'ama',
  name: 'AMA PRA Category 1 Credits™',
  shortName: 'AMA',
  unit: 'credits',
  selected: 3,
  computed: 1,
  increment: 0.25,
  chosen: null,
  isCategory: false,
  adjustments: [
    { amount: -1, text: 'Two rooms at once.', offeringIds: ['1', '2'] },
    { amount: -1, text: 'At most one.', offeringIds: [] },
  ],
};
const texts = (entries: readonly WhyEntry[]) => entries.map(({ text }) => text);

describe('why', () => {
  it('is answered for one adjustment by its own entry, and for a total by all of them', () => {
    expect(whyOf(aboutAdjustment(total, 1), trail)).toEqual([cap]);
    expect(whyOf({ kind: 'total', creditType: 'ama', title: '' }, trail)).toEqual([atOnce, cap]);
  });

  it('finds an adjustment by its sentence where the trail has moved on, and shows all where it is gone', () => {
    expect(whyOf(aboutAdjustment(total, 1), [entry({ text: 'New.' }), atOnce, cap])).toEqual([cap]);
    expect(whyOf(aboutAdjustment(total, 1), [atOnce])).toEqual([atOnce]);
  });

  it('is answered for a requirement, and by what denies sessions where that is what stands in the way', () => {
    const about = (key: string) => ({ kind: 'requirement', key, title: '' }) as const;
    expect(texts(whyOf(about('evaluation:overall'), trail))).toEqual(['Done.']);
    expect(texts(whyOf(about('host:sessions'), trail))).toEqual(['', 'Summit needs Premier.']);
  });

  it('says of a session what it became beside the others', () => {
    expect(whyOf({ kind: 'offering', offeringId: '1', title: 'B' }, trail)).toEqual([atOnce]);
  });

  it('knows which adjustment a bracket of sessions is', () => {
    const overlap = { offeringIds: ['1', '2'], text: 'Two rooms at once.' };
    expect(aboutOverlap([total], overlap)).toEqual(aboutAdjustment(total, 0));
    expect(aboutOverlap([total], { ...overlap, offeringIds: ['1', '3'] })).toBeNull();
  });
});
