import { computed, effect, type Injector, signal, untracked } from '@angular/core';
import { ProblemError } from '../api/problem.js';
import { Connection } from '../connection/connection.js';
import { DeviceStorage } from './device-storage.js';
import type { Kept } from './kept-changes.js';
import { Outboxes } from './outboxes.js';
import { Saving } from './saving.js';
import { SharedChanges } from './shared-changes.js';

export interface OutboxOptions<Value> {
  /** Names it on this device and in the save state; unique for learner, activity and what is kept. */
  key: string;
  /** What is kept, for a sentence that says what is not saved yet: "changes to your sessions". */
  label: string;
  injector: Injector;
  /** How long to wait for more before sending, in milliseconds: for what is typed letter by letter. */
  restMs?: number;
  /** Whether something that an earlier visit left on the device is ours. */
  isValue: (value: unknown) => value is Value;
  /** Idempotent: brings the server to the value. */
  send: (id: string, value: Value) => Promise<void>;
  /** The server said no; the change has been taken back on the screen. */
  onRefused: (id: string, value: Value, problem: ProblemError) => void;
  /** Another window of this browser has brought changes of its own to the server. */
  onSentElsewhere?: () => void;
}

const TRY_AGAIN_MS = 4000;
/** Longer than a window that is open needs to send what it has changed. */
const TAKE_OVER_MS = 6000;

/**
 * Changes that show on the screen at once and settle with the server behind it. What the server does not have yet is
 * kept on the device, so that a closed tab or a dead spot loses nothing; changes are sent one after the other, and
 * only the last word about an id counts, whichever window said it. Windows of one browser share what is kept: none takes away what another has not
 * sent, and what a window that was closed has left is sent by one that is open.
 */
export class Outbox<Value> {
  readonly #wanted = signal<ReadonlyMap<string, Value>>(new Map());
  readonly #options: OutboxOptions<Value>;
  readonly #changes: SharedChanges<Value>;
  readonly #saving: Saving;
  #sending: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #elsewhere: ReturnType<typeof setTimeout> | undefined;

  readonly label: string;
  /** What differs from the server, by id. */
  readonly wanted = this.#wanted.asReadonly();
  readonly hasChanges = computed(() => this.#wanted().size > 0);

  constructor(options: OutboxOptions<Value>) {
    const { injector } = options;
    this.#options = options;
    this.label = options.label;
    const storage = injector.get(DeviceStorage);
    this.#changes = new SharedChanges(storage, options.key, options.isValue);
    this.#saving = injector.get(Saving);
    const connection = injector.get(Connection);
    injector.get(Outboxes).register(this);
    this.#show();
    storage.whenChangedElsewhere(options.key, (value) => this.#changedElsewhere(value));
    effect(
      () => {
        if (connection.isOnline()) untracked(() => void this.#settle());
      },
      { injector },
    );
  }

  change(id: string, value: Value): void {
    this.#changes.say(id, value);
    this.#show();
    const { restMs } = this.#options;
    if (restMs !== undefined) {
      this.#later(restMs);
      return;
    }
    // A run that is just ending would not see it: go on after it.
    void this.#settle().then((isDone) => (isDone && this.#next() ? this.#settle() : isDone));
  }

  /** Resolves when the server has all of it (true), or is away (false). */
  settled(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#settle();
  }

  #later(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#settle(), delay);
  }

  #settle(): Promise<boolean> {
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = null));
    return this.#sending;
  }

  async #sendAll(): Promise<boolean> {
    while (this.#next()) {
      if (await alone(this.#options.key, () => this.#sendNext())) continue;
      this.#later(TRY_AGAIN_MS);
      return false;
    }
    return true;
  }

  #next(): [string, Kept<Value>] | undefined {
    return this.#changes.own.entries().next().value;
  }

  /** @returns false when the server is away and it is to be tried again. */
  async #sendNext(): Promise<boolean> {
    // Another window may have sent it meanwhile, or have said something else.
    this.#changes.settle();
    this.#show();
    const next = this.#next();
    if (next === undefined) return true;
    const [id, word] = next;
    const { value } = word;
    try {
      await this.#options.send(id, value);
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause;
      if (cause.isAway || cause.status === 429) return false;
      this.#done(id, word);
      this.#options.onRefused(id, value, cause);
      return true;
    }
    this.#done(id, word);
    return true;
  }

  /** Forgets the change unless the person has changed their mind while it was on its way. */
  #done(id: string, word: Kept<Value>): void {
    this.#changes.sent(id, word);
    this.#show();
  }

  #show(): void {
    const { key } = this.#options;
    const had = untracked(this.#wanted).size > 0;
    const { own } = this.#changes;
    this.#wanted.set(new Map([...own].map(([id, { value }]) => [id, value])));
    if (own.size > 0) this.#saving.changed(key);
    else if (had) this.#saving.saved(key);
  }

  /** What the other window does not bring to the server itself, since it was closed, is brought there by this one. */
  #changedElsewhere(value: string | null): void {
    clearTimeout(this.#elsewhere);
    this.#changes.settle();
    this.#show();
    if (value === null) this.#options.onSentElsewhere?.();
    else this.#elsewhere = setTimeout(() => this.#takeOver(), TAKE_OVER_MS);
  }

  #takeOver(): void {
    this.#changes.adoptAll();
    this.#show();
    void this.#settle();
  }
}

/** Pages without TLS, and older browsers, have no locks, whatever the types say. */
const partial = (navigator: Partial<Navigator>) => navigator;

/** Runs it in one window of this browser at a time, where the browser can tell them apart. */
const alone = <Result>(name: string, run: () => Promise<Result>): Promise<Result> => {
  const locks = partial(globalThis.navigator).locks;
  return locks ? locks.request(name, run) : run();
};
