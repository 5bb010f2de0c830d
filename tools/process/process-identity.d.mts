export interface ProcessIdentity {
  pid: number;
  start: string;
}
export function processStart(pid: number): string | undefined;
export function isAlive(pid: number): boolean;
export function ownIdentity(): ProcessIdentity;
export function isSameProcess(identity: ProcessIdentity): boolean;
export function commandLine(pid: number): string | undefined;
