/**
 * Whether a text is an NPI: ten digits, the first 1 or 2, the last a Luhn check digit computed with the prefix 80840
 * before the number (45 CFR 162.406 and the NPI standard of CMS).
 */
export const isNpi = (text: string): boolean =>
  /^[12]\d{9}$/.test(text) && luhnSum(`80840${text}`) % 10 === 0;

const luhnSum = (digits: string): number => {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum;
};

/** Whether `MM-DD` is a day of some year; 29 February is. */
export const isMonthDay = (text: string): boolean => {
  const [, month, day] = /^(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (month === undefined || day === undefined) return false;
  const index = Number(month) - 1;
  return Number(day) >= 1 && Number(day) <= (DAYS_IN_MONTHS[index] ?? 0);
};

const DAYS_IN_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the whole text matches a configured pattern, which was checked when the configuration was saved. */
export const matchesWhole = (pattern: string, text: string): boolean =>
  new RegExp(`^(?:${pattern})$`, 'u').test(text);
