/** Whether a caught value is a system error with one of these codes ("ENOENT", "EPERM"). */
export function hasSystemCode(error: unknown, ...codes: string[]): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return typeof error.code === 'string' && codes.includes(error.code);
}
