import { computed, effect, type Injector, signal, untracked } from '@angular/core';
import { ProblemError } from '../api/problem.js';
import { Connection } from '../connection/connection.js';
import { DeviceStorage } from './device-storage.js';
import { Saving } from './saving.js';

export interface MembershipOptions {
  /** Names the list on this device and in the save state; unique for learner, activity and list. */
  key: string;
  injector: Injector;
  /** Idempotent: puts the id on the list or takes it off. */
  send: (id: string, isWanted: boolean) => Promise<void>;
  /** The server said no; the change has been taken back on the screen. */
  onRefused: (id: string, isWanted: boolean, problem: ProblemError) => void;
}

const TRY_AGAIN_MS = 4000;

/**
 * A list of ids that changes on the screen at once and settles with the server behind it. Changes that the server does
 * not have yet are kept on the device, so that a closed tab or a dead spot loses nothing; they are sent one after the
 * other, and only the last word about an id counts.
 */
export class Membership {
  readonly #wanted = signal<ReadonlyMap<string, boolean>>(new Map());
  readonly #options: MembershipOptions;
  readonly #connection: Connection;
  readonly #storage: DeviceStorage;
  readonly #saving: Saving;
  #sending: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What differs from the server: id → whether it shall be on the list. */
  readonly wanted = this.#wanted.asReadonly();
  readonly hasChanges = computed(() => this.#wanted().size > 0);

  constructor(options: MembershipOptions) {
    this.#options = options;
    this.#connection = options.injector.get(Connection);
    this.#storage = options.injector.get(DeviceStorage);
    this.#saving = options.injector.get(Saving);
    this.#store(new Map(parseWanted(this.#storage.read(options.key))));
    effect(
      () => {
        if (this.#connection.isOnline()) untracked(() => void this.#settle());
      },
      { injector: options.injector },
    );
  }

  /** Whether the id is on the list as the person sees it; `isOnServer` is what the server last said. */
  has(id: string, isOnServer: boolean): boolean {
    return this.#wanted().get(id) ?? isOnServer;
  }

  change(id: string, isWanted: boolean): void {
    this.#store(new Map(this.#wanted()).set(id, isWanted));
    // A run that is just ending would not see it: go on after it.
    void this.#settle().then((isDone) => (isDone && this.#next() ? this.#settle() : isDone));
  }

  /** Resolves when the server has all of it (true), or is away (false). */
  settled(): Promise<boolean> {
    return this.#settle();
  }

  #settle(): Promise<boolean> {
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = null));
    return this.#sending;
  }

  async #sendAll(): Promise<boolean> {
    for (let next = this.#next(); next; next = this.#next()) {
      if (await this.#sendOne(next[0], next[1])) continue;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#settle(), TRY_AGAIN_MS);
      return false;
    }
    return true;
  }

  #next(): [string, boolean] | undefined {
    return untracked(this.#wanted).entries().next().value;
  }

  /** @returns false when the server is away and it is to be tried again. */
  async #sendOne(id: string, isWanted: boolean): Promise<boolean> {
    try {
      await this.#options.send(id, isWanted);
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause;
      if (cause.isAway || cause.status === 429) return false;
      this.#done(id, isWanted);
      this.#options.onRefused(id, isWanted, cause);
      return true;
    }
    this.#done(id, isWanted);
    return true;
  }

  /** Forgets the change unless the person has changed their mind while it was on its way. */
  #done(id: string, isWanted: boolean): void {
    const wanted = untracked(this.#wanted);
    if (wanted.get(id) === isWanted) this.#store(new Map([...wanted].filter(([other]) => other !== id)));
  }

  #store(wanted: ReadonlyMap<string, boolean>): void {
    const { key } = this.#options;
    const had = untracked(this.#wanted).size > 0;
    this.#wanted.set(wanted);
    this.#storage.write(key, wanted.size === 0 ? null : JSON.stringify([...wanted]));
    if (wanted.size > 0) this.#saving.changed(key);
    else if (had) this.#saving.saved(key);
  }
}

/** What an earlier visit left on the device; anything that is not ours is ignored. */
export function parseWanted(stored: string | null): [string, boolean][] {
  if (stored === null) return [];
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch (cause) {
    if (cause instanceof SyntaxError) return [];
    throw cause;
  }
  return Array.isArray(value) ? value.filter(isEntry) : [];
}

const isEntry = (value: unknown): value is [string, boolean] =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'boolean';
