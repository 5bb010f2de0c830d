import type { Choice } from '../../../apps/api/src/evaluations/form-definition.js';
import type { EvaluationForm } from '../evaluation-form.js';

const options = (entries: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(entries).map(([key, label]) => ({ key, label }));

const YES_NO = options({ yes: 'Yes', no: 'No' });

const AGREEMENT = options({
  'strongly-disagree': 'Strongly disagree',
  disagree: 'Disagree',
  neutral: 'Neutral',
  agree: 'Agree',
  'strongly-agree': 'Strongly agree',
});

/** Of one session: three presses, on one page. */
export const PLASTICS_SESSION_EVALUATION: EvaluationForm = {
  key: 'session',
  title: 'Session Evaluation',
  scope: 'offering',
  sections: [
    {
      key: 'session',
      title: 'About this session',
      questions: [
        {
          key: 'rating',
          kind: 'matrix',
          label: 'This session …',
          isRequired: true,
          rows: options({
            objectives: 'met its learning objectives',
            faculty: 'was taught by effective faculty',
            relevance: 'was relevant to my practice',
          }),
          options: AGREEMENT,
        },
        {
          key: 'free-of-bias',
          kind: 'single',
          label: 'Was it free of commercial bias?',
          isRequired: true,
          options: YES_NO,
        },
        {
          key: 'bias-explained',
          kind: 'short-text',
          label: 'What did you notice?',
          isRequired: false,
          maxLength: 300,
          showIf: { question: 'free-of-bias', equals: 'no' },
        },
        {
          key: 'comments',
          kind: 'short-text',
          label: 'A word to the faculty',
          isRequired: false,
          maxLength: 300,
        },
      ],
    },
  ],
};

/** Of the meeting as a whole; required before the claim is submitted. */
export const PLASTICS_OVERALL_EVALUATION: EvaluationForm = {
  key: 'overall',
  title: 'Overall Evaluation',
  scope: 'activity',
  sections: [
    {
      key: 'learning',
      title: 'What you take home',
      questions: [
        {
          key: 'outcomes',
          kind: 'matrix',
          label: 'Because of this meeting I can better …',
          isRequired: true,
          rows: options({
            technique: 'choose and perform the right procedure',
            safety: 'prevent and manage complications',
            evidence: 'weigh new evidence and devices',
          }),
          options: AGREEMENT,
        },
        {
          key: 'will-change',
          kind: 'single',
          label: 'Will you change something in your practice?',
          isRequired: true,
          options: options({ yes: 'Yes', confirmed: 'No, it confirmed what I do', no: 'No' }),
        },
        {
          key: 'change',
          kind: 'short-text',
          label: 'What will you change?',
          isRequired: false,
          maxLength: 300,
          showIf: { question: 'will-change', equals: 'yes' },
        },
      ],
    },
    {
      key: 'meeting',
      title: 'The meeting itself',
      questions: [
        {
          key: 'free-of-bias',
          kind: 'single',
          label: 'Was the meeting free of commercial bias?',
          isRequired: true,
          options: YES_NO,
        },
        {
          key: 'attended',
          kind: 'single',
          label: 'How did you take part?',
          isRequired: true,
          options: options({ live: 'In San Diego', 'on-demand': 'On demand', both: 'Both' }),
        },
        {
          key: 'recommend',
          kind: 'scale',
          label: 'How likely are you to recommend it to a colleague?',
          isRequired: true,
          scale: { min: 0, max: 10, minLabel: 'Not at all likely', maxLabel: 'Extremely likely' },
        },
        {
          key: 'comments',
          kind: 'long-text',
          label: 'Anything else you would like us to know?',
          isRequired: false,
          maxLength: 2000,
        },
      ],
    },
  ],
};
