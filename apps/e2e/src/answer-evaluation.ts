import type { Locator, Page } from 'playwright-core';

/** The rhythm society's overall evaluation. */
const SECTIONS = 5;

type Look = (section: number) => Promise<void>;

/** Answers the whole evaluation, section after section; `look` sees each one before it is left. */
export async function answerAllSections(page: Page, look: Look = () => Promise.resolve()): Promise<void> {
  await answerSections(page, { count: SECTIONS, look });
  await page.getByRole('link', { name: 'Review and submit' }).first().waitFor();
}

/** Answers a form of so many sections, up to the page after the last one. */
export async function answerSections(
  page: Page,
  { count, look }: { count: number; look: Look },
): Promise<void> {
  for (let section = 1; section <= count; section += 1) {
    await page
      .getByText(`Section ${String(section)} of ${String(count)}`)
      .first()
      .waitFor();
    await answerSection(page);
    await look(section);
    await page.getByRole('link', { name: section < count ? 'Next' : 'Finish', exact: true }).click();
  }
}

/** Touches a radio button or a checkbox as a finger does: its whole row, once it stands still and nothing lies over it. */
export const choose = (option: Locator): Promise<void> => option.locator('xpath=ancestor::label').check();

/** Answers what the section asks, the questions that an answer brings up included. */
export async function answerSection(page: Page): Promise<void> {
  const scales = page.getByRole('radiogroup');
  for (let index = 0; index < (await scales.count()); index += 1) {
    await choose(scales.nth(index).getByRole('radio').last());
  }
  const choices = page.getByRole('group', { name: 'Required' });
  for (let index = 0; index < (await choices.count()); index += 1) {
    const boxes = choices.nth(index).getByRole('checkbox');
    if ((await boxes.count()) > 0) await choose(boxes.first());
  }
  const texts = page.getByRole('textbox', { name: 'Required' });
  for (let index = 0; index < (await texts.count()); index += 1) {
    await texts.nth(index).fill('The slides named their sponsors, and the answers were balanced.');
  }
}
