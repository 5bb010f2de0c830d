import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { CreatedAt, Key, TenantKey } from '../database/columns.js';
import { Activity } from './activity.entity.js';

export interface ImportCounts {
  new: number;
  changed: number;
  unchanged: number;
  /** Gone from the file, but claimed, starred or written about: kept with a notice. */
  withdrawn: number;
  /** Gone from the file, and used by nobody: deleted. */
  removed: number;
}

/** One import that was carried out. */
@Entity('import_runs')
@Index(['tenantId', 'activityId'])
@ForeignKey(() => Activity, ['tenantId', 'activityId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class ImportRun {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') activityId: string;
  @Column('text') kind: 'programme' | 'registrants';
  @Column('text') fileName: string;
  @Column('text') sha256: string;
  @Column('jsonb') counts: ImportCounts;
  @CreatedAt() createdAt: Temporal.Instant;
}
