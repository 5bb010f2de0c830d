import type { Message } from '@laurel/plugin-kit';

export const messages = {
  expired: {
    text: 'You earned this on {earnedOn}. It could be claimed until {lastOn}.',
    remedy: 'Ask the society if you think that this is a mistake.',
  },
  'rule-years': {
    text: 'Credit can be claimed for {years, plural, =1 {one year} =2 {two years} =3 {three years} =4 {four years} =5 {five years} other {# years}} after it was earned.',
  },
  'rule-months': {
    text: 'Credit can be claimed for {months, plural, one {# month} other {# months}} after it was earned.',
  },
} as const satisfies Readonly<Record<string, Message>>;
