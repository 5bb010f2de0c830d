import { v7 as uuid } from 'uuid';
import type { ParsedOffering } from '../importers/index.js';
import { contentHash } from './file-digest.js';
import type { OfferingCredits } from './offering-credits.js';
import type { StagingTable } from './staging.js';

/** The programme's rows as they are compared with the offerings there are. */
export const programmeStaging = (credits: OfferingCredits): StagingTable<ParsedOffering> => ({
  name: 'staged_offerings',
  columns: `
    row_number integer, id uuid, source_key text, code text, title text, description text,
    starts_at timestamptz(3), ends_at timestamptz(3), day date, room text, track text, category text, type text,
    tier text, is_highlight boolean, speakers jsonb, credits jsonb, content_hash text
  `,
  toRow: (offering, row) => {
    const decided = credits.of(offering, row);
    if ('faults' in decided) return decided;
    const values = {
      source_key: offering.sourceKey,
      code: offering.code,
      title: offering.title,
      description: offering.description,
      starts_at: offering.startsAt,
      ends_at: offering.endsAt,
      day: offering.day,
      room: offering.room,
      track: offering.track,
      category: offering.category,
      type: offering.type,
      tier: offering.tier,
      is_highlight: offering.isHighlight,
      speakers: offering.speakers,
      credits: decided.credits,
    };
    return { row_number: row, id: uuid(), ...values, content_hash: contentHash(Object.values(values)) };
  },
});
