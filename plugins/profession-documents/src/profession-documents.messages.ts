import type { Message } from '@laurel/plugin-kit';

const only = 'Only {professions} may claim credit using {document}.';

export const messages = {
  'other-profession': { text: `${only} {alternative} is ready for you.` },
  'other-profession-only': {
    text: only,
    remedy: 'If your profession is not right in your registration, ask the society to correct it.',
  },
  'nothing-claimed': {
    text: 'You claimed nothing that {document} could state.',
    remedy: 'Change your claim to add what you took part in.',
  },
  rule: { text: '{document} is for {professions}.' },
} as const satisfies Readonly<Record<string, Message>>;
