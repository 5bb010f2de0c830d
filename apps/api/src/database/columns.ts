import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

/**
 * Columns that every entity shares, so that a tenant's key, an instant or a day looks the same everywhere.
 * Instants are `timestamptz(3)` and `Temporal.Instant` in code; days are `date` and `Temporal.PlainDate`.
 */

const instant = {
  from: (stored: Date | null) =>
    stored === null ? null : Temporal.Instant.fromEpochMilliseconds(stored.getTime()),
  to: (value: unknown) => (value instanceof Temporal.Instant ? new Date(value.epochMilliseconds) : value),
};

const plainDate = {
  from: (stored: string | null) => (stored === null ? null : Temporal.PlainDate.from(stored)),
  to: (value: unknown) => (value instanceof Temporal.PlainDate ? value.toString() : value),
};

/** `tenant_id`, first in the primary key of every tenant table. */
export const TenantKey = () => PrimaryColumn('uuid', { name: 'tenant_id' });

/** A further part of the primary key, after the tenant. */
export const Key = (type: 'uuid' | 'text' = 'uuid') => PrimaryColumn(type);

export const InstantColumn = (options: ColumnOptions = {}) =>
  Column({ type: 'timestamp with time zone', precision: 3, transformer: instant, ...options });

export const DayColumn = (options: ColumnOptions = {}) =>
  Column({ type: 'date', transformer: plainDate, ...options });

/** Set by the database when the row is written. */
export const CreatedAt = () => InstantColumn({ default: () => 'now()' });
