import { readFile } from 'node:fs/promises';
import { CommandFault } from './command-fault.js';

/** A file named on the command line. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandFault(`Cannot read ${file}: ${Error.isError(error) ? error.message : String(error)}`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandFault(`${file} is not JSON: ${Error.isError(error) ? error.message : String(error)}`);
  }
}
