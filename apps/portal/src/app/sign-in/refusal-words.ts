/** What somebody needs to know who came back from the society's own sign-in without being signed in. */
interface Circumstances {
  /** What the society calls its own sign-in. */
  provider: string;
  /** Whom to ask. */
  email: string;
  /** Whether a badge number opens the door as well. */
  hasBadge: boolean;
}

/** A plain sentence for a refusal of the provider sign-in; for one we do not know, the general one. */
export function refusalWords(refusal: string, { provider, email, hasBadge }: Circumstances): string {
  const otherwise = hasBadge ? ' You can also sign in with the number on your badge.' : '';
  switch (refusal) {
    case 'away':
      return `${provider} cannot be reached at the moment. Please try again in a few minutes.${otherwise}`;
    case 'cancelled':
      return `You did not finish signing in at ${provider}. Nothing has changed; try again whenever you like.`;
    case 'expired':
      return 'That sign-in took too long, or another one was begun in this browser. Please try once more.';
    case 'not-registered':
      return `${provider} knows you, but you are not on the list for this activity. Please write to ${email} to be registered.${otherwise}`;
    default:
      return `${provider} did not confirm who you are. Please try again; if it happens again, write to ${email}.${otherwise}`;
  }
}
