import type { FactValue } from '@laurel/plugin-kit';
import { Column, Entity, ForeignKey } from 'typeorm';
import { InstantColumn, Key, TenantKey } from '../database/columns.js';
import { Learner } from '../learners/learner.entity.js';

/** What a learner put into the form of a requirement; see `FormInputs` of the plugin kit. */
@Entity('form_inputs')
@ForeignKey(() => Learner, ['tenantId', 'learnerId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class FormInput {
  @TenantKey() tenantId: string;
  @Key() learnerId: string;
  @Key() activityId: string;
  @Key('text') formKey: string;
  @Column('jsonb') values: Record<string, FactValue>;
  @InstantColumn({ default: () => 'now()' }) updatedAt: Temporal.Instant;
}
