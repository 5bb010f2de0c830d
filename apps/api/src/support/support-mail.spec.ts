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
    learner: { name: 'Ada Ivers', credentials: '', badge: null, email: null },
    activity: { code: 'A', title: 'Annual Meeting' },
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
});
