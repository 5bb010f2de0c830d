import type { RouteHandler } from 'fastify';
import type pg from 'pg';
import { WRITE_SUBMISSION } from '../../../apps/api/src/claims/submission-rows.js';
import { decisionQuery, type DecisionRow } from '../../../apps/api/src/workflow/inputs/decision-query.js';
import { inSession } from './bare-transaction.js';

/** What the API wrote for another learner's equal draft; written again as it stands, since nothing is decided here. */
interface Sample {
  workflow_revision: number;
  credits: unknown;
  attestation: string;
  entries: unknown;
  request_hash: string;
  response: unknown;
}

const SAMPLE = `
select c.workflow_revision, c.credits, c.attestation, t.entries, k.request_hash, k.response
from claims c
join decision_trails t on t.tenant_id = c.tenant_id and t.claim_id = c.id
join idempotency_keys k on k.tenant_id = c.tenant_id and k.learner_id = c.learner_id
where c.tenant_id = $1 limit 1`;

/** The same statements by hand: session, inputs with the draft locked, and everything a submission writes. */
export const submitClaim = (pool: pg.Pool, tenantId: string): RouteHandler => {
  let known: Sample | undefined;
  return (request, reply) =>
    inSession(pool, tenantId, request, async (client, session) => {
      known ??= (await client.query<Sample>(SAMPLE, [tenantId])).rows[0];
      if (known === undefined) throw new Error('The API has submitted nothing yet');
      const { learner_id, activity_id, registration_id, csrf_token } = session;
      if (request.headers['x-csrf-token'] !== csrf_token) throw new Error('The token is wrong');
      const inputs = await client.query<DecisionRow>(decisionQuery('draft'), [
        tenantId,
        activity_id,
        learner_id,
        registration_id,
        null,
      ]);
      const draft = inputs.rows[0]?.claims[0];
      if (draft?.state !== 'draft') throw new Error('There is no draft');
      await client.query(WRITE_SUBMISSION, [
        tenantId,
        draft.id,
        'submitted',
        known.workflow_revision,
        JSON.stringify(known.credits),
        null,
        known.attestation,
        new Date(),
        draft.lines.map(({ offeringId }) => offeringId),
        draft.lines.map(({ creditType }) => creditType),
        draft.lines.map(({ amount }) => amount),
        JSON.stringify(known.entries),
        '[]',
        learner_id,
        request.headers['idempotency-key'],
        known.request_hash,
        JSON.stringify(known.response),
        '[]',
        [],
        [],
      ]);
      void reply.code(201);
      return known.response;
    });
};
