import { computed, inject, Service, signal } from '@angular/core';
import type { SaveStatus } from '@laurel/ui';
import { Connection } from '../connection/connection.js';

/**
 * The one save state of the screen. Whoever saves something tells it: `changed(key)` when something is to be saved,
 * `saving`, `saved` or `failed` as it goes.
 */
@Service()
export class Saving {
  readonly #connection = inject(Connection);
  readonly #open = signal<ReadonlyMap<string, 'waiting' | 'failed'>>(new Map());
  readonly #hasSaved = signal(false);

  readonly status = computed<SaveStatus>(() => {
    const open = [...this.#open().values()];
    if (open.includes('failed')) return 'failed';
    if (open.length > 0) return this.#connection.isOnline() ? 'saving' : 'waiting';
    return this.#hasSaved() ? 'saved' : 'idle';
  });
  readonly hasUnsaved = computed(() => this.#open().size > 0);

  /** Something under this key differs from what the server has. */
  changed(key: string): void {
    this.#open.update((open) => new Map(open).set(key, 'waiting'));
  }

  saved(key: string): void {
    this.#drop(key);
    this.#hasSaved.set(true);
  }

  /** The server refused it, and the person has to do something. */
  failed(key: string): void {
    this.#open.update((open) => new Map(open).set(key, 'failed'));
  }

  /** Nothing to save after all. */
  settled(key: string): void {
    this.#drop(key);
  }

  #drop(key: string): void {
    this.#open.update((open) => new Map([...open].filter(([other]) => other !== key)));
  }
}
