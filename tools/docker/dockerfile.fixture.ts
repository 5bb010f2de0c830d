/** One instruction of a Dockerfile, continuation lines joined. */
export interface Instruction {
  keyword: string;
  value: string;
  /** Counts the FROMs: 0 is the first stage. */
  stage: number;
}

/** Reads a Dockerfile as far as its checks need: instructions, stages, comments and continuations. */
export function parseDockerfile(text: string): Instruction[] {
  const lines = text
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join('\n')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n');
  let stage = -1;
  return lines.map((line) => {
    const [, keyword, value] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (keyword === undefined || value === undefined) throw new Error(`Not an instruction: ${line}`);
    if (keyword === 'FROM') stage++;
    return { keyword, value, stage };
  });
}
