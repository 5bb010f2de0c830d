import { lastNameKey } from '../learners/last-name-key.js';

/** What people put before and after a name without it being part of it. */
const BEFORE = /^(?:(?:dr|prof|professor|mr|mrs|ms|miss|mx|herr|frau|sir|dame|sr|sra|dott|dra)\.?\s+)+/iu;
const AFTER =
  /(?:[\s,]+(?:jr|sr|ii|iii|iv|md|m\.d|do|d\.o|phd|ph\.d|rn|np|pa|pa-c|facs|facc|fhrs|mph|mba|msc|bsn|msn|dnp|pharmd)\.?)+$/iu;
/** Generational suffixes that a registration list may hold as part of the last name. */
const SUFFIXES = ['', 'jr', 'sr', 'ii', 'iii', 'iv'];

/**
 * The keys under which a last name, as somebody typed it, may be stored: as it is, without title and degrees,
 * and with a generational suffix that only the registration list knows. Empty when nothing of a name is left.
 */
export function typedLastNameKeys(typed: string): string[] {
  // NFKC first, so that a full-width comma or space is one.
  const text = typed.toWellFormed().normalize('NFKC').trim();
  const bare = text.replace(BEFORE, '').replace(AFTER, '');
  const keys = [lastNameKey(text), lastNameKey(bare)].filter((key) => key !== '');
  return [...new Set(keys.flatMap((key) => SUFFIXES.map((suffix) => key + suffix)))];
}

/** A badge number as it is compared: without spaces around it and in ordinary digits. */
export const typedBadge = (typed: string) => typed.toWellFormed().normalize('NFKC').trim();
