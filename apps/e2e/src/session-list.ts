import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type PlasticsSession, plasticsProgramme } from '../../../tools/demo/plastics/programme.js';

/** The programme as the demo has it; only its days are others. */
const programme = plasticsProgramme(Temporal.PlainDate.from('2026-09-24'));
const byTitle = new Map(programme.map((session) => [session.title, session]));

export const dayOf = (at: number): string =>
  [...new Set(programme.map(({ date }) => date).filter((date) => date !== ''))][at] ?? '';

/** The titles of all sessions in the list, in its order; null while not every card is drawn. */
async function shownTitles(page: Page): Promise<string[] | null> {
  const list = page.getByRole('tabpanel');
  const said = await list.getByRole('status').first().innerText();
  const titles = await list.getByRole('article').getByRole('heading', { level: 3 }).allTextContents();
  return said === `${String(titles.length)} sessions` ? titles.map((title) => title.trim()) : null;
}

/** The list becomes so; cards are drawn one page after the other. */
async function becomes(page: Page, isSo: (titles: string[]) => boolean): Promise<string[]> {
  for (let tries = 0; tries < 50; tries += 1) {
    const titles = await shownTitles(page);
    if (titles !== null && isSo(titles)) return titles;
    await page.waitForTimeout(100);
  }
  return (await shownTitles(page)) ?? [];
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at]);

/** The list has exactly the sessions of the programme that are meant. */
export async function showsExactly(
  page: Page,
  isMeant: (session: PlasticsSession) => boolean,
): Promise<void> {
  const meant = programme
    .filter(isMeant)
    .map(({ title }) => title)
    .toSorted();
  expect(meant.length).toBeGreaterThan(0);
  const titles = await becomes(page, (shown) => isSame(shown.toSorted(), meant));
  expect(titles.toSorted()).toEqual(meant);
}

const startOf = (title: string): string => {
  const { date = '', start = '' } = byTitle.get(title) ?? {};
  return date === '' ? 'any time' : `${date}T${start}`;
};

/** The list is in the order of time, with what can be watched at any time at its end. */
export async function isByDate(page: Page): Promise<void> {
  const inOrder = (starts: string[]) => isSame(starts, starts.toSorted());
  const titles = await becomes(page, (shown) => shown.length > 5 && inOrder(shown.map(startOf)));
  const starts = titles.map(startOf);
  expect(new Set(starts).size).toBeGreaterThan(5);
  expect(starts).toEqual(starts.toSorted());
}

export async function isByTitle(page: Page): Promise<void> {
  const ofAlphabet = (titles: string[]) => titles.toSorted((a, b) => a.localeCompare(b));
  const titles = await becomes(page, (shown) => shown.length > 5 && isSame(shown, ofAlphabet(shown)));
  expect(titles.length).toBeGreaterThan(5);
  expect(titles).toEqual(ofAlphabet(titles));
}
