import { describe, expect, it } from '@jest/globals';
import { parseUnsent } from './unsent-answers.js';

describe('the name of answers on the device', () => {
  it('tells form and offering', () => {
    expect(parseUnsent('overall:')).toEqual({ formKey: 'overall', offeringId: null });
    expect(parseUnsent('session:01a2-b3')).toEqual({ formKey: 'session', offeringId: '01a2-b3' });
    expect(parseUnsent('a:b:')).toEqual({ formKey: 'a:b', offeringId: null });
  });
});
