import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { deepFreeze } from '../deep-freeze.js';
import type { ConfigClass } from '../plugin.js';

export interface ConfigFault {
  /** Where, e.g. `documents.0.title`; empty for the configuration as a whole. */
  readonly path: string;
  readonly reason: string;
}

/** A configuration that cannot be used; `faults` names every field that is wrong. */
export class ConfigRefusedError extends Error {
  override readonly name = 'ConfigRefusedError';

  constructor(readonly faults: readonly ConfigFault[]) {
    super(faults.map(({ path, reason }) => (path === '' ? reason : `${path}: ${reason}`)).join('; '));
  }
}

/**
 * Reads a stored or submitted configuration into the plugin's class, strictly: unknown fields are refused,
 * nothing is converted. `null` means that a field is not set, as forms send it. The instance is deeply frozen.
 *
 * @throws ConfigRefusedError with every fault.
 */
export const parseConfig = <Config extends object>(config: ConfigClass<Config>, stored: unknown): Config => {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) {
    throw new ConfigRefusedError([{ path: '', reason: 'the configuration must be an object of fields' }]);
  }
  const instance = plainToInstance(config, withoutNulls(stored), { exposeDefaultValues: true });
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  });
  // A class without any decorator has no metadata, which the library calls an unknown value.
  const isBare = errors.some(({ constraints }) => constraints?.['unknownValue'] !== undefined);
  const faults = isBare
    ? Object.keys(stored).map((path) => ({ path, reason: `property ${path} should not exist` }))
    : errors.flatMap((error) => faultsOf(error, []));
  if (faults.length > 0) throw new ConfigRefusedError(faults);
  return deepFreeze(instance);
};

const withoutNulls = (value: object): object =>
  Array.isArray(value)
    ? value.map((item: unknown) => (isObject(item) ? withoutNulls(item) : item))
    : Object.fromEntries(
        Object.entries(value)
          .filter(([, field]) => field !== null)
          .map(([key, field]: [string, unknown]) => [key, isObject(field) ? withoutNulls(field) : field]),
      );

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const faultsOf = (error: ValidationError, above: readonly string[]): readonly ConfigFault[] => {
  const path = [...above, error.property];
  return [
    ...Object.values(error.constraints ?? {}).map((reason) => ({ path: path.join('.'), reason })),
    ...(error.children ?? []).flatMap((child) => faultsOf(child, path)),
  ];
};
