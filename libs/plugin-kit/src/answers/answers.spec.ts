import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allow, deny } from '../plugin.js';
import type { DocumentOffer } from '../stages.js';
import { checkCollectAnswer, checkDeliverAnswer } from './io.js';
import {
  checkAdjustments,
  checkDocumentOffers,
  checkOfferAnswer,
  checkReportMessages,
  checkRequirements,
  checkRule,
} from './pure.js';

const messages = { no: { text: 'No.' } };
const types = new Set(['ama']);
const reason = { code: 'no', facts: {} };
const adjustment = { creditType: 'ama', delta: -25, offeringIds: ['a'], reason };
const requirement = { key: 'k', state: 'met', title: 'T', reason };
const document: DocumentOffer = {
  key: 'cme',
  title: 'CME',
  availability: { available: true },
  documentKind: 'credit',
  template: 'classic',
  credits: [{ creditType: 'ama', amount: 100 }],
  statements: ['S'],
  inputs: [{ key: 'npi', label: 'NPI', pattern: '\\d{10}' }],
  request: { mailTo: 'a@b.example', subject: 'S', promise: reason, lastDay: null },
};
const evidence = {
  sourceKey: '1',
  learner: { badge: '1' },
  offeringCode: 'S1',
  kind: 'flag',
  occurredAt: Temporal.Instant.from('2026-05-11T09:00Z'),
};
const fact = { sourceKey: '2', learner: { email: 'a@b.example' }, key: 'tier', value: 'premier' };
const collected = { evidence: [evidence], facts: [fact], faults: [{ path: 'p', reason: 'r' }] };
const report = { authority: 'abp', key: '1', payload: {} };

describe('answers in shape', () => {
  it('pass', () => {
    expect(checkOfferAnswer(allow, messages)).toBeNull();
    expect(checkOfferAnswer({ allowed: true }, messages)).toBeNull();
    expect(checkOfferAnswer(deny('no', { list: ['a'], nothing: null }), messages)).toBeNull();
    expect(checkAdjustments([adjustment], messages, types)).toBeNull();
    expect(checkAdjustments([{ ...adjustment, shares: { a: -25 } }], messages, types)).toBeNull();
    expect(checkRequirements([requirement], messages)).toBeNull();
    expect(checkRequirements([{ ...requirement, action: { kind: 'attest' } }], messages)).toBeNull();
    expect(checkDocumentOffers([document], messages, types)).toBeNull();
    expect(checkReportMessages([report])).toBeNull();
    expect(checkRule([], messages)).toBeNull();
    expect(checkRule([reason], messages)).toBeNull();
    expect(checkCollectAnswer(collected)).toBeNull();
    expect(checkDeliverAnswer({ outcome: 'accepted' })).toBeNull();
    expect(checkDeliverAnswer({ outcome: 'rejected', why: 'unknown', isMendable: true })).toBeNull();
    expect(checkDeliverAnswer({ outcome: 'retry', why: 'busy' })).toBeNull();
    expect(checkDeliverAnswer({ outcome: 'retry', why: 'busy', afterSeconds: 60 })).toBeNull();
    expect(checkCollectAnswer({ ...collected, cursor: 'page-2' })).toBeNull();
  });
});

