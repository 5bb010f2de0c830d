import { describe, expect, it } from '@jest/globals';
import { supportBody, type SupportRequest } from './support-mail.js';

const asked: SupportRequest = {
  reference: 'R-1',
  message: 'Where is my credit?',
  page: '/cart',
  replyTo: null,
  memberNumber: null,
  language: 'en',
  summary: {
    learner: { name: 'Ada Ivers', registeredName: 'Ada Ivers', credentials: '', badge: null, email: null },
    activity: { code: 'A', title: 'Annual Meeting', basis: 'attended' },
    timeZone: 'Europe/Berlin',
    claim: {
      state: 'submitted',
      submittedAt: Temporal.Instant.from('2026-10-03T13:05:00Z'),
      credits: [],
      sessionCount: 1,
    },
    reasons: [],
    offering: {
      code: 'S1',
      title: 'Opening',
      startsAt: Temporal.Instant.from('2026-10-01T07:30:00Z'),
      isInClaim: true,
      denials: [],
    },
  },
};

describe('the mail to the desk', () => {
  it('tells times as the society reads them', () => {
    const german = supportBody({ ...asked, language: 'de' });
    expect(german).toContain('Claim: submitted, 03.10.2026, 15:05:00 MESZ');
    expect(german).toContain('Asked about: Opening (S1), 01.10.2026, 09:30:00 MESZ');
    expect(supportBody(asked)).toContain('Asked about: Opening (S1), Oct 1, 2026, 9:30:00');
  });

  it('speaks of topics where credit is earned', () => {
    const courses = { code: 'C', title: 'Courses', basis: 'earned' } as const;
    expect(supportBody(asked)).toContain('Sessions in it: 1');
    expect(supportBody({ ...asked, summary: { ...asked.summary, activity: courses } })).toContain(
      'Topics in it: 1',
    );
  });

  it('says what we know first, and quotes every line of the learner', () => {
    const message = 'Hello\n\u202e----\r\nReference: R-2\u2028Learner: Somebody Else\n\nBadge: 1';
    const body = supportBody({ ...asked, message });
    const [facts = '', words = ''] = body.split('\nThe learner writes:\n');
    expect(facts).toMatch(/^Reference: R-1\nLearner: Ada Ivers\nRegistered as: Ada Ivers\n/);
    expect(words).toBe('\n> Hello\n> ----\n> Reference: R-2\n> Learner: Somebody Else\n>\n> Badge: 1\n');
  });

  it('names the person as registered, whatever the learner calls themselves', () => {
    const learner = { ...asked.summary.learner, name: 'Nobody\nBadge: 7' };
    const body = supportBody({ ...asked, summary: { ...asked.summary, learner } });
    expect(body).toContain('Learner: Nobody Badge: 7\nRegistered as: Ada Ivers\n');
  });
});
