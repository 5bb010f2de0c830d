import { v7 as uuid } from 'uuid';
import { displayName } from '../../learners/display-name.js';
import { lastNameKey } from '../../learners/last-name-key.js';
import type { ParsedRegistrant } from '../importers/index.js';
import { contentHash } from './file-digest.js';
import type { StagingTable } from './staging.js';

/**
 * The registrants' rows as they are compared with learners and registrations. `learner_id` and
 * `registration_id` stay empty until the row is matched; `new_id` serves for whatever is new.
 */
export const registrantStaging: StagingTable<ParsedRegistrant> = {
  name: 'staged_registrants',
  columns: `
    row_number integer, new_id uuid, badge text, first_name text, last_name text, display_name text,
    credentials text, profession text, email text, member_number text, identifiers jsonb, tier text,
    last_name_key text, content_hash text, registration_id uuid, learner_id uuid,
    is_new_learner boolean, is_changed boolean, is_other_person boolean
  `,
  toRow: (registrant, row) => {
    const nameKey = lastNameKey(registrant.lastName);
    if (nameKey === '') {
      return {
        faults: [
          {
            row,
            field: 'lastName',
            code: 'name.without_letters',
            message: 'The last name has no letters, so nobody could sign in with it.',
          },
        ],
      };
    }
    const values = {
      badge: registrant.badge,
      first_name: registrant.firstName,
      last_name: registrant.lastName,
      credentials: registrant.credentials,
      profession: registrant.profession,
      // Addresses are compared without case.
      email: registrant.email?.toLowerCase() ?? null,
      member_number: registrant.memberNumber,
      identifiers: identifiersOf(registrant),
      tier: registrant.tier,
    };
    return {
      row_number: row,
      new_id: uuid(),
      ...values,
      display_name: displayName(registrant.firstName, registrant.lastName),
      last_name_key: nameKey,
      content_hash: contentHash(Object.values(values)),
      is_new_learner: false,
      is_changed: false,
      is_other_person: false,
    };
  },
};

const identifiersOf = ({ npi, memberNumber, boardIds }: ParsedRegistrant): Record<string, string> => ({
  ...boardIds,
  ...(npi === null ? {} : { npi }),
  ...(memberNumber === null ? {} : { member: memberNumber }),
});
