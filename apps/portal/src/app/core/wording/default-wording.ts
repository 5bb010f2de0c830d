/**
 * The portal's words that a society may replace by its own. `{key}` stands for another of these words, so that a
 * society that calls its cart "Session Evaluations" says so on every button.
 */
export const DEFAULT_WORDING = {
  sessions: 'Sessions',
  /** The page of all sessions. */
  browse: '{sessions}',
  addSessions: 'Add sessions',
  /** What of the sessions is shown, and in which order. */
  allDays: 'All days',
  allSessions: 'All sessions',
  searchSessions: 'Search sessions',
  byDate: 'Date',
  byTitle: 'Title',
  session: 'session',
  itinerary: 'My Itinerary',
  cart: 'Credit Cart',
  myCart: 'My {cart}/Certificates',
  /** The page of one's own claim, where it is the first one. */
  claimTitle: '{myCart}',
  returnToClaim: 'Return to {cart}',
  addToCart: 'Add to {cart}',
  inCart: 'In your {cart}',
  added: 'Added to your {cart}',
  /** The list of one's sessions, where the page of the claim is the first one. */
  claimSessions: '{cart}',
  addAllToCart: 'Add all Eligible Sessions to {cart}',
  importFromApp: 'Import from App',
  remove: 'Remove',
  evaluation: 'Evaluation',
  /** Behind the last questions of an evaluation, and the head of what then says that it has arrived. */
  finishEvaluation: 'Finish',
  evaluationFinished: 'Thank you',
  review: 'Review',
  reviewTitle: 'Review and submit',
  toReview: 'Review and submit',
  submit: 'Submit',
  goBack: 'Save & go back',
  logOut: 'Save & log out',
  /** Beside the totals, where a society has something to say about them. */
  creditNote: '',
  contact: 'If you have any questions regarding your credits, write to',
  /** Where credit is earned by completions: what is to be claimed, and what was. */
  earnedCredits: 'Credits',
  claimEarned: 'Claim credits',
  claimed: 'Claimed',
  creditTypeLabel: 'Type of credit',
  /** After an amount on the button: "Claim 12.50 CME". */
  claimAmount: 'credits',
  preview: 'Preview',
  generate: 'Generate Certificate',
  displayName: 'Name',
  certificate: 'Certificate',
  certificates: 'Certificates',
  availableCertificates: 'Available Certificates',
  badge: 'Badge ID',
  lastName: 'Last Name',
  signIn: 'Sign in',
  welcome: 'Claim your credit',
  welcomeLead:
    'Sign in with the number on your badge. It takes about three minutes, and you can stop at any time.',
  /** Where there are other ways than the badge. */
  welcomeLeadWays: 'It takes about three minutes, and you can stop at any time.',
} as const;

/** Whether a text is the key of a word. */
export const isWordKey = (text: string): text is WordKey => text in DEFAULT_WORDING;

export type WordKey = keyof typeof DEFAULT_WORDING;
