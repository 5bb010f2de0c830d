/** The prefix that stands before an NPI when its check digit is worked out (CMS, NPI check digit calculation). */
const PREFIX = '80840';

/** Whether the text is a National Provider Identifier: ten digits, the last being the Luhn check digit. */
export function isNpi(text: string): boolean {
  return /^[12]\d{9}$/.test(text) && npiCheckDigit(text.slice(0, 9)) === Number(text[9]);
}

/** The check digit of an NPI's first nine digits. */
export function npiCheckDigit(nineDigits: string): number {
  let sum = 0;
  let isDoubled = true;
  for (const digit of Array.from(PREFIX + nineDigits).reverse()) {
    const value = Number(digit) * (isDoubled ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
    isDoubled = !isDoubled;
  }
  return (10 - (sum % 10)) % 10;
}
