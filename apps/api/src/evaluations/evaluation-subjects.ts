import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ProgrammeService } from '../catalogue/programme/programme.service.js';
import { ClaimStandingService } from '../claim-standing/claim-standing.service.js';
import { IN_FORCE, OPEN_OR_IN_FORCE } from '../claim-standing/claim-states.js';
import { queryPrepared, type PreparedStatement } from '../database/prepared-statement.js';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import type { EvaluationForm } from './evaluation-form.entity.js';

/** Which evaluation: a form of the learner's activity, and the offering or claim when the form is about one. */
export interface EvaluationReference {
  readonly formKey: string;
  readonly offeringId: string | null;
  readonly claimId: string | null;
}

/** A form as far as answering goes. */
export type SubjectForm = Omit<EvaluationForm, 'createdAt'>;

/** A form, and what this learner answers it about. */
export interface EvaluationSubject {
  readonly form: SubjectForm;
  /** The activity's, the offering's or the claim's id. */
  readonly subjectId: string;
  /** Whether the learner's claim that it belongs to is in, and no amendment of it open. */
  readonly isSubmitted: boolean;
}

/** Finds what a reference means, and only what is the learner's own. */
@Injectable()
export class EvaluationSubjects {
  constructor(
    private readonly programmes: ProgrammeService,
    private readonly claims: ClaimStandingService,
  ) {}

  /** @throws DomainError `not_found` when the activity has no such form or offering, or the learner no such claim */
  async find(
    manager: EntityManager,
    context: LearnerContext,
    { formKey, offeringId, claimId }: EvaluationReference,
  ): Promise<EvaluationSubject> {
    const { activityId } = context.actor;
    const values = [context.tenant.id, activityId, formKey, context.actor.learnerId];
    const [[found], isThere] = await Promise.all([
      queryPrepared<SubjectForm & { isSubmitted: boolean }>(manager, FIND_FORM, values),
      offeringId !== null
        ? this.programmes.hasOffering(manager, context, activityId, offeringId)
        : claimId === null || this.claims.hasSubmitted(manager, context, claimId),
    ]);
    if (found === undefined) throw noEvaluation();
    if (!isThere) {
      const what = offeringId === null ? 'claim' : 'session';
      throw new DomainError('not_found', { detail: `There is no such ${what}.` });
    }
    const { isSubmitted, ...form } = found;
    const { scope } = form;
    if ((scope === 'offering') !== (offeringId !== null) || (scope === 'claim') !== (claimId !== null)) {
      throw noEvaluation();
    }
    return { form, subjectId: offeringId ?? claimId ?? activityId, isSubmitted };
  }
}

const noEvaluation = (): DomainError =>
  new DomainError('not_found', { detail: 'There is no such evaluation.' });

/** Forms about claims are answered after the submission; the others belong to the one claim there can be. */
const FIND_FORM: PreparedStatement = {
  name: 'evaluation-form',
  text: `select tenant_id as "tenantId", id, activity_id as "activityId", key, title, scope, is_anonymous as "isAnonymous",
      minimum_count as "minimumCount", sections,
      scope <> 'claim' and coalesce((select bool_and(c.${IN_FORCE}) from claims c
        where c.tenant_id = $1 and c.activity_id = $2 and c.learner_id = $4 and c.is_sole
          and c.${OPEN_OR_IN_FORCE}), false) as "isSubmitted"
    from evaluation_forms where tenant_id = $1 and activity_id = $2 and key = $3`,
};
