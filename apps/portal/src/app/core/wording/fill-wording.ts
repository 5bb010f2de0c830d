import { DEFAULT_WORDING, isWordKey, type WordKey } from './default-wording.js';

/** The society's word for a key, with references to other words filled in; a word that names itself is left alone. */
export function fillWording(
  key: WordKey,
  overrides: Readonly<Record<string, string>>,
  seen: WordKey[] = [],
): string {
  const text = overrides[key] ?? DEFAULT_WORDING[key];
  return text.replace(/\{(\w+)\}/g, (whole, other: string) =>
    isWordKey(other) && other !== key && !seen.includes(other)
      ? fillWording(other, overrides, [...seen, key])
      : whole,
  );
}
