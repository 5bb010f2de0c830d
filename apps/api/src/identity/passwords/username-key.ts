/** A username as it is compared: without case and spaces around it, and in ordinary characters. */
export const usernameKey = (username: string): string =>
  username.toWellFormed().normalize('NFKC').trim().toLowerCase();
