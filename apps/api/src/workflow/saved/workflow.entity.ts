import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { CreatedAt, Key, TenantKey } from '../../database/columns.js';
import { Activity } from '../../catalogue/activity.entity.js';

/** One step as it is stored, its secrets sealed; the configuration is parsed with the plugin's class whenever it is used. */
export interface StoredStep {
  plugin: string;
  isEnabled: boolean;
  configVersion: number;
  config: Record<string, unknown>;
}

/** An activity's ordered list of configured plugins. Revisions are kept; the highest is in force. */
@Entity('workflows')
@Index('uq_workflows_activity_id_revision', ['tenantId', 'activityId', 'revision'], { unique: true })
@ForeignKey(() => Activity, ['tenantId', 'activityId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class StoredWorkflow {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') activityId: string;
  @Column('integer') revision: number;
  @Column('jsonb') steps: StoredStep[];
  @CreatedAt() createdAt: Temporal.Instant;
}
