/** Who may take part in an activity: only those the society registered, or everybody it knows. */
export const enrolments = ['registered', 'open'] as const;
export type Enrolment = (typeof enrolments)[number];
