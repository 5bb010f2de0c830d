import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { InstantColumn, Key, TenantKey } from '../database/columns.js';
import { Learner } from '../learners/learner.entity.js';
import { EvaluationForm } from './evaluation-form.entity.js';
import type { Answers } from './form-definition.js';

/**
 * A learner's answers to a form, saved as they are typed. Of an anonymous form it says only that the learner has
 * answered: no answers, no id that tells the time, no count that depends on the answers, a day and no instant.
 */
@Entity('evaluation_responses')
@Unique(['tenantId', 'formId', 'learnerId', 'subjectId'])
@Index(['tenantId', 'learnerId', 'activityId'])
@Index(['tenantId', 'formId', 'subjectId'])
@Index(['tenantId', 'activityId', 'subjectId'])
@ForeignKey(() => EvaluationForm, ['tenantId', 'formId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Learner, ['tenantId', 'learnerId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class EvaluationResponse {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') formId: string;
  @Column('uuid') activityId: string;
  @Column('uuid') learnerId: string;
  /** What is evaluated: the activity's, the offering's or the claim's id. */
  @Column('uuid') subjectId: string;
  @Column('jsonb') answers: Answers;
  @Column('boolean', { default: false }) isComplete: boolean;
  @Column('integer', { default: 0 }) requiredCount: number;
  @Column('integer', { default: 0 }) answeredCount: number;
  /** Rises with every save; a save that was typed on an older version is refused. */
  @Column('integer', { default: 1 }) version: number;
  /** The first midnight (UTC) of the day, of an anonymous form. */
  @InstantColumn({ default: () => 'now()' }) updatedAt: Temporal.Instant;
  /** What the device chose when it gave anonymous answers, so that it can ask again whether they arrived. */
  @Column('uuid', { nullable: true }) ticket: string | null;
}
