import type { DeviceStorage } from './device-storage.js';
import { type Kept, parseKept, parseSent } from './kept-changes.js';

/** So many of what was sent last are remembered; another window hears of it within a moment. */
const REMEMBERED = 200;

/**
 * What a window has said and the server does not have yet, and what windows of one browser keep of it together. Each
 * word about an id carries a stamp that is greater than every earlier one's: the last word counts in all windows,
 * whichever said it, and one that was sent is not sent again.
 */
export class SharedChanges<Value> {
  readonly #own = new Map<string, Kept<Value>>();
  readonly #storage: Pick<DeviceStorage, 'read' | 'write'>;
  readonly #key: string;
  readonly #isValue: (value: unknown) => value is Value;

  constructor(
    storage: Pick<DeviceStorage, 'read' | 'write'>,
    key: string,
    isValue: (value: unknown) => value is Value,
  ) {
    this.#storage = storage;
    this.#key = key;
    this.#isValue = isValue;
    this.adoptAll();
  }

  /** What this window sees as not saved yet, by id. */
  get own(): ReadonlyMap<string, Kept<Value>> {
    return this.#own;
  }

  say(id: string, value: Value): void {
    const earlier = [this.#own.get(id)?.stamp, this.#kept().get(id)?.stamp, this.#sent().get(id)];
    const stamp = Math.max(Date.now(), ...earlier.map((one) => (one ?? 0) + 1));
    this.#own.set(id, { value, stamp });
    this.settle();
  }

  /** The server has this word, or has refused it: it goes, unless there is a later one. */
  sent(id: string, { stamp }: Kept<Value>): void {
    const sent = this.#sent();
    if ((sent.get(id) ?? 0) < stamp) {
      sent.delete(id);
      sent.set(id, stamp);
      this.#storage.write(this.#sentKey(), JSON.stringify([...sent].slice(-REMEMBERED)));
    }
    // Where nothing can be kept, this window has to know by itself.
    if (this.#own.get(id)?.stamp === stamp) this.#own.delete(id);
    this.settle();
  }

  /** Takes up the later words of other windows about what this one has changed too, and keeps its own later ones. */
  settle(): void {
    const kept = this.#kept();
    const sent = this.#sent();
    for (const [id, word] of this.#own) {
      const other = kept.get(id);
      if (other && other.stamp >= word.stamp) this.#own.set(id, other);
      else kept.set(id, word);
    }
    for (const [id, { stamp }] of kept) {
      if ((sent.get(id) ?? -1) < stamp) continue;
      kept.delete(id);
      this.#own.delete(id);
    }
    const text =
      kept.size === 0 ? null : JSON.stringify([...kept].map(([id, { value, stamp }]) => [id, value, stamp]));
    if (text !== this.#storage.read(this.#key)) this.#storage.write(this.#key, text);
  }

  /** Takes over everything that is kept. */
  adoptAll(): void {
    for (const [id, word] of this.#kept()) if (!this.#own.has(id)) this.#own.set(id, word);
    this.settle();
  }

  #sentKey(): string {
    return this.#key.replace(/^laurel:/, 'laurel:sent:');
  }

  #kept(): Map<string, Kept<Value>> {
    return new Map(parseKept(this.#storage.read(this.#key), this.#isValue));
  }

  #sent(): Map<string, number> {
    return new Map(parseSent(this.#storage.read(this.#sentKey())));
  }
}
