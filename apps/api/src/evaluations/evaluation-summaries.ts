import { OPEN_OR_IN_FORCE } from '../claim-standing/claim-states.js';
import type { EntityManager } from 'typeorm';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import type { EvaluationSummaryDto } from './dto/evaluation.dto.js';
import type { FormScope, FormSection } from './form-definition.js';
import { progressOf } from './form-logic.js';

interface SummaryRow {
  readonly key: string;
  readonly title: string;
  readonly scope: FormScope;
  readonly is_anonymous: boolean;
  readonly subject_id: string;
  readonly is_begun: boolean;
  readonly is_complete: boolean | null;
  readonly required_count: number | null;
  readonly answered_count: number | null;
  /** Only of a form that was not begun; a response carries its own counts. */
  readonly sections: FormSection[] | null;
}

/**
 * The forms of the learner's activity, in one statement. A form about offerings is there once for each offering
 * in the learner's open claim, and for each the learner has answered it for; one about claims for each of the
 * newest claims submitted.
 */
export async function evaluationSummaries(
  manager: EntityManager,
  context: LearnerContext,
): Promise<EvaluationSummaryDto[]> {
  const { learnerId, activityId } = context.actor;
  const rows = await manager.query<SummaryRow[]>(SUMMARIES, [context.tenant.id, activityId, learnerId]);
  return rows.map((row) => {
    const { key: formKey, title, scope, subject_id: subjectId, is_anonymous: isAnonymous } = row;
    const offeringId = scope === 'offering' ? subjectId : null;
    const claimId = scope === 'claim' ? subjectId : null;
    const progress =
      row.sections === null
        ? {
            isComplete: row.is_complete ?? false,
            requiredCount: row.required_count ?? 0,
            answeredCount: row.answered_count ?? 0,
          }
        : { ...progressOf(row.sections, {}), isComplete: false };
    return { formKey, title, scope, offeringId, claimId, isAnonymous, isBegun: row.is_begun, ...progress };
  });
}

const SUMMARIES = `
  with subjects as (
    select id as form_id, activity_id as subject_id
    from evaluation_forms
    where tenant_id = $1 and activity_id = $2 and scope = 'activity'
    union
    select r.form_id, r.subject_id
    from evaluation_responses r
    where r.tenant_id = $1 and r.activity_id = $2 and r.learner_id = $3
    union
    select f.id, l.offering_id
    from evaluation_forms f
    join claims c on c.tenant_id = $1 and c.activity_id = $2 and c.learner_id = $3
      and c.${OPEN_OR_IN_FORCE}
    join claim_lines l on l.tenant_id = $1 and l.claim_id = c.id
    where f.tenant_id = $1 and f.activity_id = $2 and f.scope = 'offering'
    union
    select f.id, c.id
    from evaluation_forms f
    join lateral (
      select id from claims
      where tenant_id = $1 and activity_id = $2 and learner_id = $3 and state in ('submitted', 'certified', 'held')
      order by submitted_at desc limit 20) c on true
    where f.tenant_id = $1 and f.activity_id = $2 and f.scope = 'claim'
  )
  select f.key, f.title, f.scope, f.is_anonymous, s.subject_id, r.is_complete, r.required_count, r.answered_count,
    coalesce(r.is_complete or r.answers <> '{}', false) as is_begun,
    case when r.id is null then f.sections end as sections
  from subjects s
  join evaluation_forms f on f.tenant_id = $1 and f.id = s.form_id
  left join evaluation_responses r
    on r.tenant_id = $1 and r.form_id = f.id and r.learner_id = $3 and r.subject_id = s.subject_id
  order by f.created_at, f.key, s.subject_id
`;
