/**
 * Whether an error of Node carries one of these codes. Asks for the shape and not for the class, because Jest
 * runs tests in a realm whose `Error` is not Node's.
 */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string' &&
    codes.includes(error.code)
  );
}
