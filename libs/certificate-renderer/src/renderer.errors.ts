export type TemplateErrorCode =
  | 'template.syntax'
  | 'template.too_large'
  | 'template.too_deep'
  | 'template.unknown_helper'
  | 'template.forbidden_path'
  | 'template.forbidden_markup'
  | 'template.unsupported'
  | 'template.raw_output'
  | 'template.too_much_work'
  | 'template.too_much_output'
  | 'template.bad_argument';

/** A template that was refused, or that asked for more than it may have. `line` counts from 1. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly code: TemplateErrorCode;
  readonly line: number | undefined;

  constructor(code: TemplateErrorCode, message: string, line?: number) {
    super(line === undefined ? message : `Line ${line}: ${message}`);
    this.code = code;
    this.line = line;
  }
}

/** The queue is full or the pool is closing; try again after `retryAfterSeconds` (answer 429 or 503). */
export class RendererBusyError extends Error {
  override readonly name = 'RendererBusyError';
  readonly code = 'renderer.busy';
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The document took longer than it may; the browser that drew it was ended. */
export class RenderTimeoutError extends Error {
  override readonly name = 'RenderTimeoutError';
  readonly code = 'renderer.timeout';
}

/** Chromium could not draw the document, also not in a second, fresh browser. */
export class RenderFailedError extends Error {
  override readonly name = 'RenderFailedError';
  readonly code = 'renderer.failed';
}
