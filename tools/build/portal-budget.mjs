import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a learner's phone may have to fetch as script before the sessions are on the screen, compressed by gzip. */
export const BUDGET_BYTES = 150_000;

/** The pages on the way from the address to the sessions. */
const firstPages = ['sign-in.page', 'learner-shell.component', 'sessions.page'];

/**
 * Adds up the scripts of the first load: those that index.html names, the chunks of the first pages, and whatever
 * these import at once. Angular's own budgets know neither lazy chunks nor compression.
 *
 * @param {string} folder the built portal
 * @returns {{ bytes: number, scripts: string[] }}
 */
export function firstLoad(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const started = files.filter((name) => page.includes(name));
  const pages = firstPages.map((prefix) => {
    const found = files.find((name) => name.startsWith(`${prefix}-`));
    if (found === undefined)
      throw new Error(`The portal has no chunk of ${prefix}; has the page been renamed?`);
    return found;
  });
  const needed = new Set();
  const waiting = [...started, ...pages];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    const text = readFileSync(path.join(folder, name), 'utf8');
    for (const [, imported] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      waiting.push(imported);
  }
  const scripts = [...needed].sort();
  const bytes = scripts.reduce(
    (sum, name) => sum + gzipSync(readFileSync(path.join(folder, name))).length,
    0,
  );
  return { bytes, scripts };
}
