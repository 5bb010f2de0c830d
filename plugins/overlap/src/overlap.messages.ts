import type { Message } from '@laurel/plugin-kit';

const several = '{rooms, plural, =2 {two} =3 {three} =4 {four} =5 {five} other {#}}';

export const messages = {
  'at-once': {
    text: `You were in ${several} rooms at once on {onDay} from {fromTime} to {toTime}. That time counts once.`,
    remedy: 'If you were in only one of them, remove the others from your {cart}.',
  },
  rule: {
    text: 'The time of sessions that run at once counts once{isEvery, select, true {, for every type of credit} other { for {types}}}.',
  },
} as const satisfies Readonly<Record<string, Message>>;
