import { DOCUMENT, inject, Service } from '@angular/core';

/** What this device keeps until the server has it. Where storage is full or forbidden, memory has to do. */
@Service()
export class DeviceStorage {
  readonly #window = inject(DOCUMENT).defaultView;

  read(key: string): string | null {
    return this.#try((storage) => storage.getItem(key));
  }

  write(key: string, value: string | null): void {
    this.#try((storage) => (value === null ? storage.removeItem(key) : storage.setItem(key, value)));
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
