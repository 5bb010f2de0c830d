import { fromDecimal } from '@laurel/credit';
import { ValidateBy } from 'class-validator';

/** Rules of the tenant file that `class-validator` has none for: maps by key, days in order, forms' sections. */
const rule = (name: string, message: string, isKept: (value: unknown, file: object) => boolean) =>
  ValidateBy({
    name,
    validator: {
      validate: (value, about) => isKept(value, about?.object ?? {}),
      defaultMessage: () => message,
    },
  });

/** Amounts of credit by credit type key. What is not an amount would be no maximum at all. */
export const IsMaxima = () =>
  rule(
    'isMaxima',
    '$property must give each credit type a number of credits with at most two decimals, such as {"ama-pra-1": 24.5}',
    (value) => isMapOf(value, isCredit),
  );

/** Words by key. */
export const IsWording = () =>
  rule('isWording', '$property must give each word as a text of at most 500 characters', (value) =>
    isMapOf(value, (word) => typeof word === 'string' && word.length <= 500),
  );

/** A day that is not before another one of the file. */
export const IsNotBefore = (first: string) =>
  rule('isNotBefore', `$property must not be before ${first}`, (value, file) => {
    const other: unknown = Reflect.get(file, first);
    // What is no day at all has a fault of its own. ISO days sort as text.
    return typeof value !== 'string' || typeof other !== 'string' || value.slice(0, 10) >= other.slice(0, 10);
  });

/** The outline of a form; what its questions say is checked when the form is saved. */
export const IsSections = () =>
  rule('isSections', 'each of $property must have a list "questions" of questions', (value) => {
    if (!Array.isArray(value)) return false;
    return value.every((section: unknown) => {
      const questions: unknown = isMap(section) ? section['questions'] : undefined;
      return Array.isArray(questions) && questions.every(isMap);
    });
  });

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMapOf = (value: unknown, isKept: (inner: unknown) => boolean): boolean =>
  isMap(value) && Object.values(value).every(isKept);

function isCredit(value: unknown): boolean {
  if (typeof value !== 'number') return false;
  try {
    return fromDecimal(value) >= 0;
  } catch {
    return false;
  }
}
