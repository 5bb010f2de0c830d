import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { BoundStatement, PreparedStatement } from '../database/prepared-statement.js';
import type { ClaimantContext, LearnerContext } from '../tenancy/tenant-context.js';
import type { StoredClaim, StoredLine } from '../workflow/inputs/claim-rows.js';

/** What changes in a draft: lines by offering, credit type and amount; removals by offering. */
export interface DraftEdit {
  readonly add: readonly StoredLine[];
  readonly remove: readonly string[];
}

/**
 * Serialises the beginning of drafts per learner and activity, where there is no draft row to lock yet. A learner
 * with two badges has two registrations, and may be signed in with both. What is read before may be old
 * afterwards; read again.
 */
export const lockRegistrations = async (manager: EntityManager, context: ClaimantContext): Promise<void> => {
  const { activityId, learnerId } = context.actor;
  await manager.query(
    `select id from registrations where tenant_id = $1 and activity_id = $2 and learner_id = $3
     order by id for no key update`,
    [context.tenant.id, activityId, learnerId],
  );
};

/**
 * Begins a draft with its lines; an amendment when a claim is in force. The first revision is drawn by lot, so
 * that a device which still shows a draft that was given up can never submit the next one by mistake.
 *
 * @param chosen what it starts from, hundredths by credit type
 */
export const insertDraft = (
  context: LearnerContext,
  amendsClaimId: string | null,
  lines: readonly StoredLine[],
  chosen: StoredClaim['chosen'] = {},
): BoundStatement => ({
  ...INSERT_DRAFT,
  values: [
    context.tenant.id,
    uuid(),
    context.actor.activityId,
    context.actor.learnerId,
    amendsClaimId,
    randomInt(1, 1_000_000_000),
    ...columnsOf(lines),
    JSON.stringify(chosen),
  ],
});

/** Changes the lines of a draft whose row is locked, and what is chosen of them, and lets its revision rise. */
export const updateDraft = (
  context: LearnerContext,
  draft: StoredClaim,
  { add, remove }: DraftEdit,
  chosen = draft.chosen,
): BoundStatement => ({
  ...UPDATE_DRAFT,
  values: [context.tenant.id, draft.id, remove, ...columnsOf(add), JSON.stringify(chosen)],
});

/** Puts other lines in the place of all there are, in a draft whose row is locked. What was chosen begins anew. */
export const replaceLines = async (
  manager: EntityManager,
  context: LearnerContext,
  draft: StoredClaim,
  lines: readonly StoredLine[],
): Promise<void> => {
  const parameters = [context.tenant.id, draft.id];
  await manager.query(`delete from claim_lines where tenant_id = $1 and claim_id = $2`, parameters);
  await manager.query(
    `with draft as (
       update claims set revision = revision + 1, chosen = '{}'
       where tenant_id = $1 and id = $2 and state = 'draft' returning id
     )
     insert into claim_lines (tenant_id, claim_id, offering_id, credit_type, amount, added_from)
     select $1, draft.id, l.* from draft, unnest($3::uuid[], $4::text[], $5::int[], $6::text[]) as l`,
    [...parameters, ...columnsOf(lines)],
  );
};

/** Gives the draft up, with its lines. */
export const deleteDraft = async (
  manager: EntityManager,
  context: LearnerContext,
  draft: StoredClaim,
): Promise<void> => {
  await manager.query(`delete from claims where tenant_id = $1 and id = $2 and state = 'draft'`, [
    context.tenant.id,
    draft.id,
  ]);
};

const columnsOf = (lines: readonly StoredLine[]) => [
  lines.map(({ offeringId }) => offeringId),
  lines.map(({ creditType }) => creditType),
  lines.map(({ amount }) => amount),
  lines.map(({ addedFrom }) => addedFrom),
];

const INSERT_DRAFT: PreparedStatement = {
  name: 'draft-insert',
  text: `with draft as (
       insert into claims (tenant_id, id, activity_id, learner_id, state, amends_claim_id, revision, is_sole,
         chosen)
       select $1, $2, id, $4, 'draft', $5, $6, basis <> 'earned', $11 from activities where tenant_id = $1 and id = $3
       returning id
     )
     insert into claim_lines (tenant_id, claim_id, offering_id, credit_type, amount, added_from)
     select $1, draft.id, l.* from draft, unnest($7::uuid[], $8::text[], $9::int[], $10::text[]) as l`,
};

const UPDATE_DRAFT: PreparedStatement = {
  name: 'draft-update',
  text: `with draft as (
       update claims set revision = revision + 1, chosen = $8
       where tenant_id = $1 and id = $2 and state = 'draft' returning id
     ), removed as (
       delete from claim_lines where tenant_id = $1 and claim_id = $2 and offering_id = any($3::uuid[])
     )
     insert into claim_lines (tenant_id, claim_id, offering_id, credit_type, amount, added_from)
     select $1, draft.id, l.* from draft, unnest($4::uuid[], $5::text[], $6::int[], $7::text[]) as l
     on conflict do nothing`,
};
