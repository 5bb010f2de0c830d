/** How long a password is at least, in characters; the API refuses shorter ones too. */
export const SHORTEST_PASSWORD = 10;

/** Said where one is too short. */
export const TOO_SHORT = 'Please take at least ten characters.';
