import type { WrittenCatalogue } from './catalogue-text.js';
import type { PackedCatalogues } from './packed-catalogues.js';

/** What is sent, and the version that it is. */
export interface VersionedContent<Content> {
  readonly version: string;
  readonly content: Content;
}

/**
 * A learner's catalogue: its version at once, its content when somebody wants it. That comes with a version of its
 * own: where a plugin fails while it is written, it is not the one that the version promised.
 */
export class LearnersCatalogue {
  readonly #packed: PackedCatalogues;
  readonly #write: () => WrittenCatalogue;

  constructor(
    readonly version: string,
    packed: PackedCatalogues,
    write: () => WrittenCatalogue,
  ) {
    this.#packed = packed;
    this.#write = write;
  }

  /** As JSON. */
  text(): VersionedContent<string> {
    const { version, text } = this.#write();
    return { version, content: text() };
  }

  /** The JSON as Brotli. */
  async packed(): Promise<VersionedContent<Buffer>> {
    const kept = this.#packed.kept(this.version);
    if (kept !== undefined) return { version: this.version, content: kept };
    const { version, text } = this.#write();
    return { version, content: await this.#packed.of(version, text) };
  }
}
