import { deepFreeze } from '@laurel/plugin-kit';
import type {
  ActivityView,
  ClaimedView,
  CreditTypeView,
  EvaluationView,
  EvidenceView,
  FactView,
  LearnerView,
  TenantView,
} from '@laurel/plugin-kit';
import type { TenantIdentity } from '../../tenancy/tenant-context.js';
import type { StoredClaim } from './claim-rows.js';
import type {
  ActivityRow,
  ClaimedRow,
  ClaimRow,
  CreditTypeRow,
  DecisionRow,
  EvaluationRow,
  EvidenceRow,
  FactRow,
  LearnerRow,
  SocietyRow,
} from './decision-query.js';
import type { Wording } from '../workflow.types.js';

/** Views of rows, frozen deeply so that the runner need not walk them again. */

export const tenantView = (tenant: TenantIdentity, society: SocietyRow): TenantView =>
  Object.freeze({ id: tenant.id, slug: tenant.slug, name: society.displayName, timeZone: society.timeZone });

/** A fresh view per row: `maxima` and days are read, the rest is as stored. */
export const activityView = (row: ActivityRow, society: SocietyRow): ActivityView =>
  Object.freeze({
    id: row.id,
    code: row.code,
    title: row.title,
    kind: row.kind,
    basis: row.basis,
    courses: Object.freeze(
      row.courses.map(({ id, code, title, learningFormat, parsId }) =>
        Object.freeze({ id, code, title, learningFormat, parsId }),
      ),
    ),
    learningFormat: row.learningFormat,
    place: row.place,
    startsOn: Temporal.PlainDate.from(row.startsOn),
    endsOn: Temporal.PlainDate.from(row.endsOn),
    timeZone: row.timeZone ?? society.timeZone,
    parsId: row.parsId,
    maxima: Object.freeze(row.maxima),
  });

export const creditTypeViews = (rows: readonly CreditTypeRow[]): readonly CreditTypeView[] =>
  deepFreeze(
    rows.map(({ key, name, unit, increment, audience, isCategory }) => ({
      key,
      name,
      unit,
      increment,
      audience,
      isCategory,
    })),
  );

export const learnerView = (row: LearnerRow): LearnerView =>
  deepFreeze({
    id: row.id,
    displayName: row.displayName,
    firstName: row.firstName,
    lastName: row.lastName,
    credentials: row.credentials,
    profession: row.profession,
    badge: row.badge,
    tier: row.tier,
    identifiers: row.identifiers,
  });

export const factViews = (rows: readonly FactRow[]): readonly FactView[] =>
  deepFreeze(
    rows.map(({ key, value, source, validFrom, validUntil }) => ({
      key,
      value,
      source,
      validFrom: instantOrNull(validFrom),
      validUntil: instantOrNull(validUntil),
    })),
  );

export const claimedViews = (rows: readonly ClaimedRow[]): readonly ClaimedView[] =>
  deepFreeze(rows.map(({ claimedAt, ...row }) => ({ ...row, claimedAt: Temporal.Instant.from(claimedAt) })));

export const evidenceViews = (rows: readonly EvidenceRow[]): readonly EvidenceView[] =>
  deepFreeze(
    rows.map(({ kind, offeringId, source, occurredAt }) => ({
      kind,
      offeringId,
      source,
      occurredAt: Temporal.Instant.from(occurredAt),
    })),
  );

/**
 * One view per form of the activity, and per form and offering for those about offerings: the offerings of the
 * learner's lines, answered or not, and every offering that was answered.
 */
export const evaluationViews = (
  rows: readonly EvaluationRow[],
  lineOfferingIds: ReadonlySet<string>,
): readonly EvaluationView[] => {
  const views: EvaluationView[] = [];
  for (const [formKey, responses] of Map.groupBy(rows, (row) => row.formKey)) {
    const [form] = responses;
    if (form === undefined) continue;
    const { title, scope, unconditionalCount } = form;
    const untouched = { isComplete: false, requiredCount: unconditionalCount, answeredCount: 0 };
    if (scope === 'activity') {
      views.push({ formKey, title, scope, offeringId: null, ...(progressOf(form) ?? untouched) });
      continue;
    }
    const answered = new Map(responses.map((response) => [response.subjectId, response]));
    const subjects = new Set([...lineOfferingIds, ...answered.keys()].filter((id) => id !== null));
    // The form exists, even while there is nothing to answer it about.
    if (subjects.size === 0) views.push({ formKey, title, scope, offeringId: null, ...untouched });
    for (const offeringId of subjects) {
      const response = answered.get(offeringId);
      const progress = response === undefined ? null : progressOf(response);
      views.push({ formKey, title, scope, offeringId, ...(progress ?? untouched) });
    }
  }
  return deepFreeze(views);
};

const progressOf = ({ isComplete, requiredCount, answeredCount }: EvaluationRow) =>
  requiredCount === null ? null : { isComplete, requiredCount, answeredCount };

export const storedClaim = ({ submittedAt, reopenedAt, ...row }: ClaimRow): StoredClaim =>
  deepFreeze({ ...row, submittedAt: instantOrNull(submittedAt), reopenedAt: instantOrNull(reopenedAt) });

/**
 * The society's own words: keys without a dot are terms (`cart`), those with one replace a plugin's or the
 * host's sentence (`overlap.same-time`, and `overlap.same-time.remedy` for what would help).
 */
export const wordingOf = ({ wording, language }: SocietyRow): Wording => {
  const terms: Record<string, string> = {};
  const messages: Record<string, { text: string; remedy?: string }> = {};
  for (const [key, text] of Object.entries(wording)) {
    if (key.endsWith('.remedy')) continue;
    const remedy = wording[`${key}.remedy`];
    if (!key.includes('.')) terms[key] = text;
    else messages[key] = remedy === undefined ? { text } : { text, remedy };
  }
  return { locale: language === 'en' ? 'en-US' : language, terms, messages };
};

/** Whether the locked row is not the one the rest of the statement saw: somebody was faster. */
export const isStale = (row: DecisionRow, expected: (state: string) => boolean): boolean => {
  const seen = row.claims.find(({ state }) => expected(state));
  if (row.locked === null || seen === undefined) return row.locked !== null || seen !== undefined;
  return (
    row.locked.id !== seen.id || row.locked.state !== seen.state || row.locked.revision !== seen.revision
  );
};

export const instantOrNull = (text: string | null): Temporal.Instant | null =>
  text === null ? null : Temporal.Instant.from(text);
