import type { DateOrder, TextEncoding } from '../importers/index.js';

/** What a file may be said to be saved as. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
] as const satisfies readonly TextEncoding[];

/** How `3/4/2027` may be said to be meant. */
export const dateOrders = ['mdy', 'dmy'] as const satisfies readonly DateOrder[];
