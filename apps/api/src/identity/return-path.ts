/** The portal's own first page, whichever that is for the society. */
const FALLBACK = '/';
/** Only to compare with; no request is made to it. */
const HERE = 'http://portal.invalid';

/**
 * Where in the portal to go after signing in: a path of our own, and nothing that a browser could read as another
 * site's address or as an address of the API.
 */
export function returnPath(wanted: string | undefined): string {
  if (wanted === undefined || !wanted.startsWith('/') || wanted.length > 1_000) return FALLBACK;
  // Browsers read a backslash as a slash and drop tabs and line ends: `/\evil.example`, `/\t/evil.example`.
  if (/[\\\p{Cc}]/u.test(wanted) || !URL.canParse(wanted, HERE)) return FALLBACK;
  const { origin, pathname, search, hash } = new URL(wanted, HERE);
  if (origin !== HERE || pathname.startsWith('//') || /^\/(api|sign-in)(\/|$)/.test(pathname))
    return FALLBACK;
  return `${pathname}${search}${hash}`;
}
