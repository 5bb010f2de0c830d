/** What of a session can be searched; built once for a catalogue, asked on every key press. */
export interface Searchable {
  id: string;
  title: string;
  code: string;
  room: string;
  track: string;
  category: string;
  type: string;
  speakers: readonly string[];
}

interface Entry {
  id: string;
  title: string;
  all: string;
}

/** Lower case without accents, words separated by single spaces, with a space in front so that " tach" starts a word. */
export const searchable = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;

/** The typed words, each as the start of a word. */
const wordsOf = (query: string): string[] =>
  searchable(query)
    .trim()
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ` ${word}`);

/** The speakers with one of the typed words at the start of one of their names. */
export function speakersFound(speakers: readonly string[], query: string): string[] {
  const words = wordsOf(query);
  return words.length === 0
    ? []
    : speakers.filter((speaker) => words.some((word) => searchable(speaker).includes(word)));
}

/**
 * Finds the sessions that have every typed word at the start of one of their words: title, code, room, track, category,
 * type or speaker. Sessions with all of them in the title come first; otherwise the given order stays.
 */
export class SearchIndex {
  readonly #entries: Entry[];

  constructor(sessions: readonly Searchable[]) {
    this.#entries = sessions.map((session) => ({
      id: session.id,
      title: searchable(session.title),
      all: searchable(
        [
          session.title,
          session.code,
          session.room,
          session.track,
          session.category,
          session.type,
          ...session.speakers,
        ].join(' '),
      ),
    }));
  }

  /** Ids, best first; null when nothing was typed, which means all. */
  find(query: string): string[] | null {
    const words = wordsOf(query);
    if (words.length === 0) return null;
    const hits = this.#entries.filter((entry) => words.every((word) => entry.all.includes(word)));
    const isInTitle = (entry: Entry) => words.every((word) => entry.title.includes(word));
    return [...hits.filter(isInTitle), ...hits.filter((entry) => !isInTitle(entry))].map((entry) => entry.id);
  }
}
