import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { CreatedAt, Key, TenantKey } from '../database/columns.js';
import { Activity } from '../catalogue/activity.entity.js';
import type { FormSection } from './form-definition.js';

/** A form about an activity or an offering. */
@Entity('evaluation_forms')
@Unique(['tenantId', 'activityId', 'key'])
@ForeignKey(() => Activity, ['tenantId', 'activityId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class EvaluationForm {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') activityId: string;
  @Column('text') key: string;
  @Column('text') title: string;
  @Column('text') scope: 'activity' | 'offering';
  @Column('jsonb') sections: FormSection[];
  @CreatedAt() createdAt: Temporal.Instant;
}
