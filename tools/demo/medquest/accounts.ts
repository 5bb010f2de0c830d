import type { DemoRegistrant } from '../registrants.js';

/** How an account stands at MedQuest; the other accounts follow from their number. */
export interface MedQuestAccount {
  badge: string;
  username: string;
  /** How many topics of each course were completed, by the course's code. */
  completed: Readonly<Record<string, number>>;
  /** Whole years from today that the membership is valid; negative when it has ended, null without one. */
  membershipYears: number | null;
}

/** The people that documentation and tests sign in as. */
export const MEDQUEST_ACCOUNTS: readonly MedQuestAccount[] = [
  {
    badge: '100001',
    username: 'okafor',
    completed: { EM: 12, PED: 6, IM: 5, TOX: 8, SAFE: 9, UC: 3 },
    membershipYears: 1,
  },
  { badge: '100002', username: 'lindqvist', completed: { EM: 4, FM: 6, SAFE: 3 }, membershipYears: null },
  { badge: '100003', username: 'nguyen', completed: { EM: 5, PED: 4, SAFE: 6 }, membershipYears: 1 },
  { badge: '100004', username: 'castellanos', completed: { IMG: 10, SAFE: 2 }, membershipYears: 1 },
  {
    badge: '100005',
    username: 'yamada',
    completed: { IM: 8, FM: 3, IMG: 2, HAND: 3, SELF: 2 },
    membershipYears: 1,
  },
];

/** What any other account has completed, from a number that is its own. */
export const completedBy = ({ badge }: DemoRegistrant): Readonly<Record<string, number>> => {
  const known = MEDQUEST_ACCOUNTS.find((account) => account.badge === badge);
  if (known !== undefined) return known.completed;
  const number = Number(badge);
  return { EM: number % 4, PED: number % 3, IM: number % 5, FM: number % 2 };
};

/** Of the other accounts two in three are members. */
export const membershipYearsOf = ({ badge }: DemoRegistrant): number | null => {
  const known = MEDQUEST_ACCOUNTS.find((account) => account.badge === badge);
  if (known !== undefined) return known.membershipYears;
  const number = Number(badge);
  return number % 3 === 0 ? null : number % 7 === 0 ? -1 : 1;
};
