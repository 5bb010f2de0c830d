/** What a template can see: plain data. Functions, classes and prototypes never enter. */
export type TemplateValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | SafeHtml
  | readonly TemplateValue[]
  | { readonly [key: string]: TemplateValue };

/** Markup made by one of our own helpers; the only thing that is written out without escaping. */
export class SafeHtml {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '`': '&#x60;',
  '=': '&#x3D;',
};

/** The same characters that Handlebars escapes, so that a value is inert in text and in any attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`=]/g, (character) => entities[character] ?? character);
}

/** What `{{value}}` prints: nothing for missing values and structures, escaped text for the rest. */
export function printed(value: TemplateValue): string {
  if (value instanceof SafeHtml) return value.html;
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return '';
}

/** Handlebars' truth: empty strings, zero and empty lists are false. */
export function isTruthy(value: TemplateValue): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** A property that the data itself has; nothing inherited can be reached. */
export function ownProperty(value: TemplateValue, key: string): TemplateValue {
  if (typeof value !== 'object' || value === null || value instanceof SafeHtml) return undefined;
  if (isList(value)) {
    if (key === 'length') return value.length;
    return /^\d+$/.test(key) ? value[Number(key)] : undefined;
  }
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

export function isList(value: TemplateValue): value is readonly TemplateValue[] {
  return Array.isArray(value);
}
