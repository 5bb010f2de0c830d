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

  it('says why the claim stands as it does, with what would help, and nothing where nothing was decided', () => {
    const because = (reasons: SupportRequest['summary']['reasons']) =>
      supportBody({ ...asked, summary: { ...asked.summary, reasons } });
    const told = because([
      { text: 'You were in two rooms at once.', remedy: 'Remove one of them.' },
      { text: 'You confirmed the statement.' },
    ]);
    expect(told).toContain(
      'Why the claim stands as it does:\n- You were in two rooms at once. Remove one of them.\n' +
        '- You confirmed the statement.\n\nThe learner writes:\n',
    );
    expect(because([])).not.toContain('Why the claim stands');
  });

  it('tells sixty reasons and how many more there are', () => {
    const reasons = Array.from({ length: 63 }, (_, index) => ({ text: `Reason ${String(index + 1)}.` }));
    const body = supportBody({ ...asked, summary: { ...asked.summary, reasons } });
    expect(body).toContain('- Reason 60.\n- and 3 more\n\nThe learner writes:');
    expect(body).not.toContain('Reason 61');
  });
});
