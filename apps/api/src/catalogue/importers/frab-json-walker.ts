import type { Token } from 'stream-json/parser.js';
import { SESSION_PROPERTIES } from './frab-schema.js';
import { FileFault, type ImportFault } from './import-fault.js';
import { MAX_DEPTH, MAX_FIELD_BYTES } from './import-limits.js';
import { type CaptureProblem, JsonCapture, type JsonValue } from './json-capture.js';
import { jsonPointer } from './json-path.js';

type Path = readonly (string | number)[];

/** What a walk through a schedule meets, in the order of the document. */
export type FrabJsonItem =
  | { kind: 'conference-start' }
  | { kind: 'conference-field'; name: string; value: JsonValue }
  | { kind: 'day-start' }
  | { kind: 'day-field'; name: string; value: JsonValue }
  | { kind: 'day-end'; path: Path }
  | { kind: 'session'; path: Path; roomName: string; value: JsonValue; faults: ImportFault[]; isCut: boolean }
  | { kind: 'fault'; path: Path; field: string; code: string; reason: string };

type Shape = 'object' | 'array' | 'scalar';

const CONFERENCE_DEPTH = 2;
const DAY_DEPTH = 4;
const SESSION_DEPTH = 7;

/** What must stand at `/schedule/conference/days/<n>/rooms/<name>/<n>` and above it, by depth. */
const SPINE: readonly { name: string | undefined; shape: Shape }[] = [
  { name: undefined, shape: 'object' },
  { name: 'schedule', shape: 'object' },
  { name: 'conference', shape: 'object' },
  { name: 'days', shape: 'array' },
  { name: undefined, shape: 'object' },
  { name: 'rooms', shape: 'object' },
  { name: undefined, shape: 'array' },
];

/** Follows the tokens of a schedule down to its sessions and hands out what it passes; everything else is skipped. */
export class FrabJsonWalker {
  private readonly stack: { isArray: boolean; key: string | number }[] = [];
  private capture: { target: JsonCapture; path: (string | number)[] } | undefined;

  /** Takes the parser's next token and tells what is complete with it. */
  take(token: Token): FrabJsonItem | undefined {
    if (this.capture !== undefined) return this.continueCapture(token, this.capture);
    switch (token.name) {
      case 'keyValue': {
        const top = this.stack.at(-1);
        if (top) top.key = token.value;
        return undefined;
      }
      case 'endObject':
      case 'endArray':
        return this.leave();
      case 'startObject':
      case 'startArray':
      case 'startString':
      case 'numberValue':
      case 'nullValue':
      case 'trueValue':
      case 'falseValue':
        return this.enter(token);
      default:
        return undefined;
    }
  }

  private enter(token: Token): FrabJsonItem | undefined {
    const top = this.stack.at(-1);
    if (top?.isArray === true) top.key = Number(top.key) + 1;
    const path = this.path();
    const shape: Shape =
      token.name === 'startObject' ? 'object' : token.name === 'startArray' ? 'array' : 'scalar';

    if (this.isOnSpine(path)) {
      if (path.length === SESSION_DEPTH)
        return this.startCapture(token, path, (key) => SESSION_PROPERTIES.has(key));
      const expected = SPINE[path.length]?.shape;
      if (shape !== expected) {
        this.startSkipping(token, shape);
        return {
          kind: 'fault',
          path,
          field: path.findLast((key) => typeof key === 'string') ?? 'file',
          code: 'frab.type',
          reason: expected === 'array' ? 'Must be a list.' : 'Must be an object.',
        };
      }
      this.push(shape === 'array');
      if (path.length === CONFERENCE_DEPTH) return { kind: 'conference-start' };
      if (path.length === DAY_DEPTH) return { kind: 'day-start' };
      return undefined;
    }
    if (path.length === 2 && path[0] === 'schedule' && path[1] === 'rooms') {
      this.startSkipping(token, shape);
      return {
        kind: 'fault',
        path,
        field: 'rooms',
        code: 'frab.misplaced',
        reason: 'The list of rooms belongs inside “conference”, not beside it.',
      };
    }
    // Only what the conference and a day say of themselves is kept; lists of rooms and tracks are not read.
    const isOwn =
      this.isOnSpine(path.slice(0, -1)) &&
      (path.length === CONFERENCE_DEPTH + 1 || path.length === DAY_DEPTH + 1);
    if (isOwn && !['rooms', 'tracks', 'keywords', 'meta', 'colors'].includes(String(path.at(-1)))) {
      return this.startCapture(token, path, () => false);
    }
    this.startSkipping(token, shape);
    return undefined;
  }

