import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/columns.js';

/** Tries at signing in to accounts, counted for all societies together: an account is one and the same in each. */
@Entity('account_throttles')
@Index(['windowStartedAt'])
export class AccountThrottle {
  /** SHA-256 of whom or what it counts; neither addresses nor mail addresses are kept. */
  @PrimaryColumn('text') key: string;
  @InstantColumn() windowStartedAt: Temporal.Instant;
  @Column('integer') failures: number;
}
