import path from 'node:path';
import { findChromium } from '@laurel/certificate-renderer';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const root = path.resolve(import.meta.dirname, '..', '..');

/**
 * Starts the Chromium that certificates are rendered with, for tests to drive: CHROMIUM_PATH, the one inside
 * @sparticuz/chromium, then the system's. Unpacked once, into the project's `.laurel`.
 *
 * @throws ChromiumNotFoundError listing what was tried
 */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, environment } = await findChromium({
    ...process.env,
    LAUREL_HOME: path.join(root, '.laurel'),
  });
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    env: { ...definedOnly(process.env), ...environment },
    // Chromium has no sandbox for root; the pages under test are our own.
    args: ['--disable-gpu', '--font-render-hinting=none', ...(isRoot ? ['--no-sandbox'] : [])],
  });
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
