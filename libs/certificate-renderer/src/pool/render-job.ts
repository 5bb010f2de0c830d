import type { PageFormat } from '../certificate-data.js';

/** A document that waits for, or is at, a page. */
export interface RenderJob {
  readonly html: string;
  readonly format: PageFormat;
  readonly scope: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly extraTimeMs: number;
  /** How often a browser died under it. */
  crashes: number;
  resolve(pdf: Buffer): void;
  reject(error: Error): void;
}

export interface RenderOptions {
  /** Gives up waiting; a document that is being drawn is finished and thrown away. */
  signal?: AbortSignal;
  /**
   * Whose document this is, usually the tenant's id. Documents of one scope may follow each other in one browser
   * context, each in a new renderer process; documents of different scopes, or without one, never share a context.
   */
  scope?: string;
  /** Time for a long document beyond the pool's, in milliseconds; none unless given. */
  extraTimeMs?: number;
  /** Date to write into the PDF; with it, equal input gives equal bytes. */
  createdAt?: Temporal.Instant;
}
