import type { Answer, Answers, FormSection, Question } from './form-definition.js';

/** Spreadsheets know by it that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\u{feff}';

/** A column of the file: a question, or one row of a matrix. */
interface Column {
  readonly header: string;
  readonly valueOf: (answers: Answers) => string;
}

/** Answers as lines of RFC 4180, one person a line, in the words of the form. */
export class ResultCsv {
  private readonly columns: readonly Column[];

  constructor(sections: readonly FormSection[]) {
    this.columns = sections.flatMap((section) => section.questions.flatMap(columnsOf));
  }

  /** @param about the header of the first column, what the answers are about */
  header(about: string): string {
    return lineOf([about, ...this.columns.map(({ header }) => header)]);
  }

  line(about: string, answers: Answers): string {
    return lineOf([about, ...this.columns.map(({ valueOf }) => valueOf(answers))]);
  }
}

function columnsOf(question: Question): Column[] {
  const answerOf = (answers: Answers): Answer | undefined =>
    Object.hasOwn(answers, question.key) ? answers[question.key] : undefined;
  const labels = new Map((question.options ?? []).map(({ key, label }) => [key, label]));
  const worded = (option: string) => labels.get(option) ?? option;
  if (question.kind === 'matrix') {
    return (question.rows ?? []).map((row) => ({
      header: `${question.label} – ${row.label}`,
      valueOf: (answers) => {
        const answer = answerOf(answers);
        if (typeof answer !== 'object' || Array.isArray(answer)) return '';
        const option = Object.hasOwn(answer, row.key) ? answer[row.key] : undefined;
        return option === undefined ? '' : worded(option);
      },
    }));
  }
  return [
    {
      header: question.label,
      valueOf: (answers) => {
        const answer = answerOf(answers);
        if (Array.isArray(answer)) return answer.map(worded).join('; ');
        if (typeof answer === 'number') return String(answer);
        if (typeof answer !== 'string') return '';
        return question.kind === 'single' ? worded(answer) : answer;
      },
    },
  ];
}

const lineOf = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

/**
 * Where a formula could begin. Within a text too: where lists are separated by `;` or tabs, spreadsheets cut a text
 * of ours there, quoted or not. East Asian ones read full-width signs alike.
 */
const FORMULA = /(^|[;\t\r\n])(?=["' \u3000]*[=+\-@＝＋－＠])/g;
const NUMBER = /^-\d+([.,]\d+)?$/;

/** What a spreadsheet would run as a formula gets an apostrophe before it; numbers below zero are none. */
function cellOf(text: string): string {
  const harmless = NUMBER.test(text) ? text : text.replace(FORMULA, "$1'").replace(/^[\t\r]/, "'$&");
  return /[",\r\n;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
