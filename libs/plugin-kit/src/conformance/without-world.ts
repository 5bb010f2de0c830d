/** Thrown when a pure stage reaches for a clock, chance, the network or the process. */
export class ImpureStageError extends Error {
  override readonly name = 'ImpureStageError';

  constructor(name: string) {
    super(`A pure stage used ${name}. Everything it may look at is in its input; the time is \`input.now\`.`);
  }
}

/** Runs `work` while everything outside a pure stage's input throws. */
export const withoutWorld = <Result>(work: () => Result): Result => {
  const restore = forbidden().map(([owner, key, name]) => forbid(owner, key, name));
  const restoreDate = forbidPresentDate();
  try {
    return work();
  } finally {
    restoreDate();
    for (const undo of restore) undo();
  }
};

const forbidden = (): readonly (readonly [object, string, string])[] => [
  [Math, 'random', 'Math.random'],
  [performance, 'now', 'performance.now'],
  [crypto, 'randomUUID', 'crypto.randomUUID'],
  [crypto, 'getRandomValues', 'crypto.getRandomValues'],
  ...['instant', 'zonedDateTimeISO', 'plainDateTimeISO', 'plainDateISO', 'plainTimeISO', 'timeZoneId'].map(
    (key) => [Temporal.Now, key, `Temporal.Now.${key}`] as const,
  ),
  ...['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'process'].map(
    (key) => [globalThis, key, key] as const,
  ),
];

/** Replaces a property by a value that throws however it is used; returns how to put it back. */
const forbid = (owner: object, key: string, name: string): (() => void) => {
  const isOwn = Object.hasOwn(owner, key);
  const before: unknown = Reflect.get(owner, key);
  let isForbidden = true;
  const refuse = (): never => {
    throw new ImpureStageError(name);
  };
  const trap = new Proxy(refuse, {
    // Jest remembers what was once a global and looks into it when it cleans up.
    get: (target, property): unknown => (isForbidden ? refuse() : Reflect.get(target, property)),
  });
  // Set, not defined: the globals of the contexts in which Jest runs do not take descriptors back.
  Reflect.set(owner, key, trap);
  return () => {
    isForbidden = false;
    if (isOwn) Reflect.set(owner, key, before);
    else Reflect.deleteProperty(owner, key);
  };
};

/** `new Date(value)` is arithmetic, `new Date()` and `Date.now()` are the clock. */
const forbidPresentDate = (): (() => void) => {
  const RealDate = globalThis.Date;
  const refuse = (name: string): never => {
    throw new ImpureStageError(name);
  };
  globalThis.Date = new Proxy(RealDate, {
    apply: () => refuse('Date()'),
    construct: (_target, args: ConstructorParameters<DateConstructor> | []) =>
      args.length === 0 ? refuse('new Date()') : new RealDate(...args),
    get: (target, key): unknown => (key === 'now' ? refuse('Date.now') : Reflect.get(target, key)),
  });
  return () => {
    globalThis.Date = RealDate;
  };
};
