import type { Message } from '@laurel/plugin-kit';

const keeps = '{hasKeeps, select, true {{keeps} } other {}}';

export const messages = {
  active: { text: 'Your {membership} is active.' },
  'active-until': { text: 'Your {membership} is active until {untilOn}.' },
  'in-grace': {
    text: 'Your {membership} ended on {endedOn}. You can still claim until {graceOn}.',
    remedy: 'Renew it in time to claim later, too.',
  },
  'not-yet': {
    text: 'Claiming needs an active {membership}; yours begins on {beginsOn}.',
    remedy: `${keeps}Come back then.`,
  },
  ended: {
    text: 'Claiming needs an active {membership}; yours ended on {endedOn}.',
    remedy: `${keeps}Renew your {membership} to claim.`,
  },
  missing: {
    text: 'Claiming needs an active {membership}, and we have not found yours.',
    remedy: `${keeps}If you are a member, ask {society} to look for your {membership}; otherwise buy one.`,
  },
  rule: {
    text: 'Claiming needs an active {membership}{graceDays, plural, =0 {} one {, or one that ended a day ago at most} other {, or one that ended # days ago at most}}.',
  },
} as const satisfies Readonly<Record<string, Message>>;
