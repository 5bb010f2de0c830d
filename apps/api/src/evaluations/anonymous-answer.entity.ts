import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Key, TenantKey } from '../database/columns.js';
import { EvaluationForm } from './evaluation-form.entity.js';
import type { Answers } from './form-definition.js';

/**
 * Answers whose giver nobody can find: no learner, no time, a random id. Whenever further ones come, all of a form
 * and subject are written anew in random order and in one transaction, so that neither place nor version tells
 * which are the new ones.
 */
@Entity('anonymous_answers')
@Index(['tenantId', 'formId', 'subjectId'])
@ForeignKey(() => EvaluationForm, ['tenantId', 'formId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class AnonymousAnswer {
  @TenantKey() tenantId: string;
  /** Random, version 4, and another one after each mixing. */
  @Key() id: string;
  @Column('uuid') formId: string;
  @Column('uuid') subjectId: string;
  @Column('jsonb') answers: Answers;
}
