import { describe, expect, it } from '@jest/globals';
import type { OfferingCard } from '../../core/api/contract.js';
import {
  ALL_DAYS,
  facets,
  groupByStart,
  NO_FILTERS,
  nowAndNext,
  select,
  sorted,
} from './select-offerings.js';

const offering = (id: string, over: Partial<OfferingCard> = {}): OfferingCard => ({
  id,
  code: id,
  title: id,
  day: '2026-04-23',
  startsAt: '2026-04-23T13:45:00Z',
  endsAt: '2026-04-23T14:30:00Z',
  room: 'Hall A',
  track: '',
  category: 'Ablation',
  type: 'Lecture',
  isHighlight: false,
  tier: null,
  speakers: [],
  credits: [],
  isAllowed: true,
  denials: [],
  withdrawnNotice: null,
  ...over,
});

const programme = [
  offering('a'),
  offering('b', { category: 'Devices', isHighlight: true }),
  offering('c', {
    startsAt: '2026-04-23T15:00:00Z',
    endsAt: '2026-04-23T16:00:00Z',
    type: 'Debate',
    isAllowed: false,
  }),
  offering('d', { day: '2026-04-24', startsAt: '2026-04-24T13:45:00Z', endsAt: '2026-04-24T14:30:00Z' }),
];
const ids = (offerings: readonly OfferingCard[]) => offerings.map(({ id }) => id);

describe('the sessions page', () => {
  it('narrows by day and by every filter at once', () => {
    expect(ids(select(programme, { ...NO_FILTERS, day: ALL_DAYS }))).toEqual(['a', 'b', 'c', 'd']);
    expect(ids(select(programme, { ...NO_FILTERS, day: '2026-04-24' }))).toEqual(['d']);
    const devices = { ...NO_FILTERS, day: ALL_DAYS, categories: new Set(['Devices', 'Ablation']) };
    expect(ids(select(programme, { ...devices, types: new Set(['Debate']) }))).toEqual(['c']);
    expect(ids(select(programme, { ...devices, isHighlightsOnly: true }))).toEqual(['b']);
    expect(ids(select(programme, { ...devices, isAllowedOnly: true }))).toEqual(['a', 'b', 'd']);
  });

  it('counts what each filter would leave', () => {
    expect(facets(programme, ({ category }) => category)).toEqual([
      { name: 'Ablation', count: 3 },
      { name: 'Devices', count: 1 },
    ]);
    expect(facets(programme, ({ track }) => track)).toEqual([]);
  });

  it('sorts by start, with what has no time at the end and what starts together as it was given', () => {
    const found = [
      offering('late', { startsAt: '2026-04-24T13:45:00Z' }),
      offering('on demand', { day: null, startsAt: null }),
      offering('in the title'),
      offering('first', { startsAt: '2026-04-23T12:00:00Z' }),
      offering('in the room'),
    ];
    expect(ids(sorted(found, 'date'))).toEqual(['first', 'in the title', 'in the room', 'late', 'on demand']);
    expect(ids(found)).toEqual(['late', 'on demand', 'in the title', 'first', 'in the room']);
  });

  it('sorts by title as an alphabet does, whatever the letter case, the accents and the time', () => {
    const found = ['Ödem', 'zygoma', 'Breast', 'abdomen', 'Éclair', 'Orbit'].map((title, at) =>
      offering(title, { title, startsAt: `2026-04-2${String(at)}T13:45:00Z` }),
    );
    expect(ids(sorted(found, 'title'))).toEqual(['abdomen', 'Breast', 'Éclair', 'Ödem', 'Orbit', 'zygoma']);
  });

  it('groups what begins together', () => {
    expect(groupByStart(programme).map((group) => ids(group.offerings))).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  it('puts what can be claimed first among sessions that begin together', () => {
    const together = [offering('a', { isAllowed: false }), offering('b'), offering('c')];
    expect(groupByStart(together).map((group) => ids(group.offerings))).toEqual([['b', 'c', 'a']]);
  });

  it('knows what runs now and what comes next', () => {
    const at = Date.parse('2026-04-23T14:00:00Z');
    expect(ids(nowAndNext(programme, at).now)).toEqual(['a', 'b']);
    expect(ids(nowAndNext(programme, at).next)).toEqual(['c']);
    expect(ids(nowAndNext(programme, Date.parse('2026-04-23T14:30:00Z')).now)).toEqual([]);
  });

  it('does not call tomorrow "next"', () => {
    expect(nowAndNext(programme, Date.parse('2026-04-23T20:00:00Z'))).toEqual({ now: [], next: [] });
  });
});
