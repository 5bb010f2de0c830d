import type { Message } from '@laurel/plugin-kit';

const remedy = '{help}{url, select, none {} other { Upgrade to {needed}: {url}.}}';
const own = '{hasTier, select, true {yours is {own}} other {we know of no registration of yours}}';

export const messages = {
  'part-needs-tier': {
    text: `This session is part of {part}. {parts} need a {needed} registration; ${own}.`,
    remedy,
  },
  'session-needs-tier': { text: `This session needs a {needed} registration; ${own}.`, remedy },
  'rule-session': { text: 'Sessions of the tier {needed} are for {tiers} registrants.' },
  'rule-part': { text: '{parts} are for {tiers} registrants.' },
} as const satisfies Readonly<Record<string, Message>>;
