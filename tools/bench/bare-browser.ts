import { findChromium, type PageFormat } from '@laurel/certificate-renderer';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Finds Chromium once, and launches browsers as anybody would, with nothing of the renderer's isolation. */
export async function launcherOfBareBrowsers(): Promise<() => Promise<Browser>> {
  const { executablePath, environment } = await findChromium(process.env);
  const isRoot = process.getuid?.() === 0;
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return () =>
    chromium.launch({
      executablePath,
      env: { ...Object.fromEntries(inherited), ...environment },
      args: ['--disable-gpu', ...(isRoot ? ['--no-sandbox'] : [])],
    });
}

/** The PDF of a document, as the renderer wants it: tagged, with outline, on the paper its `@page` rules name. */
export async function printBare(
  page: Page,
  html: string,
  { size, orientation }: PageFormat,
): Promise<Buffer> {
  await page.setContent(html);
  return page.pdf({
    format: size,
    landscape: orientation === 'landscape',
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  });
}
