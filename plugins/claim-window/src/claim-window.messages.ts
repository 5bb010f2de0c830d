import type { Message } from '@laurel/plugin-kit';

const left =
  '{days, plural, =0 {{hours, plural, =0 {less than an hour} one {# hour} other {# hours}}} one {# day} other {# days}}';

export const messages = {
  'not-open': {
    text: 'Credit can be claimed from {opensAt} on.',
    remedy: `Come back then; that is in ${left}.`,
  },
  'not-begun': { text: 'This session begins on {startsAt}; you can claim it from then.' },
  open: { text: `You can claim until {untilAt}. That is ${left} from now.` },
  'open-for-amendment': { text: `You can change your claim until {untilAt}. That is ${left} from now.` },
  closed: {
    text: 'Credit could be claimed until {closesAt}.',
    remedy: 'Ask the society whether a late claim is possible.',
  },
  'amendments-closed': {
    text: 'Submitted claims could be changed until {closesAt}.',
    remedy: 'Your claim stands as it is. Ask the society if something in it is wrong.',
  },
  'rule-until': { text: 'Credit can be claimed until {closesAt}.' },
  'rule-between': { text: 'Credit can be claimed from {opensAt} to {closesAt}.' },
  'rule-amendments': { text: 'Submitted claims can be changed until {amendableAt}.' },
  'rule-begun-only': { text: 'A session can be claimed from its start on.' },
} as const satisfies Readonly<Record<string, Message>>;
