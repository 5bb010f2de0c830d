import type { ClaimStateInForce } from '@laurel/credit';
import type { ClaimBasis, FactValue, FormInputs } from '@laurel/plugin-kit';
import { IN_FORCE } from '../../claim-standing/claim-states.js';
import type { PreparedStatement } from '../../database/prepared-statement.js';
import type { ClaimedCredit } from './claim-rows.js';

/** Which claim the statement locks until the transaction ends. */
export type ClaimLock = 'none' | 'draft' | 'in-force';

/**
 * Everything a decision about one learner at one activity looks at, as one row of JSON: a round trip to the
 * database costs more than all of these index look-ups. Parameters: tenant, activity, learner, registration, and the
 * claim in force that is asked about where there can be several, else null.
 *
 * A locking read sees the newest version of the row it waited for, while the rest of the statement still sees the
 * older snapshot; `locked` beside the claims lets the caller notice and read again.
 */
export const decisionQuery = (lock: ClaimLock): PreparedStatement => ({
  name: `decide-${lock}`,
  text: `
with locked as materialized (
  select id, state, revision from claims
  where tenant_id = $1 and activity_id = $2 and learner_id = $3 and ${LOCKED[lock]}
)
select
  (select json_build_object('id', id, 'state', state, 'revision', revision) from locked) as locked,
  (select to_json(a) from (
    select id, code, kind, basis, title, learning_format as "learningFormat", place, starts_on as "startsOn",
      ends_on as "endsOn", time_zone as "timeZone", pars_id as "parsId", maxima, statements, signatures,
      is_open as "isOpen", programme_revision as "programmeRevision",
      (select coalesce(json_agg(o order by o.position, o.code), '[]') from (
        select id, code, title, learning_format as "learningFormat", pars_id as "parsId", maxima, statements, position
        from courses where tenant_id = $1 and activity_id = $2) o) as courses
    from activities where tenant_id = $1 and id = $2) a) as activity,
  (select to_json(p) from (
    select display_name as "displayName", short_name as "shortName", time_zone as "timeZone", language, theme,
      wording, support, statements
    from tenant_profiles where tenant_id = $1) p) as society,
  (select coalesce(json_agg(t order by t.position, t.key), '[]') from (
    select key, name, short_name as "shortName", unit, increment, audience, is_category as "isCategory",
      is_italic as "isItalic", statements, position
    from credit_types where tenant_id = $1) t) as "creditTypes",
  (select to_json(l) from (
    select l.id, first_name as "firstName", last_name as "lastName", display_name as "displayName", credentials,
      profession, email, identifiers, r.badge, r.tier
    from learners l left join registrations r on r.tenant_id = $1 and r.id = $4 and r.learner_id = l.id
    where l.tenant_id = $1 and l.id = $3) l) as learner,
  (select coalesce(json_agg(f), '[]') from (
    select key, value, source, valid_from as "validFrom", valid_until as "validUntil"
    from facts where tenant_id = $1 and learner_id = $3 order by key, source, source_key) f) as facts,
  (select coalesce(json_agg(e), '[]') from (
    select kind, offering_id as "offeringId", source, occurred_at as "occurredAt" from (
      select v.* from evidence v
      where v.tenant_id = $1 and v.learner_id = $3 and v.activity_id = $2 and ${ATTENDED}
      union all
      select v.* from (select distinct offering_id from (${ASKED_ABOUT}) a) n
      join evidence v on v.tenant_id = $1 and v.learner_id = $3 and v.activity_id = $2 and v.offering_id = n.offering_id
      where not ${ATTENDED}) v
    order by occurred_at, source, source_key) e) as evidence,
  (select coalesce(json_agg(v), '[]') from (
    select f.key as "formKey", f.title, f.scope, r.subject_id as "subjectId",
      coalesce(r.is_complete, false) as "isComplete", coalesce(r.answered_count, 0) as "answeredCount",
      r.required_count as "requiredCount", f.questions as "unconditionalCount"
    from (
      select id, key, title, scope,
        jsonb_array_length(jsonb_path_query_array(sections, ${UNCONDITIONAL})) as questions
      from evaluation_forms where tenant_id = $1 and activity_id = $2 and scope <> 'claim'
      ${ONCE_PER_FORM}) f
    left join evaluation_responses r
      on r.tenant_id = $1 and r.form_id = f.id and r.learner_id = $3 and r.activity_id = $2
    order by f.key, r.subject_id) v) as evaluations,
  (select coalesce(json_agg(c), '[]') from (
    select id, state, revision, amends_claim_id as "amendsClaimId", credits, held_reason as "heldReason",
      submitted_at as "submittedAt", reopened_at as "reopenedAt", workflow_revision as "workflowRevision",
      documents_revision as "documentsRevision", chosen,
      (select coalesce(json_agg(n), '[]') from (
        select offering_id as "offeringId", credit_type as "creditType", amount, added_from as "addedFrom"
        from claim_lines where tenant_id = $1 and claim_id = c.id
        order by added_at, offering_id, credit_type collate "C") n) as lines
    from claims c
    where tenant_id = $1 and activity_id = $2 and learner_id = $3
      and (state = 'draft' or (is_sole and $5::uuid is null and ${IN_FORCE}) or (id = $5 and ${IN_FORCE}))) c) as claims,
  (select to_json(max(revoked_at)) from claims
    where tenant_id = $1 and activity_id = $2 and learner_id = $3 and is_sole and state = 'revoked') as "revokedAt",
  (select coalesce(json_agg(b), '[]') from (
    select offering_id as "offeringId", credit_type as "creditType", amount, claimed_at as "claimedAt"
    from claimed_credits
    where tenant_id = $1 and learner_id = $3 and claim_id is distinct from $5 and offering_id in (${ASKED_ABOUT})) b)
    as "claimedBefore",
  (select coalesce(json_object_agg(form_key, "values"), '{}')
    from form_inputs where tenant_id = $1 and learner_id = $3 and activity_id = $2) as inputs,
  (select coalesce(json_object_agg(key, revision), '{}') from (
    select key, max(revision) as revision from certificate_templates where tenant_id = $1 group by key) d) as templates,
  (select max(revision) from workflows where tenant_id = $1 and activity_id = $2) as "workflowRevision"
`,
});

