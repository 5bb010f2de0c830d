import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../views.js';
import { findMessageFault, renderMessage } from './render.js';

const chicago = { timeZone: 'America/Chicago', locale: 'en-US' };
const write = (text: string, facts: Facts, terms = {}): string =>
  renderMessage({ text }, facts, chicago, terms).text;

describe('renderMessage', () => {
  it.each<[string, Facts, string]>([
    ['{earnedCredit} credits', { earnedCredit: 125 }, '1.25 credits'],
    ['{earnedCredit}', { earnedCredit: 1_000_000 }, '10000.00'],
    [
      'until {closesAt}',
      { closesAt: '2017-08-31T22:00:00Z' },
      'until Thursday, August 31, 2017 at 5:00 PM CDT',
    ],
    ['from {fromTime}', { fromTime: '2017-05-11T14:45:00Z' }, 'from 9:45 AM'],
    ['on {onDay}', { onDay: '2017-08-31' }, 'on Thu, Aug 31'],
    ['on {onDay}', { onDay: '2017-09-01T03:00:00Z' }, 'on Thu, Aug 31'],
    ['on {lastOn}', { lastOn: '2017-08-31' }, 'on Thursday, August 31, 2017'],
    // The day an instant falls on is the day in the zone of the activity.
    ['on {lastOn}', { lastOn: '2017-09-01T03:00:00Z' }, 'on Thursday, August 31, 2017'],
    ['{leftMinutes}', { leftMinutes: 75 }, '1 hour and 15 minutes'],
    ['{leftMinutes}', { leftMinutes: 60 }, '1 hour'],
    ['{leftMinutes}', { leftMinutes: 0 }, '0 minutes'],
    ['{types}', { types: ['AMA', 'AAPA', 'ANCC'] }, 'AMA, AAPA, and ANCC'],
    ['{count, plural, one {# session} other {# sessions}}', { count: 1 }, '1 session'],
    ['{isMember, select, true {member} other {guest}}', { isMember: true }, 'member'],
    ['[{tier}]', { tier: null }, '[]'],
    // A fact that is not what its key promises is still said.
    ['{closesAt}', { closesAt: 'soon' }, 'soon'],
    ['{lastOn}', { lastOn: '2017-02-30' }, '2017-02-30'],
    ['Format of {format}, {that}', { format: 'x', that: 'y' }, 'Format of x, y'],
    // Names may hold anything, ICU syntax included.
    ['Hello {name}', { name: "{O'Brien} <b>" }, "Hello {O'Brien} <b>"],
  ])('writes %j with %j', (text, facts, expected) => {
    expect(write(text, facts)).toBe(expected);
  });

  it('says a time in the zone it is given, also where that has no name', () => {
    const facts = { closesAt: '2017-08-31T22:00:00Z' };
    const berlin = { timeZone: 'Europe/Berlin', locale: 'en-US' };
    expect(renderMessage({ text: '{closesAt}' }, facts, berlin, {}).text).toBe(
      'Friday, September 1, 2017 at 12:00 AM GMT+2',
    );
  });

  it("speaks in the tenant's words, and leaves markup alone", () => {
    expect(write('In your <b>{cart}</b>', {})).toBe('In your <b>Credit Cart</b>');
    expect(write('In your {cart}', {}, { cart: 'Session Evaluations' })).toBe('In your Session Evaluations');
    expect(write('In your {cart}', { cart: 'the fact' }, { cart: 'the term' })).toBe('In your the fact');
  });

  it('makes the remedy too, when there is one', () => {
    const message = { text: 'It ended.', remedy: 'Ask {who}.' };
    expect(renderMessage(message, { who: 'the society' }, chicago, {})).toEqual({
      text: 'It ended.',
      remedy: 'Ask the society.',
    });
  });

  it('refuses to leave a gap', () => {
    expect(() => write('Until {closesAt}', {})).toThrow('closesAt');
  });
});

describe('findMessageFault', () => {
  it.each(['{', '{count, plural, one {x}}', '{a b}'])('finds what is wrong with %j', (text) => {
    expect(findMessageFault(text)).toEqual(expect.any(String));
  });

  it('finds nothing wrong with a message', () => {
    expect(findMessageFault('{count, plural, one {# session} other {# sessions}} in your {cart}')).toBeNull();
  });
});
