import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** In characters. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** Of zxcvbn's 0 to 4: safely unguessable for somebody who may try often and has the hashes. */
const LEAST_SCORE = 3;
/** What is judged; the time it takes grows with the square. A password that begins well is not made weak by its end. */
const JUDGED_CHARACTERS = 32;
const MOST_SUBSTITUTIONS = 10;
/** Shorter words of one's own are in too many good passwords. */
const SHORTEST_OWN_WORD = 3;

/** What would help, as zxcvbn sees it, in our words. The library's own speak of "page related data". */
const HELP = {
  warnings: {
    straightRow: 'A row of keys is one of the first things that is tried.',
    keyPattern: 'A pattern on the keyboard is one of the first things that is tried.',
    simpleRepeat: 'A character that is repeated adds almost nothing.',
    extendedRepeat: 'A part that is repeated adds almost nothing.',
    sequences: 'Sequences such as “abc” or “6543” are easily guessed.',
    recentYears: 'Recent years are easily guessed.',
    dates: 'Dates are easily guessed.',
    topTen: 'This is one of the ten passwords most often used.',
    topHundred: 'This is one of the hundred passwords most often used.',
    common: 'This password is in the lists that have been stolen elsewhere.',
    similarToCommon: 'This is close to a password in the lists that have been stolen elsewhere.',
    wordByItself: 'A single word is easily guessed.',
    namesByThemselves: 'A name by itself is easily guessed.',
    commonNames: 'Names are easily guessed.',
    userInputs: 'It holds your own name, username, or the name of your society.',
    pwned: 'This password is in the lists that have been stolen elsewhere.',
  },
  otherwise: 'This password could be guessed.',
  remedy: 'Three or four words that have nothing to do with each other make a good one.',
} as const;

/** Of a password that somebody else's list has. */
export const STOLEN = `${HELP.warnings.pwned} ${HELP.remedy}`;

let judge: Promise<ZxcvbnFactory> | undefined;

/**
 * Why a password is refused, in sentences that say what would help; null for a good one.
 *
 * @param ownWords what others know about the learner: names, username, mail address, society
 */
export async function weaknessOf(password: string, ownWords: readonly string[]): Promise<string | null> {
  judge ??= loadJudge();
  const { score, feedback } = (await judge).check(password.slice(0, JUDGED_CHARACTERS), parts(ownWords));
  return score >= LEAST_SCORE ? null : `${feedback.warning ?? HELP.otherwise} ${HELP.remedy}`;
}

/** The word lists are some thirty megabytes, so that a process loads them with the first password it judges. */
async function loadJudge(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: { ...english.translations, warnings: HELP.warnings },
    l33tMaxSubstitutions: MOST_SUBSTITUTIONS,
  });
}

/** Each text in its words, as it is written between spaces, and with neighbouring words as one; with and without accents. */
const parts = (texts: readonly string[]): string[] => {
  const bare = texts.map((text) => text.normalize('NFKD').replace(/\p{Mark}/gu, ''));
  const found = [...texts, ...bare].flatMap((text) => {
    const words = text.split(/[^\p{L}\p{N}]+/u);
    const runs = words.flatMap((_, start) =>
      words.slice(start).map((_word, more) => words.slice(start, start + more + 1).join('')),
    );
    return [...runs, ...text.split(/[\s@]+/u)];
  });
  return [...new Set(found.map((word) => word.toLowerCase()))].filter(
    (word) => word.length >= SHORTEST_OWN_WORD,
  );
};
