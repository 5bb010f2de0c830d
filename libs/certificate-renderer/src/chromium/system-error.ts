/** Whether a caught value is a system error with one of these codes ("ENOENT", "EPERM"). */
export function hasSystemCode(error: unknown, ...codes: string[]): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return typeof error.code === 'string' && codes.includes(error.code);
}

/** The message of whatever was thrown; told by its shape, since not every error is of this realm. */
export function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
