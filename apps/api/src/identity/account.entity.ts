import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { CreatedAt } from '../database/columns.js';

/** A person's own sign-in across tenants. Holds nothing that a tenant knows about the person. */
@Entity('accounts')
@Unique(['email'])
export class Account {
  @PrimaryColumn('uuid') id: string;
  /** Lower case. */
  @Column('text') email: string;
  @Column('text') displayName: string;
  /** Argon2id; null for accounts that sign in elsewhere. */
  @Column('text', { nullable: true }) passwordHash: string | null;
  @CreatedAt() createdAt: Temporal.Instant;
}
