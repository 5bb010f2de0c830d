import { describe, expect, it } from '@jest/globals';
import type { Earnings } from '../../core/api/contract.js';
import {
  asRequest,
  checkedOf,
  claimable,
  shownFor,
  stillThere,
  sumOf,
  withAmount,
  withTopics,
  type Selection,
} from './selection.js';

const topic = (offeringId: string, amount: number, isAllowed = true) => ({
  offeringId,
  code: offeringId,
  title: offeringId,
  amount,
  increment: 0.25,
  earnedAt: '2026-05-04T15:00:00Z',
  until: null,
  isExpiringSoon: false,
  isAllowed,
  denials: [],
});

const earnings = (...topics: ReturnType<typeof topic>[]): Earnings => ({
  creditType: 'ama-pra-1',
  creditTypes: [],
  available: 0,
  courses: [{ courseId: 'c', code: 'C', title: 'Course', available: 0, topics }],
  expired: { count: 0, amount: 0 },
  requirements: [],
});

const all = earnings(topic('a', 1), topic('b', 0.75), topic('refused', 2, false));
const nothing: Selection = { creditType: 'ama-pra-1', amounts: new Map() };

describe('a selection of earned credit', () => {
  it('takes whole topics in and out, and keeps an amount that was chosen before', () => {
    const reduced = withAmount(nothing, 'a', 0.25);
    const everything = withTopics(reduced, claimable(all), true);
    expect([...everything.amounts]).toEqual([
      ['a', 0.25],
      ['b', 0.75],
    ]);
    expect(withTopics(everything, claimable(all), false).amounts.size).toBe(0);
  });

  it('leaves a topic out of which nothing is claimed', () => {
    expect([...withAmount(withAmount(nothing, 'a', 1), 'a', 0).amounts]).toEqual([]);
  });

  it('knows all, some and none', () => {
    const topics = claimable(all);
    expect(checkedOf(nothing, topics)).toBe('none');
    expect(checkedOf(withAmount(nothing, 'b', 0.5), topics)).toBe('some');
    expect(checkedOf(withTopics(nothing, topics, true), topics)).toBe('all');
  });

  it('is sent as everything only when every topic is claimed whole', () => {
    const everything = withTopics(nothing, claimable(all), true);
    expect(asRequest(everything, all)).toEqual({ creditType: 'ama-pra-1', all: true });
    expect(asRequest(withAmount(everything, 'b', 0.5), all)).toEqual({
      creditType: 'ama-pra-1',
      items: [
        { offeringId: 'a', amount: 1 },
        { offeringId: 'b', amount: 0.5 },
      ],
    });
    expect(asRequest(nothing, earnings())).toEqual({ creditType: 'ama-pra-1', items: [] });
  });

  it('drops what is no longer there, and never claims more than there is', () => {
    const chosen = withAmount(withAmount(withAmount(nothing, 'a', 1), 'gone', 1), 'refused', 2);
    expect([...stillThere(chosen, earnings(topic('a', 0.5), topic('refused', 2, false))).amounts]).toEqual([
      ['a', 0.5],
    ]);
  });

  it('adds up without the faults of floats', () => {
    expect(sumOf(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });

  it('shows its own amount while the draft is another, or of another type', () => {
    const draft = {
      state: 'draft' as const,
      lines: [{ credits: [{ creditType: 'ama-pra-1', amount: 1 }] }],
    };
    const chosen = withAmount(nothing, 'b', 0.5);
    expect(shownFor(chosen, draft, true)).toBe(0.5);
    expect(shownFor(chosen, draft, false)).toBeNull();
    expect(shownFor({ ...nothing, creditType: 'moc' }, draft, false)).toBe(0);
    // Before anything is loaded, and where nothing is saved, the draft's total is the truth.
    expect(shownFor({ ...nothing, creditType: '' }, draft, false)).toBeNull();
    expect(shownFor({ ...nothing, creditType: 'moc' }, { state: 'empty', lines: [] }, false)).toBeNull();
    expect(shownFor(nothing, null, false)).toBeNull();
  });
});
