import { describe, expect, it } from '@jest/globals';
import type { CertificateView } from '../../core/api/contract.js';
import { ActivityTime } from '../../core/time/activity-time.js';
import { issuedOn, promiseSentence, requestSentence, sheetsOf } from './certificate-words.js';

const request = {
  requestedAt: '2026-04-24T17:00:00Z',
  sentAt: '2026-04-24T17:05:00Z',
  promise: 'within five business days',
  mailTo: 'sessions@scr.example',
};
const time = new ActivityTime('America/Los_Angeles');

const certificate: CertificateView = {
  id: '0',
  documentKey: 'cme',
  title: 'CME Certificate',
  number: 'C-000001',
  state: 'issued',
  issuedAt: '2026-04-24T17:00:00Z',
  endedAt: null,
  pageCount: 1,
  verificationCode: 'AAAA-BBBB-CCCC-DDDD',
  verificationUrl: '',
  fileUrl: '',
  sheet: { url: '/sheet', width: 11, height: 8.5 },
  name: 'José Okafor',
  credentials: 'MD',
  activityTitle: 'Courses Online',
  credits: [{ amount: '3.00', unit: 'credits', isItalic: false }],
  parts: [],
  request: null,
  supersededBy: null,
};

describe('a certificate in words', () => {
  it('is one sheet, or one for each course and says so to those who do not see it', () => {
    const shown = (over: Partial<CertificateView>) =>
      sheetsOf({ ...certificate, ...over }).map(({ url, title }) => [url, title]);
    expect(shown({})).toEqual([['/sheet', 'CME Certificate C-000001 of José Okafor: Courses Online']]);
    const part = (title: string, amount: string) => ({
      title,
      format: 'Enduring material',
      dates: '2026',
      credits: [{ amount, unit: 'credits', isItalic: false }],
    });
    expect(shown({ parts: [part('Toxicology', '1.00'), part('Imaging', '2.00')] })).toEqual([
      ['/sheet?part=1', 'CME Certificate C-000001 of José Okafor: Toxicology'],
      ['/sheet?part=2', 'CME Certificate C-000001 of José Okafor: Imaging'],
    ]);
    expect(shown({ sheet: null })).toEqual([]);
  });

  it('says the day of issue where the meeting is', () => {
    expect(issuedOn('2026-04-25T03:00:00Z', 'en', 'America/Los_Angeles')).toBe('April 24, 2026');
    expect(issuedOn(null, 'en')).toBe('');
  });

  it('says where a request stands, and until when an answer comes', () => {
    expect(requestSentence({ ...request, state: 'sent' }, time)).toBe(
      'Sent to sessions@scr.example on Fri, Apr 24, 10:05 AM PDT. You will have your answer within five business days.',
    );
    expect(requestSentence({ ...request, sentAt: null, state: 'preparing' }, time)).toContain(
      'is on its way',
    );
    expect(requestSentence({ ...request, state: 'failed' }, time)).toContain('could not be sent');
    expect(requestSentence({ ...request, sentAt: null, state: 'withdrawn' }, time)).toBe(
      'Your request of Fri, Apr 24, 10:00 AM PDT was withdrawn before it was sent, because the claim it belongs to no longer counts.',
    );
  });

  it('takes a promise that is a sentence already as it is', () => {
    expect(promiseSentence('You can expect the answer within five business days.')).toBe(
      'You can expect the answer within five business days.',
    );
    expect(promiseSentence('within five business days')).toBe(
      'You will have your answer within five business days.',
    );
  });
});
