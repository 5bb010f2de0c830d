import { describe, expect, it } from '@jest/globals';
import { demoRegistrants } from '../registrants.js';
import { MEDQUEST_ACCOUNTS } from './accounts.js';
import { MEDQUEST_COURSES, medquestTopics } from './courses.js';
import { MEDQUEST_CREDIT_TYPES } from './credit-types.js';
import { KEEPS_MONTHS, medquestCompletions, medquestMemberships, medquestTopicsCsv } from './files.js';

const today = Temporal.PlainDate.from('2026-11-22');
const people = demoRegistrants({ count: 60, seed: 1987, memberPrefix: 'MQ', fellowship: 'FACEP' });
const topics = medquestTopics();
const completions = medquestCompletions(people, today);

/** Days until credit of a completion expires; negative when it has. */
const daysLeft = (completedAt: string): number =>
  today.until(
    Temporal.Instant.from(completedAt)
      .toZonedDateTimeISO('America/Chicago')
      .toPlainDate()
      .add({ months: KEEPS_MONTHS }),
    { largestUnit: 'days' },
  ).days;

describe('the demo’s courses', () => {
  it('are ten with 130 topics, each known by its own code and title', () => {
    expect(MEDQUEST_COURSES).toHaveLength(10);
    expect(topics).toHaveLength(130);
    expect(new Set(topics.map(({ code }) => code)).size).toBe(130);
    expect(new Set(topics.map(({ title }) => title)).size).toBe(130);
  });

  it('carry credit of types that the society has, every type somewhere, in steps of a quarter', () => {
    const known = MEDQUEST_CREDIT_TYPES.map(({ key }) => key).toSorted();
    expect([...new Set(topics.flatMap(({ creditTypes }) => creditTypes))].toSorted()).toEqual(known);
    expect(topics.filter(({ amount }) => amount <= 0 || amount % 0.25 !== 0)).toEqual([]);
    expect(medquestTopicsCsv().trim().split('\r\n')).toHaveLength(131);
  });
});

describe('the demo’s completions', () => {
  it('are of known topics, each once for a learner, and the same when they are sent again', () => {
    const codes = new Set(topics.map(({ code }) => code));
    expect(completions.filter(({ topic }) => !codes.has(topic))).toEqual([]);
    expect(new Set(completions.map(({ id }) => id)).size).toBe(completions.length);
    expect(medquestCompletions(people, today)).toEqual(completions);
  });

  it('leave everybody who signs in with credit that has expired, and that expires within 7, 30 and 90 days', () => {
    for (const { badge } of MEDQUEST_ACCOUNTS) {
      const own = completions.filter(({ member }) => member === `MQ-${badge.slice(1)}`);
      const days = own.map(({ completedAt }) => daysLeft(completedAt));
      expect(days.filter((left) => left < 0)).toHaveLength(2);
      expect(days.filter((left) => left >= 0 && left <= 7)).toHaveLength(1);
      expect(days.filter((left) => left > 7 && left <= 30)).toHaveLength(1);
      expect(days.filter((left) => left > 30 && left <= 90)).toHaveLength(1);
      expect(days.filter((left) => left > 90).length).toBeGreaterThan(3);
    }
  });

  it('lie in the past', () => {
    expect(
      completions.filter(({ completedAt }) => daysLeft(completedAt) > daysLeft('2026-11-22T12:00:00Z')),
    ).toEqual([]);
  });
});

describe('the demo’s memberships', () => {
  it('leave one of the people who sign in without', () => {
    const members = new Map(
      medquestMemberships(people, today).map(({ member, validUntil }) => [member, validUntil]),
    );
    expect(
      MEDQUEST_ACCOUNTS.map(({ username, badge }) => [username, members.get(`MQ-${badge.slice(1)}`)]),
    ).toEqual([
      ['okafor', '2027-11-22'],
      ['lindqvist', undefined],
      ['nguyen', '2027-11-22'],
      ['castellanos', '2027-11-22'],
      ['yamada', '2027-11-22'],
    ]);
  });
});
