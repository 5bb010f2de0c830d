import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { DomainError, type Fault } from '../problem/domain-error.js';
import { TenantFile } from './tenant-file.js';

/**
 * A tenant file by itself; what it names is looked up later.
 *
 * @throws DomainError `request.invalid` with every fault
 */
export const readTenantFile = async (raw: unknown): Promise<TenantFile> => {
  const faults: Fault[] = [];
  let file = new TenantFile();
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    faults.push({ field: '', code: 'isObject', message: 'the file must be one object, in braces' });
  } else {
    file = plainToInstance(TenantFile, withoutNulls(raw));
    const errors = await validate(file, { whitelist: true, forbidNonWhitelisted: true });
    faults.push(...errors.flatMap((error) => faultsOf(error, '')));
  }
  if (faults.length > 0) {
    throw new DomainError('request.invalid', {
      detail: 'The tenant file has faults; nothing was changed.',
      faults,
    });
  }
  return file;
};

/** Where null is not the same as left out: a fault, or, in the ways to sign in, a secret taken away. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['wording', 'config', 'maxima', 'sections', 'signIn']);

/** Null means left out. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]: [string, unknown]) => [key, AS_WRITTEN.has(key) ? inner : withoutNulls(inner)]),
  );
};

const faultsOf = (error: ValidationError, parent: string): Fault[] => {
  const field = parent === '' ? error.property : `${parent}.${error.property}`;
  if (error.value === undefined && error.constraints !== undefined) {
    return [{ field, code: 'isDefined', message: `${error.property} is missing` }];
  }
  const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({ field, code, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, field))];
};
