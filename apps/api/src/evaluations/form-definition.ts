/** What a form asks. Conditions look only at questions of the same form that come earlier. */
export const questionKinds = ['single', 'multiple', 'matrix', 'scale', 'short-text', 'long-text'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** What a form is about: the activity, one of its offerings, or a submitted claim. */
export const formScopes = ['activity', 'offering', 'claim'] as const;
export type FormScope = (typeof formScopes)[number];

export interface Choice {
  key: string;
  label: string;
}
export interface Question {
  key: string;
  kind: QuestionKind;
  label: string;
  help?: string;
  isRequired: boolean;
  /** For `single`, `multiple`, and the columns of a `matrix`. */
  options?: Choice[];
  /** The rows of a `matrix`. */
  rows?: Choice[];
  scale?: { min: number; max: number; minLabel: string; maxLabel: string };
  /** Characters, for texts. */
  maxLength?: number;
  showIf?: { question: string; equals?: string; includes?: string };
}
export interface FormSection {
  key: string;
  title: string;
  description?: string;
  questions: Question[];
}
/** Answer by question key: an option's key, option keys, a row's option by row key, a number, or a text. */
export type Answer = string | number | string[] | Record<string, string>;
export type Answers = Record<string, Answer>;
