export function makeTemporaryFolder(prefix: string, megabytes: number): string;
export function temporaryParents(): string[];
