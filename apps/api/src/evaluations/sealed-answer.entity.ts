import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Key, TenantKey } from '../database/columns.js';
import { EvaluationForm } from './evaluation-form.entity.js';

/**
 * Anonymous answers on their way to the others: sealed with a key that is not in the database, all of one length,
 * without a learner or a time. They are opened and mixed when there are enough of them.
 */
@Entity('sealed_answers')
@Index(['tenantId', 'formId', 'subjectId'])
@ForeignKey(() => EvaluationForm, ['tenantId', 'formId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class SealedAnswer {
  @TenantKey() tenantId: string;
  /** Random, version 4: it tells no time. */
  @Key() id: string;
  @Column('uuid') formId: string;
  @Column('uuid') subjectId: string;
  @Column('text') sealed: string;
}