  private leave(): FrabJsonItem | undefined {
    this.stack.pop();
    const path = this.path();
    return path.length === DAY_DEPTH && this.isOnSpine(path) ? { kind: 'day-end', path } : undefined;
  }

  private push(isArray: boolean): void {
    this.stack.push({ isArray, key: isArray ? -1 : '' });
    if (this.stack.length > MAX_DEPTH) {
      throw new FileFault({
        field: 'file',
        code: 'file.too_deep',
        reason: 'The file nests too deeply to be a schedule.',
      });
    }
  }

  private path(): (string | number)[] {
    return this.stack.map(({ key }) => key);
  }

  private isOnSpine(path: Path): boolean {
    if (path.length > SESSION_DEPTH) return false;
    return path.every((key, depth) => {
      const name = SPINE[depth + 1]?.name;
      return name === undefined || name === key;
    });
  }

  private startSkipping(token: Token, shape: Shape): void {
    if (shape === 'scalar' && token.name !== 'startString') return;
    this.capture = { target: new JsonCapture(() => false), path: [] };
    feed(this.capture.target, token);
  }

  private startCapture(
    token: Token,
    path: (string | number)[],
    keeps: (key: string) => boolean,
  ): FrabJsonItem | undefined {
    this.capture = { target: new JsonCapture(keeps), path };
    return this.continueCapture(token, this.capture);
  }

  private continueCapture(
    token: Token,
    { target, path }: { target: JsonCapture; path: (string | number)[] },
  ): FrabJsonItem | undefined {
    feed(target, token);
    if (!target.isComplete) return undefined;
    this.capture = undefined;
    if (path.length === 0) return undefined;
    if (path.length === SESSION_DEPTH) {
      const faults = target.problems.map((problem) => toFault(problem, path));
      return {
        kind: 'session',
        path,
        roomName: String(path[5] ?? ''),
        value: target.value,
        faults,
        isCut: target.isCut,
      };
    }
    const name = String(path.at(-1));
    return {
      kind: path.length === DAY_DEPTH + 1 ? 'day-field' : 'conference-field',
      name,
      value: target.value,
    };
  }
}

function feed(target: JsonCapture, token: Token): void {
  switch (token.name) {
    case 'keyValue':
      return target.key(token.value);
    case 'startObject':
      return target.open(emptyObject());
    case 'startArray':
      return target.open([]);
    case 'endObject':
    case 'endArray':
      return target.close();
    case 'startString':
      return target.startText();
    case 'stringChunk':
      return target.addText(token.value);
    case 'endString':
      return target.endText();
    case 'numberValue':
      return target.scalar(Number(token.value));
    case 'nullValue':
    case 'trueValue':
    case 'falseValue':
      return target.scalar(token.value);
    default:
      return undefined;
  }
}

/** Without a prototype, so that no key of a file can reach one. */
function emptyObject(): Record<string, JsonValue> {
  const object: Record<string, JsonValue> = {};
  Object.setPrototypeOf(object, null);
  return object;
}

function toFault(problem: CaptureProblem, base: Path): ImportFault {
  const path = [...base, ...problem.path];
  const place = { path: jsonPointer(path), field: String(problem.path[0] ?? 'session') };
  switch (problem.kind) {
    case 'text_too_large':
      return {
        ...place,
        code: 'text.too_large',
        reason: `This text holds more than ${MAX_FIELD_BYTES / 1000} kB.`,
      };
    case 'value_too_large':
      return { ...place, code: 'session.too_large', reason: 'This session holds more than 1 MB.' };
    case 'too_deep':
      return { ...place, code: 'session.too_deep', reason: 'This session nests too deeply.' };
  }
}
