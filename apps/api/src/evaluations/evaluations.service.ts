import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../config/clock.js';
import { lastly } from '../database/lastly.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import { MOST_FAULTS } from '../problem/listed-faults.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { ClosedClaims } from './closed-claims.service.js';
import type { EvaluationDto, EvaluationSummaryDto, SavedEvaluationDto } from './dto/evaluation.dto.js';
import type { EvaluationResponse } from './evaluation-response.entity.js';
import {
  type EvaluationReference,
  type EvaluationSubject,
  EvaluationSubjects,
  type SubjectForm,
} from './evaluation-subjects.js';
import { evaluationSummaries } from './evaluation-summaries.js';
import type { Answers } from './form-definition.js';
import { type AnswerFault, progressOf, readAnswers, visibleAnswers } from './form-logic.js';
import { insertResponse, type NewResponse, readResponse, updateResponse } from './response-rows.js';

/** Evaluations as learners fill them in: read, saved while they type, complete or not. */
@Injectable()
export class EvaluationsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly subjects: EvaluationSubjects,
    private readonly closed: ClosedClaims,
    private readonly clock: Clock,
  ) {}

  /** Every evaluation of the learner's activity, and how far the learner is with each. */
  async list(context: LearnerContext): Promise<EvaluationSummaryDto[]> {
    return this.database.transaction(context, (manager) => evaluationSummaries(manager, context));
  }

  /** @throws DomainError `not_found` when the activity has no such form or offering, or the learner no such claim */
  async evaluation(context: LearnerContext, reference: EvaluationReference): Promise<EvaluationDto> {
    return this.database.transaction(context, async (manager) => {
      const opened = await this.subjects.find(manager, context, reference);
      return present(reference, opened.form, await readResponse(manager, context, opened));
    });
  }

  /**
   * Keeps the answers as they are now; they replace what was kept before. Answers that fit no question are told
   * and left out. When the form is complete, answers to questions that are no longer shown are dropped; until
   * then they are kept, because the learner may change their mind.
   *
   * @throws DomainError `not_found`; `evaluation.closed`; `evaluation.anonymous`, whose drafts stay on the device; `evaluation.conflict`, with the evaluation as it stands, when `version` is
   *   not the last: another device was faster. Sending the very same save again is no conflict.
   */
  async save(
    context: LearnerContext,
    reference: EvaluationReference,
    sent: SentAnswers,
  ): Promise<SavedEvaluationDto> {
    // Most saves are first ones; one that is not finds what is there already.
    const first = sent.version === 0 ? await this.saveFirst(context, reference, sent) : null;
    return first ?? this.saveAgain(context, reference, sent);
  }

  /** @returns null when there are answers already */
  private async saveFirst(
    context: LearnerContext,
    reference: EvaluationReference,
    sent: SentAnswers,
  ): Promise<SavedEvaluationDto | null> {
    return this.database.transaction(context, async (manager) => {
      const { opened, next, faults } = await this.read(manager, context, reference, sent);
      return lastly(insertResponse(context, opened, next), (rows) =>
        rows.length === 0 ? null : saved(next, faults),
      );
    });
  }

  private async saveAgain(
    context: LearnerContext,
    reference: EvaluationReference,
    sent: SentAnswers,
  ): Promise<SavedEvaluationDto> {
    return this.database.transaction(context, async (manager) => {
      const { opened, next, faults } = await this.read(manager, context, reference, sent);
      const stored = await readResponse(manager, context, opened, 'for update');
      if (stored !== null && isSameSave(stored, next.answers, sent.version)) return saved(stored, faults);
      if (stored === null || stored.version !== sent.version) {
        throw conflict(present(reference, opened.form, stored));
      }
      await updateResponse(manager, context, stored.id, next);
      return saved(next, faults);
    });
  }

  /** The form, and what was sent as it is to be kept. */
  private async read(
    manager: EntityManager,
    context: LearnerContext,
    reference: EvaluationReference,
    sent: SentAnswers,
  ): Promise<{ opened: EvaluationSubject; next: NewResponse; faults: readonly AnswerFault[] }> {
    const opened = await this.subjects.find(manager, context, reference);
    if (opened.form.isAnonymous) throw new DomainError('evaluation.anonymous');
    await this.closed.refuse(manager, context, opened);
    const { sections } = opened.form;
    const { answers: read, faults } = readAnswers(sections, sent.answers);
    const progress = progressOf(sections, read);
    const answers = progress.isComplete ? visibleAnswers(sections, read) : read;
    const next = { answers, ...progress, version: sent.version + 1, updatedAt: this.clock.now() };
    return { opened, next, faults };
  }
}

/** What a device sends: all answers as they are now, and the version they were changed from. */
interface SentAnswers {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly version: number;
}

/** The save that was acknowledged already, whose acknowledgement was lost on the way; or nothing new. */
const isSameSave = (stored: EvaluationResponse, answers: Answers, version: number): boolean =>
  (stored.version === version || stored.version === version + 1) &&
  isDeepStrictEqual(stored.answers, answers);

const conflict = (current: EvaluationDto): DomainError =>
  new DomainError('evaluation.conflict', {
    detail:
      'These answers were changed on another device. Here is how they stand now; nothing was lost there.',
    extra: { current },
  });

const saved = (response: NewResponse, faults: readonly AnswerFault[]): SavedEvaluationDto => ({
  version: response.version,
  isComplete: response.isComplete,
  requiredCount: response.requiredCount,
  answeredCount: response.answeredCount,
  savedAt: response.updatedAt.toString(),
  faults: faults.slice(0, MOST_FAULTS),
});

const givenProgress = ({ isComplete, requiredCount, answeredCount }: EvaluationResponse) => ({
  isComplete,
  requiredCount,
  answeredCount,
});

function present(
  { offeringId, claimId }: EvaluationReference,
  form: SubjectForm,
  response: EvaluationResponse | null,
): EvaluationDto {
  const answers = response?.answers ?? {};
  return {
    formKey: form.key,
    title: form.title,
    scope: form.scope,
    offeringId,
    claimId,
    isAnonymous: form.isAnonymous,
    sections: form.sections,
    answers,
    version: response?.version ?? 0,
    // Worked out anew rather than read: the form may have been mended since. Anonymous answers are not here.
    ...progressOf(form.sections, answers),
    ...(form.isAnonymous && response !== null ? givenProgress(response) : {}),
  };
}
