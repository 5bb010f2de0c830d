import { describe, expect, it } from '@jest/globals';
import { nameOf, parseUnsent } from './unsent-answers.js';

describe('the name of answers on the device', () => {
  it('tells form and what it is about', () => {
    const none = { offeringId: null, claimId: null };
    expect(parseUnsent('overall:')).toEqual({ ...none, formKey: 'overall' });
    expect(parseUnsent('session:01a2-b3')).toEqual({ ...none, formKey: 'session', offeringId: '01a2-b3' });
    expect(parseUnsent('feedback:claim=01a2-b3')).toEqual({
      ...none,
      formKey: 'feedback',
      claimId: '01a2-b3',
    });
    expect(parseUnsent('a:b:')).toEqual({ ...none, formKey: 'a:b' });
  });

  it('is read as it was written', () => {
    for (const about of [
      { formKey: 'a', offeringId: null, claimId: null },
      { formKey: 'a:b', offeringId: '1', claimId: null },
      { formKey: 'a', offeringId: null, claimId: '1' },
    ])
      expect(parseUnsent(nameOf(about))).toEqual(about);
  });
});
