import type {
  ActivityView,
  ClaimView,
  CreditTypeView,
  EvaluationView,
  EvidenceView,
  FactView,
  LearnerView,
  LineView,
  OfferingView,
  TenantView,
} from '../views.js';

/**
 * Plausible views for tests; each builder takes what the test is about and fills in the rest. Times are those of
 * a meeting in Chicago in May 2026.
 */
export const aTenant = (over: Partial<TenantView> = {}): TenantView => ({
  id: '00000000-0000-4000-8000-000000000001',
  slug: 'rhythm',
  name: 'Society for Cardiac Rhythm',
  timeZone: 'America/New_York',
  ...over,
});

export const anActivity = (over: Partial<ActivityView> = {}): ActivityView => ({
  id: '00000000-0000-4000-8000-000000000002',
  code: 'SCR26',
  title: 'Scientific Sessions 2026',
  kind: 'meeting',
  basis: 'attended',
  courses: [],
  learningFormat: 'live activity',
  place: 'Chicago, Illinois',
  startsOn: Temporal.PlainDate.from('2026-05-10'),
  endsOn: Temporal.PlainDate.from('2026-05-13'),
  timeZone: 'America/Chicago',
  parsId: null,
  maxima: {},
  ...over,
});

/** AMA PRA Category 1, for physicians. */
export const aCreditType = (over: Partial<CreditTypeView> = {}): CreditTypeView => ({
  key: 'ama-pra-1',
  name: 'AMA PRA Category 1 Credits™',
  unit: { one: 'credit', other: 'credits' },
  increment: 25,
  audience: ['physician'],
  isCategory: false,
  ...over,
});

/** Hours of participation, for everyone. */
export const participationHours = (over: Partial<CreditTypeView> = {}): CreditTypeView =>
  aCreditType({
    key: 'participation',
    name: 'hours of participation',
    unit: { one: 'hour', other: 'hours' },
    audience: [],
    ...over,
  });

export const aLearner = (over: Partial<LearnerView> = {}): LearnerView => ({
  id: '00000000-0000-4000-8000-000000000003',
  displayName: 'Chidi Okafor, MD',
  firstName: 'Chidi',
  lastName: 'Okafor',
  credentials: 'MD',
  profession: 'physician',
  badge: '100001',
  tier: 'premier',
  identifiers: {},
  ...over,
});

let offeringCount = 0;

/** A certified session of one hour on Monday, 9:00 to 10:00; `id` and `code` are new each time. */
export const anOffering = (over: Partial<OfferingView> = {}): OfferingView => {
  offeringCount += 1;
  const number = String(offeringCount);
  return {
    id: `offering-${number}`,
    code: `S${number}`,
    title: `Ablation of Atrial Fibrillation ${number}`,
    startsAt: aMoment('2026-05-11T09:00'),
    endsAt: aMoment('2026-05-11T10:00'),
    day: Temporal.PlainDate.from('2026-05-11'),
    room: 'Hall A',
    track: 'Catheter Ablation',
    category: 'Core Curriculum',
    type: 'Lecture',
    courseId: null,
    tier: null,
    isHighlight: false,
    isWithdrawn: false,
    credits: [
      { creditType: 'ama-pra-1', amount: 100 },
      { creditType: 'participation', amount: 100 },
    ],
    ...over,
  };
};

/** A session with a time of its own, in Chicago: `aSessionAt('2026-05-11T09:45', '2026-05-11T10:45')`. */
export const aSessionAt = (from: string, to: string, over: Partial<OfferingView> = {}): OfferingView =>
  anOffering({
    startsAt: aMoment(from),
    endsAt: aMoment(to),
    day: Temporal.PlainDateTime.from(from).toPlainDate(),
    ...over,
  });

/** A line that claims what the offering carries of a credit type. */
export const aLine = (
  offering: OfferingView = anOffering(),
  creditType = 'ama-pra-1',
  amount = offering.credits.find((credit) => credit.creditType === creditType)?.amount ?? 0,
): LineView => ({ offering, creditType, amount });

export const aClaim = (over: Partial<ClaimView> = {}): ClaimView => ({
  id: '00000000-0000-4000-8000-000000000004',
  state: 'draft',
  isAmendment: false,
  isReopened: false,
  submittedAt: null,
  isAttested: false,
  chosen: {},
  ...over,
});

export const anEvaluation = (over: Partial<EvaluationView> = {}): EvaluationView => ({
  formKey: 'overall',
  title: 'Overall Meeting Evaluation',
  scope: 'activity',
  offeringId: null,
  isComplete: false,
  requiredCount: 12,
  answeredCount: 7,
  ...over,
});

export const anEvidence = (over: Partial<EvidenceView> = {}): EvidenceView => ({
  kind: 'app-flag',
  offeringId: 'offering-1',
  source: 'app-flags',
  occurredAt: aMoment('2026-05-11T10:00'),
  ...over,
});

export const aFact = (over: Partial<FactView> = {}): FactView => ({
  key: 'membership',
  value: 'premium',
  validFrom: null,
  validUntil: null,
  source: 'membership',
  ...over,
});

/** A local date and time in Chicago as an instant. */
export const aMoment = (local: string, timeZone = 'America/Chicago'): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant();
