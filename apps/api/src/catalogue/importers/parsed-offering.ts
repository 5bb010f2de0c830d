/** A session of an imported programme, before it meets the database. */
export interface ParsedOffering {
  /** What identifies the session from import to import. */
  sourceKey: string;
  /** The code people know it by. */
  code: string;
  title: string;
  description: string;
  /** Code of the course that a topic belongs to. */
  course: string | null;
  /** ISO instant, UTC; null, as end and day are, for what has no time: a recording, a topic of a course. */
  startsAt: string | null;
  /** ISO instant, UTC; always after `startsAt`. */
  endsAt: string | null;
  /** Day in the programme's zone; a session at 00:30 belongs to the programme day it runs in. */
  day: string | null;
  room: string;
  track: string;
  category: string;
  type: string;
  isHighlight: boolean;
  tier: string | null;
  speakers: string[];
  language: string | null;
  /** A break or other service: no credit. */
  isService: boolean;
  /**
   * Credit the file states, in hundredths, per credit type as the column names it; empty: stated to be none.
   * Null: the file says nothing, credit comes from the duration.
   */
  credits: { creditType: string; hundredths: number }[] | null;
}

const SERVICE_TYPES =
  /^(?:(?:coffee|tea|lunch|dinner|refreshment|networking|health|comfort)[\s/-]*)*(?:break|breaks|lunch|pause|registration|badge pick-?up|service|doors open|transfer)$/i;

/** Whether a session's type names a break or service rather than a session. */
export function isServiceType(type: string): boolean {
  return SERVICE_TYPES.test(type.trim());
}
