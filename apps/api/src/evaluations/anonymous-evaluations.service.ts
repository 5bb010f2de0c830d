import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v4 as randomUuid } from 'uuid';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { JobQueue } from '../jobs/job-queue.js';
import { DomainError } from '../problem/domain-error.js';
import { Sealing } from '../sealing/sealing.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { PUBLISH_ANSWERS, PUBLISH_DELAY_SECONDS } from './anonymous-publishing.service.js';
import { packAnswers } from './answer-envelope.js';
import { ClosedClaims } from './closed-claims.service.js';
import type { GivenEvaluationDto } from './dto/anonymous-evaluation.dto.js';
import { EvaluationResponse } from './evaluation-response.entity.js';
import {
  type EvaluationReference,
  type EvaluationSubject,
  EvaluationSubjects,
} from './evaluation-subjects.js';
import type { Answers, FormSection } from './form-definition.js';
import {
  type AnswerFault,
  isAnswered,
  progressOf,
  readAnswers,
  visibleAnswers,
  visibleQuestions,
} from './form-logic.js';
import { SealedAnswer } from './sealed-answer.entity.js';

export interface GivenAnswers {
  readonly answers: Readonly<Record<string, unknown>>;
  /** Chosen at random by the device, and the same whenever it sends these answers. */
  readonly ticket: string;
}

/**
 * Takes anonymous answers, whole and once. In one transaction it notes that the learner has answered and puts the
 * answers, sealed, to the others: after a crash there are both or neither, and the device may ask again. See
 * docs/adr/0009.
 */
@Injectable()
export class AnonymousEvaluationsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly subjects: EvaluationSubjects,
    private readonly closed: ClosedClaims,
    private readonly sealing: Sealing,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not_found`; `evaluation.closed`; `evaluation.not_anonymous`; `evaluation.invalid` with every fault and every
   *   answer that is missing; `request.too_large`; `evaluation.already_given` when another device was faster
   */
  async give(
    context: LearnerContext,
    reference: EvaluationReference,
    { answers: sent, ticket }: GivenAnswers,
  ): Promise<GivenEvaluationDto> {
    return this.database.transaction(context, async (manager) => {
      const subject = await this.subjects.find(manager, context, reference);
      if (!subject.form.isAnonymous) throw new DomainError('evaluation.not_anonymous');
      await this.closed.refuse(manager, context, subject);
      const packed = packAnswers(completeAnswers(subject.form.sections, sent));
      if (packed === null) throw new DomainError('request.too_large', { detail: TOO_LONG });
      if (!(await this.note(manager, context, subject, ticket))) {
        await this.refuseOtherTicket(manager, context, subject, ticket);
        return { isComplete: true };
      }
      await manager.insert(SealedAnswer, {
        tenantId: context.tenant.id,
        id: randomUuid(),
        formId: subject.form.id,
        subjectId: subject.subjectId,
        sealed: this.sealing.seal(context, packed),
      });
      const data = { formId: subject.form.id, subjectId: subject.subjectId };
      await this.jobs.enqueue(manager, context, {
        name: PUBLISH_ANSWERS,
        data,
        key: `${data.formId}:${data.subjectId}`,
        startAfterSeconds: PUBLISH_DELAY_SECONDS,
      });
      return { isComplete: true };
    });
  }

  /** @returns false when the learner has answered before */
  private async note(
    manager: EntityManager,
    context: LearnerContext,
    { form, subjectId }: EvaluationSubject,
    ticket: string,
  ): Promise<boolean> {
    // The same for everybody: how many questions an answer brought up would tell the answer.
    const { requiredCount } = progressOf(form.sections, {});
    const midnight = this.clock.now().toZonedDateTimeISO('UTC').startOfDay().toInstant();
    const result = await manager
      .createQueryBuilder()
      .insert()
      .into(EvaluationResponse)
      .values({
        tenantId: context.tenant.id,
        // Version 4: version 7 would tell the millisecond.
        id: randomUuid(),
        formId: form.id,
        activityId: context.actor.activityId,
        learnerId: context.actor.learnerId,
        subjectId,
        answers: {},
        isComplete: true,
        requiredCount,
        answeredCount: requiredCount,
        version: 1,
        updatedAt: midnight,
        ticket,
      })
      .orIgnore()
      .returning(['id'])
      .execute();
    return Array.isArray(result.raw) && result.raw.length > 0;
  }

  private async refuseOtherTicket(
    manager: EntityManager,
    context: LearnerContext,
    { form, subjectId }: EvaluationSubject,
    ticket: string,
  ): Promise<void> {
    const { learnerId } = context.actor;
    const isSame = await manager.existsBy(EvaluationResponse, {
      tenantId: context.tenant.id,
      formId: form.id,
      learnerId,
      subjectId,
      ticket,
    });
    if (!isSame) throw new DomainError('evaluation.already_given');
  }
}

const TOO_LONG =
  'Your answers are longer than an anonymous evaluation can take: about 10,000 characters in all. Please shorten the longest ones.';

/** The answers to what is shown, complete and without a fault; nothing less can be given, since nothing can be mended. */
function completeAnswers(sections: readonly FormSection[], sent: GivenAnswers['answers']): Answers {
  const { answers, faults } = readAnswers(sections, sent);
  const missing = visibleQuestions(sections, answers)
    .filter(({ isRequired, key }) => isRequired && !faults.some(({ field }) => field === key))
    .filter(
      (question) =>
        !isAnswered(question, Object.hasOwn(answers, question.key) ? answers[question.key] : undefined),
    )
    .map(({ key }) => ({ field: key, code: 'answer.missing', message: 'Please answer this question.' }));
  const all: (AnswerFault | (typeof missing)[number])[] = [...faults, ...missing];
  if (all.length > 0) throw new DomainError('evaluation.invalid', { faults: all });
  return visibleAnswers(sections, answers);
}
