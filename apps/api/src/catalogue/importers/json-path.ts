/** Joins keys to a JSON Pointer (RFC 6901); overlong keys are cut, for a report has to stay readable. */
export function jsonPointer(keys: readonly (string | number)[]): string {
  return keys
    .map((key) => `/${String(key).slice(0, 200).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