/**
 * Where credit is earned, an account may hold tens of thousands of completions; a decision looks at those of the
 * draft's lines alone, or of the claim that is asked about.
 */
const ATTENDED = `exists (select from activities where tenant_id = $1 and id = $2 and basis = 'attended')`;
const ASKED_ABOUT = `select n.offering_id from claims d join claim_lines n on n.tenant_id = $1 and n.claim_id = d.id
      where d.tenant_id = $1 and d.activity_id = $2 and d.learner_id = $3 and (d.state = 'draft' or d.id = $5)`;

/** Keeps PostgreSQL from pulling the count up, where it would be made anew for each of the form's responses. */
const ONCE_PER_FORM = 'offset 0';

/** Before the first answer only questions without a condition are asked. */
const UNCONDITIONAL = `'$[*].questions[*] ? (@.isRequired == true && !(exists(@.showIf)))'`;

const LOCKED: Readonly<Record<ClaimLock, string>> = {
  none: 'false',
  draft: `state = 'draft' for update`,
  'in-force': `((is_sole and $5::uuid is null) or id = $5) and ${IN_FORCE} for update`,
};

/** The row as JSON delivers it: instants and days are text. */
export interface DecisionRow {
  readonly locked: { readonly id: string; readonly state: string; readonly revision: number } | null;
  readonly activity: ActivityRow | null;
  readonly society: SocietyRow | null;
  readonly creditTypes: readonly CreditTypeRow[];
  readonly learner: LearnerRow | null;
  readonly facts: readonly FactRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly evaluations: readonly EvaluationRow[];
  readonly claims: readonly ClaimRow[];
  /** When the last of the claims that were revoked was. */
  readonly revokedAt: string | null;
  /** Newest revision by key. */
  readonly templates: Readonly<Record<string, number>>;
  readonly claimedBefore: readonly ClaimedRow[];
  readonly inputs: FormInputs;
  readonly workflowRevision: number | null;
}

export interface ActivityRow {
  readonly id: string;
  readonly code: string;
  readonly kind: 'meeting' | 'course' | 'journal' | 'other';
  readonly basis: ClaimBasis;
  readonly title: string;
  readonly learningFormat: string;
  readonly place: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly timeZone: string | null;
  readonly parsId: string | null;
  readonly maxima: Readonly<Record<string, number>>;
  readonly statements: readonly string[];
  readonly signatures: readonly { readonly name: string; readonly role: string }[];
  readonly isOpen: boolean;
  readonly programmeRevision: number;
  readonly courses: readonly CourseRow[];
}

export interface CourseRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly learningFormat: string;
  readonly parsId: string | null;
  readonly maxima: Readonly<Record<string, number>>;
  readonly statements: readonly string[];
}

export interface ClaimedRow {
  readonly offeringId: string;
  readonly creditType: string;
  readonly amount: number;
  readonly claimedAt: string;
}

/** How the society looks and speaks. */
export interface SocietyRow {
  readonly displayName: string;
  readonly shortName: string;
  readonly timeZone: string;
  readonly language: string;
  readonly theme: { readonly accent: string; readonly logoSvg: string | null };
  readonly wording: Readonly<Record<string, string>>;
  readonly support: { readonly email: string };
  readonly statements: { readonly accreditation: string };
}

export interface CreditTypeRow {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly unit: { readonly one: string; readonly other: string };
  readonly increment: number;
  readonly audience: readonly string[];
  readonly isCategory: boolean;
  /** Documents set its words in italics. */
  readonly isItalic: boolean;
  /** What documents say of it, see `CreditTypeStatements`. */
  readonly statements: { readonly credit: string; readonly participation: string };
}

export interface LearnerRow {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly displayName: string;
  readonly credentials: string;
  readonly profession: string;
  readonly email: string | null;
  readonly identifiers: Readonly<Record<string, string>>;
  readonly badge: string | null;
  readonly tier: string | null;
}

export interface FactRow {
  readonly key: string;
  readonly value: FactValue;
  readonly source: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

export interface EvidenceRow {
  readonly kind: string;
  readonly offeringId: string;
  readonly source: string;
  readonly occurredAt: string;
}

export interface EvaluationRow {
  readonly formKey: string;
  readonly title: string;
  readonly scope: 'activity' | 'offering';
  /** The activity or offering that was evaluated; `null` before the first answer. */
  readonly subjectId: string | null;
  readonly isComplete: boolean;
  /** `null` before the first answer. */
  readonly requiredCount: number | null;
  readonly answeredCount: number;
  readonly unconditionalCount: number;
}

export interface ClaimRow {
  readonly id: string;
  readonly state: 'draft' | ClaimStateInForce;
  readonly revision: number;
  readonly amendsClaimId: string | null;
  readonly credits: readonly ClaimedCredit[];
  readonly heldReason: string | null;
  readonly submittedAt: string | null;
  readonly reopenedAt: string | null;
  readonly workflowRevision: number | null;
  readonly documentsRevision: number | null;
  readonly chosen: Readonly<Record<string, number>>;
  readonly lines: readonly {
    readonly offeringId: string;
    readonly creditType: string;
    readonly amount: number;
    readonly addedFrom: string;
  }[];
}
