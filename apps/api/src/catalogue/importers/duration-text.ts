/** Longest session that is believed: a week. */
export const MAX_DURATION_MINUTES = 7 * 24 * 60;

/**
 * Minutes of a frab duration: `0:45`, `00:45`, `26:00`, `1:02:30` (days, hours, minutes) and the
 * older `01:30:00` (hours, minutes, seconds; two digits first). Undefined when it is none of them.
 */
export function parseFrabDuration(text: string): number | undefined {
  const match = /^(-?)(\d{1,4}):(\d{2})(?::(\d{1,2}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, first = '', second, third] = match;
  const parts = [Number(first), Number(second), Number(third ?? 0)] as const;
  let minutes: number;
  if (third === undefined) {
    if (parts[1] > 59) return undefined;
    minutes = parts[0] * 60 + parts[1];
  } else if (first.length === 1 && parts[1] < 24) {
    if (parts[2] > 59) return undefined;
    minutes = parts[0] * 1440 + parts[1] * 60 + parts[2];
  } else {
    if (parts[1] > 59 || parts[2] > 59) return undefined;
    minutes = parts[0] * 60 + parts[1] + Math.round(parts[2] / 60);
  }
  return sign === '-' ? -minutes : minutes;
}

/**
 * Minutes of a spreadsheet's duration: `45`, `45 min`, `1:30`, `1:30:00`, `1 h 30 min`, `1.5 hours`, or
 * Excel's fraction of a day (`0.0625`). Undefined when it is none of them.
 */
export function parseCellDuration(text: string): number | undefined {
  const cell = text.trim().toLowerCase().replace(',', '.');
  const clock = /^(-?)(\d{1,3}):([0-5]\d)(?::[0-5]\d)?$/.exec(cell);
  if (clock) return (clock[1] === '-' ? -1 : 1) * (Number(clock[2]) * 60 + Number(clock[3]));
  if (/^-?\d{1,5}$/.test(cell)) return Number(cell);
  if (/^0?\.\d+$/.test(cell)) return Math.round(Number(cell) * 1440);
  const words =
    /^(?:(\d{1,3}(?:\.\d+)?)\s*h(?:(?:ou)?rs?|ours)?\.?)?\s*(?:(\d{1,4})\s*m(?:in(?:ute)?s?)?\.?)?$/.exec(
      cell,
    );
  if (words && (words[1] !== undefined || words[2] !== undefined)) {
    return Math.round(Number(words[1] ?? 0) * 60) + Number(words[2] ?? 0);
  }
  return undefined;
}
