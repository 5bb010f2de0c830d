import { describe, expect, it } from '@jest/globals';
import type { Answers } from './form-definition.js';
import { ENVELOPE_BYTES, packAnswers, unpackAnswers } from './answer-envelope.js';

describe('the envelope of anonymous answers', () => {
  it('has one length, whatever is in it, and gives it back', () => {
    const given: Answers[] = [{}, { a: 'x' }, { a: '山田'.repeat(500), b: 3, c: ['y'], d: { r: 'no' } }];
    for (const answers of given) {
      const packed = packAnswers(answers);
      expect(Buffer.byteLength(packed ?? '')).toBe(ENVELOPE_BYTES);
      expect(unpackAnswers(packed ?? '')).toEqual(answers);
    }
  });

  it('takes no more than fits, counted in bytes', () => {
    const frame = JSON.stringify({ a: '' }).length;
    expect(packAnswers({ a: 'x'.repeat(ENVELOPE_BYTES - frame) })).not.toBeNull();
    expect(packAnswers({ a: 'x'.repeat(ENVELOPE_BYTES - frame + 1) })).toBeNull();
    expect(packAnswers({ a: '山'.repeat(ENVELOPE_BYTES / 3) })).toBeNull();
  });

  it('holds answers and nothing else', () => {
    for (const text of ['', '[]', '3', '{"a":null}', '{"a":[1]}'])
      expect(() => unpackAnswers(text)).toThrow(SyntaxError);
  });
});
