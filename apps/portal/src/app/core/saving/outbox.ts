import { computed, effect, type Injector, signal, untracked } from '@angular/core';
import { ProblemError } from '../api/problem.js';
import { Connection } from '../connection/connection.js';
import { DeviceStorage } from './device-storage.js';
import { parseKept, withOwn } from './kept-changes.js';
import { Outboxes } from './outboxes.js';
import { Saving } from './saving.js';

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
 * only the last word about an id counts. Windows of one browser share what is kept: none takes away what another has not
 * sent, and what a window that was closed has left is sent by one that is open.
 */
export class Outbox<Value> {
  readonly #wanted = signal<ReadonlyMap<string, Value>>(new Map());
  readonly #options: OutboxOptions<Value>;
  readonly #storage: DeviceStorage;
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
    this.#storage = injector.get(DeviceStorage);
    this.#saving = injector.get(Saving);
    const connection = injector.get(Connection);
    injector.get(Outboxes).register(this);
    this.#show(new Map(this.#kept()));
    this.#storage.whenChangedElsewhere(options.key, (value) => this.#changedElsewhere(value));
    effect(
      () => {
        if (connection.isOnline()) untracked(() => void this.#settle());
      },
      { injector },
    );
  }

  change(id: string, value: Value): void {
    this.#store(new Map(untracked(this.#wanted)).set(id, value));
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
    for (let next = this.#next(); next; next = this.#next()) {
      if (await this.#sendOne(next[0], next[1])) continue;
      this.#later(TRY_AGAIN_MS);
      return false;
    }
    return true;
  }

  #next(): [string, Value] | undefined {
    return untracked(this.#wanted).entries().next().value;
  }

  /** @returns false when the server is away and it is to be tried again. */
  async #sendOne(id: string, value: Value): Promise<boolean> {
    try {
      await this.#options.send(id, value);
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause;
      if (cause.isAway || cause.status === 429) return false;
      this.#done(id, value);
      this.#options.onRefused(id, value, cause);
      return true;
    }
    this.#done(id, value);
    return true;
  }

  /** Forgets the change unless the person has changed their mind while it was on its way. */
  #done(id: string, value: Value): void {
    const wanted = untracked(this.#wanted);
    const left = wanted.get(id) === value ? [...wanted].filter(([other]) => other !== id) : [...wanted];
    this.#store(new Map(left), [id, value]);
  }

  #store(wanted: ReadonlyMap<string, Value>, done?: readonly [string, Value]): void {
    const kept = withOwn(this.#kept(), wanted, done);
    this.#storage.write(this.#options.key, kept.length === 0 ? null : JSON.stringify(kept));
    this.#show(wanted);
  }

  #show(wanted: ReadonlyMap<string, Value>): void {
    const { key } = this.#options;
    const had = untracked(this.#wanted).size > 0;
    this.#wanted.set(wanted);
    if (wanted.size > 0) this.#saving.changed(key);
    else if (had) this.#saving.saved(key);
  }

  #kept(): [string, Value][] {
    return parseKept(this.#storage.read(this.#options.key), this.#options.isValue);
  }

  /** What the other window does not bring to the server itself, since it was closed, is brought there by this one. */
  #changedElsewhere(value: string | null): void {
    clearTimeout(this.#elsewhere);
    if (value === null) this.#options.onSentElsewhere?.();
    else this.#elsewhere = setTimeout(() => this.#takeOver(), TAKE_OVER_MS);
  }

  #takeOver(): void {
    const own = untracked(this.#wanted);
    const left = this.#kept().filter(([id]) => !own.has(id));
    if (left.length === 0) return;
    this.#show(new Map([...own, ...left]));
    void this.#settle();
  }
}
