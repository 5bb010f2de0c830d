import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { InstantColumn, Key, TenantKey } from '../database/columns.js';
import { Learner } from '../learners/learner.entity.js';
import { EvaluationForm } from './evaluation-form.entity.js';
import type { Answers } from './form-definition.js';

/** A learner's answers to a form, saved as they are typed. */
@Entity('evaluation_responses')
@Unique(['tenantId', 'formId', 'learnerId', 'subjectId'])
@Index(['tenantId', 'learnerId', 'activityId'])
@ForeignKey(() => EvaluationForm, ['tenantId', 'formId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Learner, ['tenantId', 'learnerId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class EvaluationResponse {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') formId: string;
  @Column('uuid') activityId: string;
  @Column('uuid') learnerId: string;
  /** What is evaluated: the activity's or the offering's id. */
  @Column('uuid') subjectId: string;
  @Column('jsonb') answers: Answers;
  @Column('boolean', { default: false }) isComplete: boolean;
  @Column('integer', { default: 0 }) requiredCount: number;
  @Column('integer', { default: 0 }) answeredCount: number;
  /** Rises with every save; a save that was typed on an older version is refused. */
  @Column('integer', { default: 1 }) version: number;
  @InstantColumn({ default: () => 'now()' }) updatedAt: Temporal.Instant;
}
