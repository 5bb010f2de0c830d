import { DOCUMENT, inject, Service } from '@angular/core';

const PROBE = 'laurel:probe';

/** What this device keeps until the server has it. Where storage is full or forbidden, memory has to do. */
@Service()
export class DeviceStorage {
  readonly #window = inject(DOCUMENT).defaultView;

  /** Whether anything is kept here at all: private windows and full disks refuse. */
  canKeep(): boolean {
    return (
      this.#try((storage) => {
        storage.setItem(PROBE, '1');
        storage.removeItem(PROBE);
        return true;
      }) === true
    );
  }

  /** The keys that begin so. */
  keys(prefix: string): string[] {
    return this.#try((storage) => Object.keys(storage).filter((key) => key.startsWith(prefix))) ?? [];
  }

  read(key: string): string | null {
    return this.#try((storage) => storage.getItem(key));
  }

  write(key: string, value: string | null): void {
    this.#try((storage) => (value === null ? storage.removeItem(key) : storage.setItem(key, value)));
  }

  /** Runs when another window of this browser has changed what is kept under the key; `value` is what stands there now. */
  whenChangedElsewhere(key: string, run: (value: string | null) => void): void {
    this.#window?.addEventListener('storage', (event) => {
      // Without a key everything was cleared.
      if (event.key === key || event.key === null) run(event.newValue);
    });
  }

  #try<T>(use: (storage: Storage) => T): T | null {
    try {
      return this.#window ? use(this.#window.localStorage) : null;
    } catch (cause) {
      // Private windows and full disks throw a DOMException here; what is on the screen still works.
      if (cause instanceof DOMException) return null;
      throw cause;
    }
  }
}
