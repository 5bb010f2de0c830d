import { describe, expect, it } from '@jest/globals';
import { weaknessOf } from './password-strength.js';

const OWN = [
  'Nguyễn',
  'Chidi',
  'Okafor',
  'cokafor',
  'chidi.okafor@hospital.example',
  'Academy of Plastic Surgery',
];

describe('a password', () => {
  it.each([
    ['password12', /stolen|most often used/],
    ['P@ssw0rd1234', /stolen/],
    ['qwertyuiop', /stolen|most often used|keyboard|row of keys/],
    ['aaaaaaaaaaaaaaa', /repeated/],
    ['abcabcabcabcabc', /repeated/],
    ['0123456789', /stolen|most often used|Sequences/],
    ['okafor-1970', /your own name/],
    ['ChidiOkafor', /your own name/],
    ['Nguyen12345', /your own name/],
    ['hospital.example', /your own name/],
    ['plasticsurgery1', /name of your society/],
    ['iloveyou2026!', /stolen/],
  ])('%s is refused, and it is said why and what would help', async (password, why) => {
    const sentence = await weaknessOf(password, OWN);
    expect(sentence).toMatch(why);
    expect(sentence).toMatch(/Three or four words/);
    expect(sentence).not.toContain(password);
  });

  it.each([
    'violet otter climbs',
    'correct horse battery staple',
    'hgT7.wmZpQ',
    'Ölkanne tanzt im Mai',
    '走れ走れ白い馬と青い鳥',
  ])('%s is fine', async (password) => {
    expect(await weaknessOf(password, OWN)).toBeNull();
  });

  it('is judged by its first 32 characters alone, however long: the time grows with the square', async () => {
    const end = 'violet otter climbs 4@8(63$7#5!|';
    expect(await weaknessOf(end, OWN)).toBeNull();
    const weak = 'a'.repeat(32);
    expect(await weaknessOf(`${weak}${end.repeat(4)}`, OWN)).toBe(await weaknessOf(weak, OWN));
    expect(await weaknessOf(`${weak.slice(1)}${end.repeat(4)}`, OWN)).toMatch(/repeated/);
  });
});
