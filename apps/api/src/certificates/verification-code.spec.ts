import { describe, expect, it } from '@jest/globals';
import { createVerificationCode, readVerificationCode } from './verification-code.js';

describe('verification code', () => {
  it('is sixteen unmistakable characters in four groups, never the same twice', () => {
    const codes = Array.from({ length: 2_000 }, createVerificationCode);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    // Every character of the alphabet turns up: five bits each, eighty in all.
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
  });

  it('is read however a person types it', () => {
    const code = 'K7QF-9M2X-01BD-W4HE';
    expect(readVerificationCode(code)).toBe(code);
    expect(readVerificationCode(' k7qf 9m2x–o1bd w4he ')).toBe(code);
    expect(readVerificationCode('k7qf9m2xoIbdw4he')).toBe(code);
    expect(readVerificationCode('k7qf9m2xolbdw4he')).toBe(code);
  });

  it('refuses what cannot be a code', () => {
    for (const typed of [
      '',
      'K7QF-9M2X-01BD',
      'K7QF-9M2X-01BD-W4HEX',
      'K7QF-9M2X-01BD-W4HU',
      '0'.repeat(5_000),
    ]) {
      expect(readVerificationCode(typed)).toBeNull();
    }
  });
});
