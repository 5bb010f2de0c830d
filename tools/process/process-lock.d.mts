import type { ProcessIdentity } from './process-identity.mjs';

export class LockHeldError extends Error {
  readonly owner: ProcessIdentity;
}
export interface ProcessLock {
  release(): void;
}
export function takeLock(file: string): ProcessLock;
export function waitForLock(
  file: string,
  patience: { milliseconds: number; onWait?: (owner: ProcessIdentity) => void },
): Promise<ProcessLock>;
