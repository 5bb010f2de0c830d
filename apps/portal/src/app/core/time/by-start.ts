/** By start, in the order of time; what has no time stands at the end. ISO instants of one form sort as text. */
export const byStart = (a: { startsAt: string | null }, b: { startsAt: string | null }): number => {
  if (a.startsAt === b.startsAt) return 0;
  if (a.startsAt === null) return 1;
  if (b.startsAt === null) return -1;
  return a.startsAt < b.startsAt ? -1 : 1;
};
