import { readFile } from 'node:fs/promises';
import { CommandFault } from './command-fault.js';

/** The text of a file named on the command line. */
export async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandFault(`Cannot read ${file}: ${Error.isError(error) ? error.message : String(error)}`);
  });
}

/** A JSON file named on the command line. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandFault(`${file} is not JSON: ${Error.isError(error) ? error.message : String(error)}`);
  }
}
