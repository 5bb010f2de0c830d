import type { Choice, FormSection } from '../../apps/api/src/evaluations/form-definition.js';

/** A form as the demo loads it. */
export interface EvaluationForm {
  key: string;
  title: string;
  scope: 'activity' | 'offering' | 'claim';
  sections: FormSection[];
}

const options = (entries: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(entries).map(([key, label]) => ({ key, label }));

const AGREEMENT = options({
  'strongly-disagree': 'Strongly disagree',
  disagree: 'Disagree',
  neutral: 'Neither agree nor disagree',
  agree: 'Agree',
  'strongly-agree': 'Strongly agree',
});

/** The overall evaluation of the demo meeting; its six required questions take under a minute. */
export const OVERALL_EVALUATION: EvaluationForm = {
  key: 'scr26-overall',
  title: 'Overall Meeting Evaluation',
  scope: 'activity',
  sections: [
    {
      key: 'objectives',
      title: 'What you learned',
      description: 'Think of the meeting as a whole, in person or online.',
      questions: [
        {
          key: 'objectives-met',
          kind: 'matrix',
          label: 'The meeting enabled me to …',
          isRequired: true,
          rows: options({
            evidence: 'interpret new evidence in the care of patients with arrhythmias',
            therapy: 'choose among drug, device and ablation therapies',
            team: 'work better with my team and with other professions',
          }),
          options: AGREEMENT,
        },
        {
          key: 'expectations',
          kind: 'single',
          label: 'Compared with what I expected, the meeting was …',
          isRequired: false,
          options: options({ less: 'less useful', expected: 'as useful as expected', more: 'more useful' }),
        },
        {
          key: 'formats',
          kind: 'multiple',
          label: 'Which formats helped you most?',
          help: 'Choose as many as you like.',
          isRequired: false,
          options: options({
            core: 'Core curriculum',
            abstracts: 'Oral abstracts and posters',
            cases: 'Case-based sessions',
            debates: 'Debates',
            labs: 'Hands-on labs',
            summits: 'Summits',
            experts: 'Meet the experts',
          }),
        },
      ],
    },
    {
      key: 'balance',
      title: 'Balance and independence',
      description: 'Your answers are read by the accreditation staff and never shared with supporters.',
      questions: [
        {
          key: 'free-of-bias',
          kind: 'single',
          label: 'Was the content free of commercial bias?',
          isRequired: true,
          options: options({ yes: 'Yes', no: 'No' }),
        },
        {
          key: 'bias-explained',
          kind: 'long-text',
          label: 'Where did you notice bias?',
          help: 'The session, the speaker or the product, and what was said.',
          isRequired: true,
          maxLength: 2000,
          showIf: { question: 'free-of-bias', equals: 'no' },
        },
        {
          key: 'disclosures',
          kind: 'single',
          label: 'Were financial relationships disclosed before each session?',
          isRequired: true,
          options: options({
            always: 'Always',
            mostly: 'Mostly',
            seldom: 'Seldom',
            unnoticed: 'I did not notice',
          }),
        },
        {
          key: 'evidence-based',
          kind: 'scale',
          label: 'How well was the content supported by evidence?',
          isRequired: false,
          scale: { min: 1, max: 5, minLabel: 'Poorly', maxLabel: 'Very well' },
        },
      ],
    },
    {
      key: 'practice',
      title: 'Your practice',
      questions: [
        {
          key: 'will-change',
          kind: 'single',
          label: 'Will you change anything in your practice because of this meeting?',
          isRequired: true,
          options: options({
            yes: 'Yes',
            confirmed: 'No, it confirmed what I do',
            no: 'No',
            'no-patients': 'I do not care for patients',
          }),
        },
        {
          key: 'changes',
          kind: 'multiple',
          label: 'What will you change?',
          isRequired: false,
          options: options({
            selection: 'How I select patients for a therapy',
            technique: 'A technique or tool I use',
            protocol: 'A protocol of our laboratory or clinic',
            counselling: 'How I counsel patients',
            monitoring: 'How we follow patients up',
          }),
          showIf: { question: 'will-change', equals: 'yes' },
        },
        {
          key: 'barriers',
          kind: 'multiple',
          label: 'What could stand in the way?',
          isRequired: false,
          options: options({
            cost: 'Cost or reimbursement',
            time: 'Time',
            equipment: 'Equipment',
            staff: 'Staff or training',
            administration: 'Administrative support',
            patients: 'Patients’ preferences or adherence',
            evidence: 'Not enough evidence yet',
            other: 'Something else',
          }),
          showIf: { question: 'will-change', equals: 'yes' },
        },
        {
          key: 'barrier-other',
          kind: 'short-text',
          label: 'What else could stand in the way?',
          isRequired: false,
          maxLength: 200,
          showIf: { question: 'barriers', includes: 'other' },
        },
      ],
    },
    {
      key: 'meeting',
      title: 'The meeting itself',
      questions: [
        {
          key: 'attended',
          kind: 'single',
          label: 'How did you take part?',
          isRequired: true,
          options: options({ 'in-person': 'In person', online: 'Online', both: 'Both' }),
        },
        {
          key: 'organization',
          kind: 'matrix',
          label: 'How would you rate …',
          isRequired: false,
          rows: options({
            venue: 'the venue',
            app: 'the mobile app',
            program: 'the choice of sessions',
            staff: 'the staff on site',
          }),
          options: options({
            poor: 'Poor',
            fair: 'Fair',
            good: 'Good',
            excellent: 'Excellent',
            unused: 'Did not use',
          }),
        },
        {
          key: 'recommend',
          kind: 'scale',
          label: 'How likely are you to recommend this meeting to a colleague?',
          isRequired: true,
          scale: { min: 0, max: 10, minLabel: 'Not at all likely', maxLabel: 'Extremely likely' },
        },
      ],
    },
    {
      key: 'next',
      title: 'Next time',
      description: 'Optional, and read by the program committee.',
      questions: [
        {
          key: 'future-topics',
          kind: 'short-text',
          label: 'Which topic should we not miss next year?',
          isRequired: false,
          maxLength: 200,
        },
        {
          key: 'comments',
          kind: 'long-text',
          label: 'Anything else you would like us to know?',
          isRequired: false,
          maxLength: 4000,
        },
      ],
    },
  ],
};
