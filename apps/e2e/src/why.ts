import type { Page } from 'playwright-core';
import type { Visit } from './visit.js';

/** Opens "Why?" of what has this name, reads that it holds the words, looks at it and closes it again. */
export async function askWhy(
  visit: Visit,
  name: RegExp,
  { words, look }: { words: readonly (string | RegExp)[]; look: string },
): Promise<void> {
  const { page } = visit;
  await whyButton(page, name).click();
  const sheet = page.getByRole('dialog', { name: 'Why?' });
  await sheet.getByText('The rule').first().waitFor();
  for (const word of words) await sheet.getByText(word).first().waitFor();
  await visit.look(look);
  await sheet.getByRole('button', { name: 'Close' }).click();
  await sheet.waitFor({ state: 'hidden' });
}

const whyButton = (page: Page, name: RegExp) =>
  page
    .getByRole('button', { name: /^Why\?/ })
    .and(page.getByRole('button', { name }))
    .first();
