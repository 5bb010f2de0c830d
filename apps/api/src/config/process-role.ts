/** What this process is for: serve HTTP, do jobs, or carry out one command of the operator. */
export type ProcessRole = 'api' | 'worker' | 'command';

/** Injection token of this process's role. */
export const PROCESS_ROLE = Symbol('ProcessRole');
