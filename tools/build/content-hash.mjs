import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** SHA-256 of bytes or text, shortened to 32 hexadecimal digits: a name for a content, not a secret. */
export const hashOf = (content) => createHash('sha256').update(content).digest('hex').slice(0, 32);

/** Every file below a folder, as sorted paths relative to `root` with forward slashes; none if it is absent. */
export function filesBelow(root, folder) {
  const start = path.join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !file.split('/').includes('node_modules'))
    .sort();
}

/** One hash over the names and contents of files; an absent file counts as such. */
export function hashOfFiles(root, files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const full = path.join(root, file);
    hash.update(file).update('\0');
    hash.update(existsSync(full) ? readFileSync(full) : 'absent').update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}
