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
  const file = plainToInstance(TenantFile, raw ?? {});
  const errors = await validate(file, { whitelist: true, forbidNonWhitelisted: true });
  const faults = errors.flatMap((error) => faultsOf(error, ''));
  if (faults.length > 0) {
    throw new DomainError('request.invalid', {
      detail: 'The tenant file has faults; nothing was changed.',
      faults,
    });
  }
  return file;
};

const faultsOf = (error: ValidationError, parent: string): Fault[] => {
  const field = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({ field, code, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, field))];
};
