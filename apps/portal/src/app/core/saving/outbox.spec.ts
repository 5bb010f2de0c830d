import '@angular/compiler';
import {
  EnvironmentInjector,
  ErrorHandler,
  Injector,
  signal,
  ɵINJECTOR_SCOPE,
  ɵprovideZonelessChangeDetectionInternal,
} from '@angular/core';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { offline } from '../api/problem.js';
import { Connection } from '../connection/connection.js';
import { DeviceStorage } from './device-storage.js';
import { Outbox } from './outbox.js';
import { Outboxes } from './outboxes.js';
import { Saving } from './saving.js';

const KEY = 'laurel:test:1';
const isNumber = (value: unknown): value is number => typeof value === 'number';

/** What an outbox asks of the page around it. */
const injectorWith = (storage: object): Injector =>
  Injector.create({
    providers: [
      { provide: ɵINJECTOR_SCOPE, useValue: 'root' },
      ...ɵprovideZonelessChangeDetectionInternal(),
      { provide: EnvironmentInjector, useExisting: Injector },
      { provide: ErrorHandler, useValue: new ErrorHandler() },
      { provide: DeviceStorage, useValue: storage },
      { provide: Connection, useValue: { isOnline: signal(false) } },
      { provide: Saving, useValue: { changed: () => undefined, saved: () => undefined } },
      { provide: Outboxes, useValue: { register: () => undefined } },
    ],
  });

/** One browser: what its windows keep together, and what the server was sent. */
class Browser {
  readonly sent: string[] = [];
  readonly server = new Map<string, number>();
  isOnline = false;
  readonly #kept = new Map<string, string>();
  readonly #windows: { storage: object; heard: Map<string, (value: string | null) => void> }[] = [];

  open(name: string): Outbox<number> {
    const heard = new Map<string, (value: string | null) => void>();
    const storage = {
      read: (key: string) => this.#kept.get(key) ?? null,
      write: (key: string, value: string | null) => {
        if (value === null) this.#kept.delete(key);
        else this.#kept.set(key, value);
        for (const other of this.#windows) if (other.storage !== storage) other.heard.get(key)?.(value);
      },
      whenChangedElsewhere: (key: string, run: (value: string | null) => void) => heard.set(key, run),
    };
    this.#windows.push({ storage, heard });
    return new Outbox<number>({
      key: KEY,
      label: name,
      injector: injectorWith(storage),
      isValue: isNumber,
      send: async (id, value) => {
        await Promise.resolve();
        if (!this.isOnline) throw offline();
        this.sent.push(`${name}=${String(value)}`);
        this.server.set(id, value);
      },
      onRefused: () => undefined,
    });
  }

  /** How many keys still hold something to be sent. */
  get unsent(): string | undefined {
    return this.#kept.get(KEY);
  }
}

describe('what two windows of one browser change without a network', () => {
  // What waits to be tried again, or taken over later, is of no matter here.
  beforeAll(
    () => void jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'queueMicrotask', 'setImmediate'] }),
  );
  afterAll(() => void jest.useRealTimers());

  const apart = () => {
    const browser = new Browser();
    return { browser, first: browser.open('A'), second: browser.open('B') };
  };
  const back = async (browser: Browser, ...windows: Outbox<number>[]) => {
    for (const window of windows) expect(await window.settled()).toBe(false);
    browser.isOnline = true;
    expect(await Promise.all(windows.map((window) => window.settled()))).toEqual(windows.map(() => true));
    expect(browser.unsent).toBeUndefined();
    for (const window of windows) expect(window.hasChanges()).toBe(false);
  };

  it('is what was said last, whichever window is back first, and is sent by one', async () => {
    for (const isFirstFirst of [true, false]) {
      const { browser, first, second } = apart();
      first.change('credits', 12);
      second.change('credits', 3);
      expect([first.wanted().get('credits'), second.wanted().get('credits')]).toEqual([3, 3]);
      await back(browser, ...(isFirstFirst ? [first, second] : [second, first]));
      expect(browser.server.get('credits')).toBe(3);
      expect(browser.sent).toEqual([isFirstFirst ? 'A=3' : 'B=3']);
    }
  });

  it('loses nothing of either', async () => {
    const { browser, first, second } = apart();
    first.change('a', 1);
    second.change('b', 2);
    await back(browser, first, second);
    expect([...browser.server]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(browser.sent).toHaveLength(2);
  });

  it('goes on from what a mind was changed to while it was on its way', async () => {
    const { browser, first, second } = apart();
    first.change('a', 1);
    browser.isOnline = true;
    const settled = first.settled();
    second.change('a', 2);
    second.change('a', 1);
    second.change('a', 5);
    expect([await settled, await second.settled()]).toEqual([true, true]);
    expect(browser.server.get('a')).toBe(5);
    expect(browser.unsent).toBeUndefined();
  });

  it('is sent by a window that is opened later, when the others were closed', async () => {
    const browser = new Browser();
    const first = browser.open('A');
    first.change('a', 1);
    expect(await first.settled()).toBe(false);
    const later = browser.open('C');
    expect(later.wanted().get('a')).toBe(1);
    await back(browser, later);
    expect(browser.sent).toEqual(['C=1']);
  });
});
