import { MAX_DEPTH, MAX_FIELD_BYTES, MAX_SESSION_CHARACTERS } from './import-limits.js';

/** A JSON value built from tokens; objects have no prototype, so that no key of a file can reach one. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

export interface CaptureProblem {
  /** Keys from the captured value's root. */
  path: (string | number)[];
  kind: 'text_too_large' | 'value_too_large' | 'too_deep';
}

type Container = { [key: string]: JsonValue } | JsonValue[];

/** Every value costs at least this much, so that a million empty lists are counted too. */
const VALUE_COST = 16;

/**
 * Builds one value from the tokens of a JSON parser, within bounds: texts that are too long are dropped
 * and noted, and nothing more is kept once the whole has become too large.
 */
export class JsonCapture {
  readonly problems: CaptureProblem[] = [];
  value: JsonValue = null;
  private readonly stack: { container: Container; key: string }[] = [];
  private pieces: string[] = [];
  private length = 0;
  private cost = 0;
  /** Whether parts are missing from the value because it became too large or too deep. */
  isCut = false;

  /** Whether the value has come to its end. */
  isComplete = false;

  /** @param keeps which properties of the root object are kept */
  constructor(private readonly keeps: (key: string) => boolean) {}

  key(name: string): void {
    const top = this.stack.at(-1);
    if (top) top.key = name;
  }

  open(container: Container): void {
    this.place(container);
    this.stack.push({ container, key: '' });
    if (this.stack.length === MAX_DEPTH) this.giveUp('too_deep');
  }

  close(): void {
    this.stack.pop();
    this.isComplete = this.stack.length === 0;
  }

  scalar(value: string | number | boolean | null): void {
    this.place(value);
    this.isComplete = this.stack.length === 0;
  }

  startText(): void {
    this.pieces = [];
    this.length = 0;
  }

  addText(piece: string): void {
    this.length += piece.length;
    if (this.length <= MAX_FIELD_BYTES) this.pieces.push(piece);
  }

  endText(): void {
    if (this.length > MAX_FIELD_BYTES && this.isKept()) {
      this.problems.push({ path: this.path(), kind: 'text_too_large' });
    }
    const text = this.length > MAX_FIELD_BYTES ? '' : this.pieces.join('');
    this.pieces = [];
    this.scalar(text);
  }

  private place(value: JsonValue): void {
    if (!this.isKept()) return;
    this.cost += VALUE_COST + (typeof value === 'string' ? value.length : 0);
    if (this.cost > MAX_SESSION_CHARACTERS) return this.giveUp('value_too_large');
    const top = this.stack.at(-1);
    if (top === undefined) this.value = value;
    else if (Array.isArray(top.container)) top.container.push(value);
    else top.container[top.key] = value;
  }

  private isKept(): boolean {
    const root = this.stack[0];
    return !this.isCut && (root === undefined || Array.isArray(root.container) || this.keeps(root.key));
  }

  private giveUp(kind: CaptureProblem['kind']): void {
    if (!this.isCut) this.problems.push({ path: this.path(), kind });
    this.isCut = true;
  }

  private path(): (string | number)[] {
    return this.stack.map(({ container, key }) => (Array.isArray(container) ? container.length : key));
  }
}
