import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { DomainError, type Fault } from './domain-error.js';

/** Refuses unknown fields and lists every fault, so that a request is mended in one go. */
export const createValidationPipe = () =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new DomainError('request.invalid', { faults: faultsOf(errors) }),
  });

/** Every fault with the path of its field, e.g. `items.3.badge`. */
export function faultsOf(errors: readonly ValidationError[], parent = ''): Fault[] {
  return errors.flatMap((error) => {
    const field = parent === '' ? error.property : `${parent}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      field,
      code: rule === 'whitelistValidation' ? 'unknown_field' : snake(rule),
      message:
        rule === 'whitelistValidation'
          ? `There is no field called "${error.property}" here.`
          : sentence(message),
    }));
    return [...own, ...faultsOf(error.children ?? [], field)];
  });
}

const snake = (rule: string) => rule.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
const sentence = (message: string) =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`;
