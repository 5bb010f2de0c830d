/** A name or a typed text without case and accents, in SQL. */
const plain = (text: string): string =>
  `lower(regexp_replace(normalize(${text}, NFKD), '[\\u0300-\\u036f]', '', 'g'))`;

/**
 * The ids of the learners whom a text finds: by badge, whole; by member number, whole; or by a part of the name, as
 * registered or as on certificates. The tenant is `$1`.
 *
 * @param text the parameter with what was typed
 */
export const FOUND_LEARNERS = (text: string): string => `
  select r.learner_id from registrations r where r.tenant_id = $1 and lower(r.badge) = lower(${text})
  union
  select f.id from learners f where f.tenant_id = $1 and (lower(f.member_number) = lower(${text})
    or position(${plain(text)} in ${plain(`f.first_name || ' ' || f.last_name || ' ' || f.display_name`)}) > 0)`;

const LEAST_CHARACTERS = 2;

/** Whether what was typed is more than blanks and accents, which every name has in it: two characters at least. */
export const isSearchable = (text: string): boolean =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .trim().length >= LEAST_CHARACTERS;