describe('answers out of shape', () => {
  it.each([
    [undefined, 'not an object'],
    [{ allowed: 'yes' }, 'neither allows nor denies'],
    [{ allowed: false }, 'the reason is not an object'],
    [deny('unheard-of'), 'no message'],
    [deny('toString'), 'no message'],
    [{ allowed: false, reason: { code: 'no' } }, 'no facts'],
    [{ allowed: false, reason: { code: 'no', facts: { at: new Date(0) } } }, 'the fact "at"'],
    [{ allowed: false, reason: { code: 'no', facts: { n: Number.NaN } } }, 'the fact "n"'],
  ])('of offer %j are named', (answer, fault) => {
    expect(checkOfferAnswer(answer, messages)).toContain(fault);
  });

  it.each([
    [undefined, 'not a list'],
    ['At most four a day.', 'not a list'],
    [Promise.resolve([]), 'not a list'],
    [['At most four a day.'], 'rule[0]: is not an object'],
    [[reason, { code: 'unheard-of', facts: {} }], 'rule[1]: the reason code "unheard-of" has no message'],
  ])('of rule %j are named', (answer, fault) => {
    expect(checkRule(answer, messages)).toContain(fault);
  });

  it.each([
    [null, 'not a list'],
    [[null], 'adjustments[0]: is not an object'],
    [[{ ...adjustment, creditType: 'gold' }], 'no credit type "gold"'],
    [[adjustment, { ...adjustment, delta: 0.5 }], 'adjustments[1]: delta'],
    [[{ ...adjustment, delta: Infinity }], 'delta'],
    [[{ ...adjustment, offeringIds: [1] }], 'offeringIds'],
    [[{ ...adjustment, isSimultaneous: 'yes' }], 'isSimultaneous is not a boolean'],
    [[{ ...adjustment, shares: { a: -20 } }], 'shares do not add up'],
    [[{ ...adjustment, shares: { a: -50, b: 25 } }], 'direction of delta'],
    [[{ ...adjustment, shares: [] }], 'shares is not an object'],
    [[{ ...adjustment, reason: { code: 'x', facts: {} } }], 'no message'],
  ])('of award %j are named', (answer, fault) => {
    expect(checkAdjustments(answer, messages, types)).toContain(fault);
  });

  it.each([
    ['met', 'not a list'],
    [[{ ...requirement, key: '' }], 'key is not a text'],
    [[{ ...requirement, state: 'done' }], 'state'],
    [[{ ...requirement, action: { kind: 'dance' } }], 'no action "dance"'],
    [[{ ...requirement, action: { kind: 'form' } }], 'form is not an object'],
    [[requirement, requirement], 'same key'],
  ])('of require %j are named', (answer, fault) => {
    expect(checkRequirements(answer, messages)).toContain(fault);
  });

  it.each([
    [{ template: 7 }, 'template'],
    [{ availability: true }, 'availability'],
    [{ availability: { available: false, reason: { code: 'x', facts: {} } } }, 'no message'],
    [{ documentKind: 'gold' }, 'documentKind'],
    [{ credits: [{ creditType: 'ama', amount: -1 }] }, 'amount'],
    [{ credits: [{ creditType: 'gold', amount: 1 }] }, 'no credit type'],
    [{ statements: [''] }, 'statements'],
    [{ inputs: [{ key: 'a', label: 'A', pattern: '(' }] }, 'pattern'],
    [{ request: { mailTo: 'a' } }, 'subject'],
  ])('of certify with %j are named', (part, fault) => {
    expect(checkDocumentOffers([{ ...document, ...part }], messages, types)).toContain(fault);
  });

  it('leave the reasons of an earlier plugin alone, but only when handed on as they are', () => {
    const availability = { available: false, reason: { code: 'of-another', facts: {} } } as const;
    const earlier = [{ ...document, availability }];
    expect(checkDocumentOffers([{ ...document, availability }], messages, types, earlier)).toBeNull();
    const copied = structuredClone(availability);
    expect(checkDocumentOffers([{ ...document, availability: copied }], messages, types, earlier)).toContain(
      'no message',
    );
  });

  it.each([
    [[{ ...report, payload: 'x' }], 'payload'],
    [[report, report], 'same key'],
  ])('of report %j are named', (answer, fault) => {
    expect(checkReportMessages(answer)).toContain(fault);
  });

  it.each([
    [{ ...collected, evidence: [{ ...evidence, occurredAt: '2026' }] }, 'occurredAt'],
    [{ ...collected, evidence: [{ ...evidence, learner: { badge: '1', email: 'x' } }] }, 'exactly one'],
    [{ ...collected, facts: [{ ...fact, value: {} }] }, 'value'],
    [{ ...collected, facts: [{ ...fact, validUntil: 'x' }] }, 'validUntil'],
    [{ ...collected, facts: [{ ...fact, asOf: '2026-05-01T00:00:00Z' }] }, 'asOf'],
    [{ ...collected, cursor: 7 }, 'cursor is not a text'],
    [{ ...collected, cursor: '' }, 'cursor is not a text'],
    [{ ...collected, cursor: 'x'.repeat(2_001) }, 'cursor is longer'],
    [{ evidence: [], facts: [] }, 'faults is not a list'],
  ])('of collect %# are named', (answer, fault) => {
    expect(checkCollectAnswer(answer)).toContain(fault);
  });

  it.each([
    { outcome: 'maybe' },
    { outcome: 'accepted', detail: 7 },
    { outcome: 'rejected', why: 'x' },
    { outcome: 'retry' },
    { outcome: 'retry', why: 'busy', afterSeconds: '60' },
    { outcome: 'retry', why: 'busy', afterSeconds: -1 },
    { outcome: 'retry', why: 'busy', afterSeconds: Number.NaN },
    'accepted',
  ])('of deliver %j are named', (answer) => {
    expect(checkDeliverAnswer(answer)).toEqual(expect.any(String));
  });

  it('never make a check throw', () => {
    fc.assert(
      fc.property(fc.anything(), (answer) => {
        const faults = [
          checkOfferAnswer(answer, messages),
          checkAdjustments(answer, messages, types),
          checkRequirements(answer, messages),
          checkDocumentOffers(answer, messages, types),
          checkReportMessages(answer),
          checkRule(answer, messages),
          checkRule([answer], messages),
          checkCollectAnswer(answer),
          checkDeliverAnswer(answer),
        ];
        expect(faults.every((fault) => fault === null || typeof fault === 'string')).toBe(true);
      }),
    );
  });
});
