import type { Choice } from '../../../apps/api/src/evaluations/form-definition.js';
import type { EvaluationForm } from '../evaluation-form.js';

const options = (entries: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(entries).map(([key, label]) => ({ key, label }));

/** Offered with every claim, and never asked for. */
export const MEDQUEST_FEEDBACK: EvaluationForm = {
  key: 'feedback',
  title: 'Optional Evaluation and Feedback Form',
  scope: 'claim',
  sections: [
    {
      key: 'feedback',
      title: 'How was it?',
      questions: [
        {
          key: 'rating',
          kind: 'matrix',
          label: 'The topics of this claim …',
          isRequired: false,
          rows: options({
            practice: 'will change what I do in practice',
            level: 'were at the right level for me',
            balance: 'were balanced and free of commercial bias',
          }),
          options: options({
            'strongly-disagree': 'Strongly disagree',
            disagree: 'Disagree',
            neutral: 'Neutral',
            agree: 'Agree',
            'strongly-agree': 'Strongly agree',
          }),
        },
        {
          key: 'next',
          kind: 'short-text',
          label: 'What would you like to learn next?',
          isRequired: false,
          maxLength: 300,
        },
      ],
    },
  ],
};
