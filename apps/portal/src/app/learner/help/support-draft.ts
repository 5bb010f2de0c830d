/** What the person has typed, kept on this device until it is sent; and the key under which it counts once. */
export interface SupportDraft {
  message: string;
  replyTo: string;
  /** Of the try under way: the same for the same words, so that pressing again sends nothing twice. */
  key: string | null;
}

export const NO_DRAFT: SupportDraft = { message: '', replyTo: '', key: null };

/** What an earlier visit left; nothing for what is not ours. */
export function parseSupportDraft(stored: string | null): SupportDraft {
  if (stored === null) return NO_DRAFT;
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch (cause) {
    if (cause instanceof SyntaxError) return NO_DRAFT;
    throw cause;
  }
  if (typeof value !== 'object' || value === null) return NO_DRAFT;
  const text = (name: string): string => {
    const found: unknown = Reflect.get(value, name);
    return typeof found === 'string' ? found : '';
  };
  return { message: text('message'), replyTo: text('replyTo'), key: text('key') || null };
}
