/** Credit in hundredths: 0.25 credit is 25. Always an integer, so sums never drift. */
export type Hundredths = number;
