import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import {
  type BoundStatement,
  queryPrepared,
  type PreparedStatement,
} from '../database/prepared-statement.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import type { EvaluationResponse } from './evaluation-response.entity.js';
import type { EvaluationSubject } from './evaluation-subjects.js';

/** A learner's answers as they are to be kept. */
export type NewResponse = Pick<
  EvaluationResponse,
  'answers' | 'isComplete' | 'requiredCount' | 'answeredCount' | 'version' | 'updatedAt'
>;

/**
 * The learner's answers to a form about a subject; null before the first save. `lock` keeps them as they are until
 * the transaction ends.
 */
export async function readResponse(
  manager: EntityManager,
  context: LearnerContext,
  { form, subjectId }: EvaluationSubject,
  lock?: 'for update',
): Promise<EvaluationResponse | null> {
  const [row] = await queryPrepared<ResponseRow>(manager, lock === undefined ? READ : READ_LOCKED, [
    context.tenant.id,
    form.id,
    context.actor.learnerId,
    subjectId,
  ]);
  if (row === undefined) return null;
  return { ...row, updatedAt: Temporal.Instant.fromEpochMilliseconds(row.updatedAt.getTime()) };
}

/** Keeps the first answers; gives no row when there are some already. */
export const insertResponse = (
  context: LearnerContext,
  { form, subjectId }: EvaluationSubject,
  response: NewResponse,
): BoundStatement => ({
  ...INSERT,
  values: [
    context.tenant.id,
    uuid(),
    form.id,
    context.actor.activityId,
    context.actor.learnerId,
    subjectId,
    ...columnsOf(response),
  ],
});

/** Replaces answers that were read for update. */
export async function updateResponse(
  manager: EntityManager,
  context: LearnerContext,
  id: string,
  response: NewResponse,
): Promise<void> {
  await queryPrepared(manager, UPDATE, [context.tenant.id, id, ...columnsOf(response)]);
}

const columnsOf = (response: NewResponse) => [
  JSON.stringify(response.answers),
  response.isComplete,
  response.requiredCount,
  response.answeredCount,
  response.version,
  response.updatedAt.toString(),
];

type ResponseRow = Omit<EvaluationResponse, 'updatedAt'> & { updatedAt: Date };

const COLUMNS = `tenant_id as "tenantId", id, form_id as "formId", activity_id as "activityId", learner_id as "learnerId",
  subject_id as "subjectId", answers, is_complete as "isComplete", required_count as "requiredCount",
  answered_count as "answeredCount", version, updated_at as "updatedAt", ticket`;

const READ: PreparedStatement = {
  name: 'evaluation-response',
  text: `select ${COLUMNS} from evaluation_responses
    where tenant_id = $1 and form_id = $2 and learner_id = $3 and subject_id = $4`,
};

const READ_LOCKED: PreparedStatement = {
  name: 'evaluation-response-locked',
  text: `${READ.text} for update`,
};

const INSERT: PreparedStatement = {
  name: 'evaluation-response-insert',
  text: `insert into evaluation_responses (tenant_id, id, form_id, activity_id, learner_id, subject_id, answers,
      is_complete, required_count, answered_count, version, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    on conflict do nothing returning id`,
};

const UPDATE: PreparedStatement = {
  name: 'evaluation-response-update',
  text: `update evaluation_responses set answers = $3, is_complete = $4, required_count = $5, answered_count = $6,
      version = $7, updated_at = $8
    where tenant_id = $1 and id = $2`,
};
