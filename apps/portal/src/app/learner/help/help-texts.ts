import type { WordKey } from '../../core/wording/default-wording.js';

/** The society's word for a key. */
export type Word = (key: WordKey) => string;

export interface HelpStep {
  title: string;
  text: string;
}

/** How to claim, in the society's words; the itinerary and the app only where the society has them. */
export const stepsToClaim = (t: Word, { hasItinerary }: { hasItinerary: boolean }): HelpStep[] => [
  {
    title: t('signIn'),
    text: `With your ${t('badge')} and your ${t('lastName').toLowerCase()}, as they are printed on your badge.`,
  },
  {
    title: `Collect your ${t('sessions').toLowerCase()}`,
    text: [
      `Under “${t('browse')}” touch “${t('addToCart')}” at each one you took part in.`,
      hasItinerary
        ? `Did you keep a list in “${t('itinerary')}”? “${t('addAllToCart')}” takes all of it. Did you flag some in the meeting’s app? Open “${t('myCart')}” and touch “${t('importFromApp')}”.`
        : `They stand under “${t('myCart')}” then.`,
    ].join(' '),
  },
  {
    title: 'Answer the evaluation',
    text: 'It is needed before certificates can be made. Your answers are saved as you give them; stop and come back whenever you like.',
  },
  {
    title: 'Review and submit',
    text: `Look through your ${t('cart')}, touch “${t('remove')}” at whatever does not belong there, claim less if you were there for less, agree to the statement, and submit.`,
  },
  {
    title: `Get your ${t('certificate').toLowerCase()}`,
    text: `Under “${t('availableCertificates')}” choose yours. It is made in a few seconds; download it or print it. The list of your ${t('sessions').toLowerCase()} is part of it.`,
  },
];

/** Questions people ask, with answers that name no rule of one society. */
export const commonQuestions = (t: Word): { question: string; answer: string }[] => [
  {
    question: `Why can I not add a ${t('session')}?`,
    answer: `The ${t('session')} says it itself, under its title: it may not be certified for credit, it may belong to another kind of registration, or its time to claim may be over. It also says what would help.`,
  },
  {
    question: `I have two ${t('sessions').toLowerCase()} at the same time. What now?`,
    answer:
      'Keep both if you were in both for a while. Time in two rooms at once counts once: we take the overlap off and tell you how much. Nothing is lost, and you need not calculate.',
  },
  {
    question: 'I am not a physician. What do I get?',
    answer:
      'A Certificate of Participation. Only physicians may claim credit with a CME certificate; many boards of other professions accept the Certificate of Participation.',
  },
  {
    question: 'I am a radiologic technologist. How do I claim ASRT credit?',
    answer: `Where your society offers it, “${t('availableCertificates')}” has a “Certificate of Participation – ASRT”. Type your ASRT Unique Identifier and generate it; we send both to the society, which finishes the request. How long that takes, and the last day for it, stand beside the button.`,
  },
  {
    question: 'Until when can I claim?',
    answer: `The day, the hour and the time zone stand in your ${t('cart')} and on the review page. Until then you can also add ${t('sessions').toLowerCase()} to a claim you have submitted, and a new certificate takes the place of the old one; unless your society closes claims when they are submitted, which it says before.`,
  },
  {
    question: 'What if my connection breaks?',
    answer:
      'Go on as usual. What you change is kept on your device and saved when you are back. Submitting counts once, however often you have to press.',
  },
  {
    question: 'My name is wrong on the certificate.',
    answer:
      'Change it under “Profile”, in any script, and see at once how it will be printed. Certificates you generate from then on carry it.',
  },
];
