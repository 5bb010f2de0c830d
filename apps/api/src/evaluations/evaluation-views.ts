import { OPEN_OR_IN_FORCE } from '../claim-standing/claim-states.js';
import type { EntityManager } from 'typeorm';
import type { EvaluationView } from '@laurel/plugin-kit';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import type { FormSection } from './form-definition.js';
import { progressOf } from './form-logic.js';

interface ViewRow {
  readonly key: string;
  readonly title: string;
  readonly scope: 'activity' | 'offering';
  readonly subject_id: string;
  readonly is_complete: boolean | null;
  readonly required_count: number | null;
  readonly answered_count: number | null;
  /** Only of a form that was not begun; a response carries its own counts. */
  readonly sections: FormSection[] | null;
}

/**
 * The forms of the learner's activity, in one statement. A form about offerings is there once for each offering
 * in the learner's open claim, and for each the learner has answered it for.
 */
export async function evaluationViews(
  manager: EntityManager,
  context: LearnerContext,
): Promise<EvaluationView[]> {
  const { learnerId, activityId } = context.actor;
  const rows = await manager.query<ViewRow[]>(VIEWS, [context.tenant.id, activityId, learnerId]);
  return rows.map((row) => {
    const offeringId = row.scope === 'offering' ? row.subject_id : null;
    const { key: formKey, title, scope } = row;
    const progress =
      row.sections === null
        ? {
            isComplete: row.is_complete ?? false,
            requiredCount: row.required_count ?? 0,
            answeredCount: row.answered_count ?? 0,
          }
        : { ...progressOf(row.sections, {}), isComplete: false };
    return { formKey, title, scope, offeringId, ...progress };
  });
}

const VIEWS = `
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
  )
  select f.key, f.title, f.scope, s.subject_id, r.is_complete, r.required_count, r.answered_count,
    case when r.id is null then f.sections end as sections
  from subjects s
  join evaluation_forms f on f.tenant_id = $1 and f.id = s.form_id
  left join evaluation_responses r
    on r.tenant_id = $1 and r.form_id = f.id and r.learner_id = $3 and r.subject_id = s.subject_id
  order by f.created_at, f.key, s.subject_id
`;
