import type { Message } from '@laurel/plugin-kit';

export const messages = {
  'category-excluded': {
    text: 'Sessions of the category {category} cannot be claimed for credit.',
    remedy: 'Ask the society if you think that this session should count.',
  },
} as const satisfies Readonly<Record<string, Message>>;
