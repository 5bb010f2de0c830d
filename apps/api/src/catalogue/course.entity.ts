import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { Key, TenantKey } from '../database/columns.js';
import { Activity } from './activity.entity.js';

/** A course of an activity: groups its topics, which are offerings, and gets a certificate of its own. */
@Entity('courses')
@Unique(['tenantId', 'activityId', 'code'])
@ForeignKey(() => Activity, ['tenantId', 'activityId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class Course {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') activityId: string;
  @Column('text') code: string;
  @Column('text') title: string;
  /** As the AMA names it, e.g. `enduring material`. */
  @Column('text') learningFormat: string;
  @Column('text', { nullable: true }) parsId: string | null;
  /** Designated maximum in hundredths per credit type key, for the designation statement. */
  @Column('jsonb', { default: {} }) maxima: Record<string, number>;
  /** Statements of this course beside the activity's and the tenant's own. */
  @Column('jsonb', { default: [] }) statements: string[];
  @Column('integer', { default: 0 }) position: number;
}
