import type { HelpStep, Word } from './help-texts.js';

/** How to claim credit that was earned by completions, in the society's words. */
export const stepsToClaimEarned = (t: Word): HelpStep[] => [
  { title: t('signIn'), text: 'With the username and the password of your account.' },
  {
    title: `${t('earnedCredits')}, then ${t('claimEarned')}`,
    text: `What you have earned and not claimed yet stands there by course. Pick another “${t('creditTypeLabel')}” if you need one.`,
  },
  {
    title: 'Select what you need',
    text: 'The topmost checkbox takes everything; or take single courses, topics and amounts. The button follows what you select.',
  },
  {
    title: t('preview'),
    text: `Is your name as you want it? “Cancel” leads to your profile, where you change your ${t('displayName')}. If it is, press “${t('generate')}”.`,
  },
  {
    title: `Get your ${t('certificate').toLowerCase()}`,
    text: `It appears at once, and stays under “${t('claimed')}”: open it, download it or print it.`,
  },
];

/** Questions people ask about earned credit, with answers that name no rule of one society. */
export const earnedQuestions = (t: Word): HelpQuestion[] => [
  {
    question: 'Why did several courses make one PDF?',
    answer:
      'Every claim makes one file. It holds a certificate for each course with the credit you claimed there, and the topics under it. Save or print the pages you need.',
  },
  {
    question: 'Do I have to claim every credit by itself?',
    answer:
      'No. Credit gathers until you need a certificate. Until when it keeps stands beside each topic, and what expires soon says so.',
  },
  {
    question: 'Can I claim the same topic again?',
    answer:
      'Once for each type of credit. If you claim less of a topic than you earned, the rest of it is given up with that claim; we say so before.',
  },
  {
    question: 'What if my connection breaks?',
    answer: `What you select is kept on your device and saved when you are back. “${t('generate')}” counts once, however often you have to press.`,
  },
];

export interface HelpQuestion {
  question: string;
  answer: string;
}
