import type { Answer, Answers, FormSection, Question } from './form-definition.js';

export interface ChoiceCount {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** What a question was answered, over everybody whose evaluation counts. */
export interface QuestionResult {
  readonly key: string;
  readonly label: string;
  readonly kind: Question['kind'];
  readonly answeredCount: number;
  /** Of choices; of a scale, one for each step. */
  readonly choices?: readonly ChoiceCount[];
  /** Of a matrix. */
  readonly rows?: readonly {
    readonly key: string;
    readonly label: string;
    readonly choices: readonly ChoiceCount[];
  }[];
  /** Of a scale, rounded to two decimals; null while nobody answered. */
  readonly mean?: number | null;
  /** Of texts: at most `MOST_TEXTS`. */
  readonly texts?: readonly string[];
}

/** More are not read on a screen; the CSV file holds all. */
export const MOST_TEXTS = 200;

/** Counts answers one person at a time, so that many thousands need little memory. */
export class ResultTally {
  private readonly questions: readonly { readonly section: string; readonly tally: QuestionTally }[];
  private responses = 0;

  constructor(private readonly sections: readonly FormSection[]) {
    this.questions = sections.flatMap((section) =>
      section.questions.map((question) => ({ section: section.key, tally: new QuestionTally(question) })),
    );
  }

  get count(): number {
    return this.responses;
  }

  add(answers: Answers): void {
    this.responses += 1;
    for (const { tally } of this.questions) {
      const { key } = tally.question;
      if (Object.hasOwn(answers, key)) tally.add(answers[key]);
    }
  }

  results(): { key: string; title: string; questions: QuestionResult[] }[] {
    return this.sections.map(({ key, title }) => ({
      key,
      title,
      questions: this.questions.filter(({ section }) => section === key).map(({ tally }) => tally.result()),
    }));
  }
}

class QuestionTally {
  private answered = 0;
  private sum = 0;
  /** By option; of a matrix by `row option`. */
  private readonly counts = new Map<string, number>();
  private readonly texts: string[] = [];

  constructor(readonly question: Question) {}

  add(answer: Answer | undefined): void {
    if (answer === undefined) return;
    this.answered += 1;
    if (typeof answer === 'number') {
      this.sum += answer;
      this.note(String(answer));
    } else if (Array.isArray(answer)) {
      for (const option of answer) this.note(option);
    } else if (typeof answer === 'object') {
      for (const [row, option] of Object.entries(answer)) this.note(`${row} ${option}`);
    } else if (this.question.kind === 'single') {
      this.note(answer);
    } else if (this.texts.length < MOST_TEXTS) {
      this.texts.push(answer);
    }
  }

  result(): QuestionResult {
    const { key, label, kind, options = [], rows = [], scale } = this.question;
    const common = { key, label, kind, answeredCount: this.answered };
    switch (kind) {
      case 'single':
      case 'multiple':
        return { ...common, choices: options.map((option) => this.counted(option.key, option)) };
      case 'matrix':
        return {
          ...common,
          rows: rows.map((row) => ({
            key: row.key,
            label: row.label,
            choices: options.map((option) => this.counted(`${row.key} ${option.key}`, option)),
          })),
        };
      case 'scale': {
        const { min, max } = scale ?? { min: 1, max: 5 };
        const steps = Array.from({ length: max - min + 1 }, (_, index) => String(min + index));
        return {
          ...common,
          choices: steps.map((step) => this.counted(step, { key: step, label: step })),
          mean: this.answered === 0 ? null : Math.round((this.sum * 100) / this.answered) / 100,
        };
      }
      case 'short-text':
      case 'long-text':
        return { ...common, texts: this.texts };
    }
  }

  private note(key: string): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  private counted(name: string, { key, label }: { key: string; label: string }): ChoiceCount {
    return { key, label, count: this.counts.get(name) ?? 0 };
  }
}
