/** Scripts in which the family name comes first and no space parts the names. */
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々・]+$/u;

/**
 * The name as it goes on certificates until the learner says otherwise: first and last name, in Chinese,
 * Japanese and Korean script the family name first. A person of one name has it as the last name.
 */
export function displayName(firstName: string, lastName: string): string {
  const isEastAsian = EAST_ASIAN.test(firstName) && EAST_ASIAN.test(lastName);
  return (isEastAsian ? `${lastName} ${firstName}` : `${firstName} ${lastName}`).trim();
}
