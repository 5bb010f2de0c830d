export function duration(milliseconds: number): string;
export function step<T>(
  title: string,
  work: (say: (detail: string) => void) => Promise<T>,
  out?: NodeJS.WriteStream,
): Promise<T>;
