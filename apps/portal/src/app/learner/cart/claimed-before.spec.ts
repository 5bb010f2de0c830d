import { describe, expect, it } from '@jest/globals';
import type { Cart } from '../../core/api/contract.js';
import { keptFromBefore } from './claimed-before.js';

const amending = (claimed: number, computed: number, isAmendment = true): Cart => ({
  claimId: null,
  state: 'draft',
  isAmendment,
  revision: 1,
  lines: [],
  totals: [],
  requirements: [],
  notice: null,
  canSubmit: true,
  blockers: [],
  attestation: '',
  deadline: null,
  overlaps: [],
  submitted: {
    id: '019a0000-0000-7000-8000-000000000001',
    state: 'submitted',
    submittedAt: '2026-05-11T12:00:00Z',
    lineCount: 2,
    heldText: null,
    credits: [{ creditType: 'ama-pra-1', name: 'AMA', unit: 'credits', computed, claimed }],
  },
});

describe('what an amendment says of the claim before', () => {
  it.each([
    ['as much again', 1.5, 2, 1.5, 2, 'Last time you claimed 1.50 of 2.00, and it stays at 1.50.'],
    [
      'as much again, and more is possible',
      ...([1.5, 2, 1.5, 3] as const),
      'Last time you claimed 1.50 of 2.00, and it stays at 1.50: what you added counts only if you claim more.',
    ],
    ['less is left', 1.5, 2, 1, 1, 'Last time you claimed 1.50 of 2.00; now 1.00 is the most you can.'],
    ['another choice', 1.5, 2, 1.25, 3, 'Last time you claimed 1.50 of 2.00.'],
    ['all again', 2, 2, 3, 3, 'Last time you claimed all of it, and so you do now.'],
    ['all, and less now', 2, 2, 1, 3, ''],
  ])('%s', (_what, claimed, computed, amount, most, sentence) => {
    expect(keptFromBefore(amending(claimed, computed), 'ama-pra-1', amount, most)).toBe(sentence);
  });

  it('is nothing in a first claim, or of a credit type that was not in it', () => {
    expect(keptFromBefore(amending(1.5, 2, false), 'ama-pra-1', 1.5, 2)).toBe('');
    expect(keptFromBefore(amending(1.5, 2), 'participation', 1.5, 2)).toBe('');
  });
});
