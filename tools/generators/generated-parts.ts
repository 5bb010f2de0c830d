import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

/**
 * A page of the documentation with the parts that are generated put in anew, each between `<!-- generated: name -->`
 * and `<!-- end -->`; what stands around them is written by people.
 *
 * @throws Error when the page has no place for a part
 */
export async function withParts(file: string, parts: Readonly<Record<string, string>>): Promise<string> {
  let text = await readFile(file, 'utf8');
  for (const [name, part] of Object.entries(parts)) {
    const place = new RegExp(`(<!-- generated: ${name} -->\n)[^]*?(<!-- end -->)`);
    if (!place.test(text)) throw new Error(`${path.basename(file)} has no place for “${name}”`);
    text = text.replace(place, (_, before: string, after: string) => `${before}\n${part}\n\n${after}`);
  }
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}
