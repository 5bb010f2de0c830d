import {
  deepFreeze,
  type CreditTypeView,
  type EvaluationView,
  type EvidenceView,
  type LineView,
  type OfferingView,
} from '@laurel/plugin-kit';
import type { DecisionContext } from '../../apps/api/src/workflow/workflow.types.js';

const LINES = 40;
const OFFERINGS = 1_000;
const day = Temporal.PlainDate.from('2026-05-11');
const firstMorning = Temporal.Instant.from('2026-05-11T13:00Z');
const now = Temporal.Instant.from('2026-05-13T18:00Z');

/** One in ten for another tier, one in twenty without credit, some on demand, many at once. */
const offeringOf = (index: number, isTimed: boolean): OfferingView => {
  const startsAt = firstMorning.add({ hours: 24 * (index % 3), minutes: 15 * (index % 32) });
  return {
    id: `o${String(index)}`,
    code: `S${String(index)}`,
    title: `Session ${String(index)}`,
    startsAt: isTimed ? startsAt : null,
    endsAt: isTimed ? startsAt.add({ minutes: 60 }) : null,
    day: isTimed ? day.add({ days: index % 3 }) : null,
    room: 'Hall A',
    track: ['Ablation', 'Devices', 'Imaging'][index % 3] ?? '',
    category: index % 20 === 0 ? 'Committee Meeting' : 'Core Curriculum',
    type: index % 7 === 0 ? 'Hands-on' : 'Lecture',
    courseId: null,
    tier: index % 10 === 0 ? 'premier' : null,
    isHighlight: false,
    isWithdrawn: false,
    credits: [
      { creditType: 'ama-pra-1', amount: 100 },
      ...(index % 3 === 0 ? [{ creditType: 'patient-safety', amount: 50 }] : []),
    ],
  };
};
const indexes = Array.from({ length: OFFERINGS }, (_unused, index) => index);
export const sessions = indexes.map((index) => offeringOf(index, index % 15 !== 0));
export const topics = indexes.map((index) => offeringOf(index, false));

const linesOf = (offerings: readonly OfferingView[]): readonly LineView[] =>
  offerings
    .flatMap((offering) => offering.credits.map((credit) => ({ offering, ...credit })))
    .slice(0, LINES);

/** Spread over the programme, so that some run at the same time; all may be claimed. */
export const sessionLines = linesOf(sessions.filter(({ tier }, index) => tier === null && index % 7 < 2));
/** From where the shorter-lived credit has expired, and the other has not. */
export const topicLines = linesOf(topics.slice(OFFERINGS / 2 - LINES / 4));

const creditTypeOf = (key: string, isCategory: boolean): CreditTypeView => ({
  key,
  name: key,
  unit: { one: 'credit', other: 'credits' },
  increment: 25,
  audience: ['physician'],
  isCategory,
});

const evaluationOf = (formKey: string, offeringId: string | null, isComplete: boolean): EvaluationView => ({
  formKey,
  title: 'Evaluation',
  scope: offeringId === null ? 'activity' : 'offering',
  offeringId,
  isComplete,
  requiredCount: 3,
  answeredCount: isComplete ? 3 : 1,
});

/**
 * As the host builds and freezes it for each request: every view is new, so that what plugins remember of an earlier decision
 * does not help them in the next. Offerings and configuration are kept between requests, as in the API.
 */
const contextOf = (over: Partial<DecisionContext>): DecisionContext =>
  deepFreeze({
    tenant: { id: 't', slug: 'society', name: 'Society', timeZone: 'America/Chicago' },
    activity: {
      id: 'a',
      code: 'A26',
      title: 'Scientific Sessions',
      kind: 'meeting',
      basis: 'attended',
      courses: [],
      learningFormat: 'live activity',
      place: null,
      startsOn: day,
      endsOn: day.add({ days: 2 }),
      timeZone: 'America/Chicago',
      parsId: null,
      maxima: { 'ama-pra-1': 2_400 },
    },
    creditTypes: [creditTypeOf('ama-pra-1', false), creditTypeOf('patient-safety', true)],
    learner: {
      id: 'l',
      displayName: 'Chidi Okafor, MD',
      firstName: 'Chidi',
      lastName: 'Okafor',
      credentials: 'MD',
      profession: 'physician',
      badge: '100001',
      tier: 'standard',
      identifiers: {},
    },
    facts: [],
    evidence: [],
    evaluations: [],
    claim: {
      id: 'c',
      state: 'draft',
      isAmendment: false,
      isReopened: false,
      submittedAt: null,
      isAttested: true,
      chosen: { 'ama-pra-1': 500, 'patient-safety': 100 },
    },
    claimedBefore: [],
    inputs: { 'credit-reporting': { consent: true, npi: '1234567893', birthday: '02-29' } },
    now: Temporal.Instant.from(now),
    ...over,
  });

/** Half of the sessions in the cart are evaluated. */
export const meetingContext = (): DecisionContext =>
  contextOf({
    evaluations: [
      evaluationOf('overall', null, true),
      ...sessionLines.map(({ offering }, index) => evaluationOf('session', offering.id, index % 2 === 0)),
    ],
  });

/** The whole catalogue was completed over four years: a quarter of it has expired. */
export const courseContext = (): DecisionContext =>
  contextOf({
    facts: [
      {
        key: 'membership',
        value: 'premium',
        validFrom: null,
        validUntil: null,
        source: 'premium-membership',
      },
    ],
    evidence: topics.map(({ id }, index): EvidenceView => ({
      kind: 'completion',
      offeringId: id,
      source: 'course-completions',
      occurredAt: now.subtract({ hours: 35 * index }),
    })),
  });
