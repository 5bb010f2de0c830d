import { Outbox, type OutboxOptions } from './outbox.js';

/** A list of ids that changes on the screen at once and settles with the server behind it. */
export class Membership extends Outbox<boolean> {
  constructor(options: Omit<OutboxOptions<boolean>, 'isValue'>) {
    super({ ...options, isValue: (value) => typeof value === 'boolean' });
  }

  /** Whether the id is on the list as the person sees it; `isOnServer` is what the server last said. */
  has(id: string, isOnServer: boolean): boolean {
    return this.wanted().get(id) ?? isOnServer;
  }
}
