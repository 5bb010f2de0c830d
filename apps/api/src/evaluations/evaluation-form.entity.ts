import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { CreatedAt, Key, TenantKey } from '../database/columns.js';
import { Activity } from '../catalogue/activity.entity.js';
import type { FormScope, FormSection } from './form-definition.js';

/** A form about an activity, an offering, or a claim that was submitted. */
@Entity('evaluation_forms')
@Unique(['tenantId', 'activityId', 'key'])
@ForeignKey(() => Activity, ['tenantId', 'activityId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class EvaluationForm {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') activityId: string;
  @Column('text') key: string;
  @Column('text') title: string;
  @Column('text') scope: FormScope;
  /** That somebody answered is known, what they answered cannot be linked to them. Never changes. */
  @Column('boolean', { default: false }) isAnonymous: boolean;
  /** Anonymous answers are published this many at once, never fewer. */
  @Column('integer', { default: 5 }) minimumCount: number;
  @Column('jsonb') sections: FormSection[];
  @CreatedAt() createdAt: Temporal.Instant;
}
