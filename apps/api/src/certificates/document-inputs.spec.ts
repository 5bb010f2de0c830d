import { describe, expect, it } from '@jest/globals';
import type { DocumentOffer } from '@laurel/plugin-kit';
import { DomainError } from '../problem/domain-error.js';
import { readInputs } from './document-inputs.js';

const offerWith = (pattern: string) =>
  ({ inputs: [{ key: 'number', label: 'member number', pattern }] }) as unknown as DocumentOffer;

const faultsOf = (pattern: string, number: string) => {
  try {
    readInputs(offerWith(pattern), { number }, {});
  } catch (error) {
    if (error instanceof DomainError) return error.details.faults;
    throw error;
  }
  return [];
};

const refused = [
  { field: 'inputs.number', code: 'input.pattern', message: 'member number does not look right.' },
];

describe('what is given for a document', () => {
  it('is taken when all of it matches the pattern', () => {
    expect(readInputs(offerWith('[0-9]+'), { number: ' 1234 ' }, {})).toEqual({ number: '1234' });
    expect(faultsOf('[0-9]+', '1234x')).toEqual(refused);
  });

  it('is refused as one that does not match when the pattern does not come to an end', () => {
    // Every letter more doubles the ways in which the pattern is tried: to the end, it would take hours.
    expect(faultsOf('([a-z]+)+', `${'a'.repeat(44)}!`)).toEqual(refused);
  });
});
