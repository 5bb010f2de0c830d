import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
const table = (tableOrName: Table | string) => {
  const name = typeof tableOrName === 'string' ? tableOrName : tableOrName.name;
  return name.split('.').at(-1) ?? name;
};
/** PostgreSQL cuts identifiers at 63 bytes; a silent cut could make two names one. */
const bounded = (name: string) => {
  if (name.length > 63) throw new Error(`Constraint name is longer than 63 characters, give it one: ${name}`);
  return name;
};
/** `tenant_id` is in every constraint, so naming it would say nothing. */
const columns = (names: string[]) => {
  const own = names.filter((name) => name !== 'tenant_id').map(snake);
  return own.length > 0 ? own.join('_') : 'tenant_id';
};

/** Snake case throughout, and constraint names a person can read in an error message. */
export class ReadableNamingStrategy extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined) {
    return customName ?? snake(propertyName);
  }
  override primaryKeyName(tableOrName: Table | string) {
    return bounded(`pk_${table(tableOrName)}`);
  }
  override foreignKeyName(tableOrName: Table | string, columnNames: string[]) {
    return bounded(`fk_${table(tableOrName)}_${columns(columnNames)}`);
  }
  override uniqueConstraintName(tableOrName: Table | string, columnNames: string[]) {
    return bounded(`uq_${table(tableOrName)}_${columns(columnNames)}`);
  }
  override indexName(tableOrName: Table | string, columnNames: string[]) {
    return bounded(`ix_${table(tableOrName)}_${columns(columnNames)}`);
  }
}
