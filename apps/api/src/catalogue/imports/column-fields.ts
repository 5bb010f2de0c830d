import { DomainError } from '../../problem/domain-error.js';
import type { ColumnSpec } from '../importers/column-mapping.js';

/**
 * Refuses a mapping of columns to fields that there are not: it would be passed over, and the column with it.
 *
 * @param kind the prefix of fields that there are many of, `credits` or `boardIds`
 * @throws DomainError `request.invalid` with each, and the fields there are
 */
export const requireKnownFields = (
  mapping: Readonly<Record<string, string>> | undefined,
  columns: readonly ColumnSpec<string>[],
  kind: string,
): void => {
  const known = columns.map(({ field }) => field);
  const unknown = Object.keys(mapping ?? {}).filter(
    (field) => !known.includes(field) && !field.startsWith(`${kind}.`),
  );
  if (unknown.length === 0) return;
  throw new DomainError('request.invalid', {
    faults: unknown.map((field) => ({
      field: 'map',
      code: 'field.unknown',
      message: `There is no field “${field.slice(0, 60)}”. There are: ${known.join(', ')}, ${kind}.<key>.`,
    })),
  });
};
