import type { FormDefinition } from '../src/evaluations/evaluation-forms.service.js';

const yesNo = [
  { key: 'yes', label: 'Yes' },
  { key: 'no', label: 'No' },
];
/** Every kind of question, one of them conditional. */
export const overall: FormDefinition = {
  key: 'overall',
  title: 'Overall evaluation',
  scope: 'activity',
  sections: [
    {
      key: 'change',
      title: 'Your practice',
      questions: [
        {
          key: 'will-change',
          kind: 'single',
          label: 'Will you change it?',
          isRequired: true,
          options: yesNo,
        },
        {
          key: 'what',
          kind: 'long-text',
          label: 'What?',
          isRequired: true,
          maxLength: 200,
          showIf: { question: 'will-change', equals: 'yes' },
        },
      ],
    },
    {
      key: 'rating',
      title: 'The meeting',
      questions: [
        {
          key: 'matrix',
          kind: 'matrix',
          label: 'How were',
          isRequired: true,
          options: yesNo,
          rows: [
            { key: 'rooms', label: 'the rooms' },
            { key: 'food', label: 'the food' },
          ],
        },
        {
          key: 'score',
          kind: 'scale',
          label: 'Overall',
          isRequired: true,
          scale: { min: 1, max: 5, minLabel: 'poor', maxLabel: 'great' },
        },
        { key: 'topics', kind: 'multiple', label: 'Topics', isRequired: false, options: yesNo },
        { key: 'remark', kind: 'short-text', label: 'Remark', isRequired: false },
      ],
    },
  ],
};
/** A form about each session by itself. */
export const sessionForm: FormDefinition = {
  key: 'session',
  title: 'About the session',
  scope: 'offering',
  sections: [
    {
      key: 'one',
      title: 'One',
      questions: [{ key: 'liked', kind: 'single', label: 'Good?', isRequired: true, options: yesNo }],
    },
  ],
};

/** Complete answers to `overall`. */
export const complete = {
  'will-change': 'yes',
  what: 'More ablation',
  matrix: { rooms: 'yes', food: 'no' },
  score: 4,
};
