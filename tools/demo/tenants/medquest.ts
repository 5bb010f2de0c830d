import type { TenantFile } from '../../../apps/api/src/operator/tenant-file.js';
import { MEDQUEST_COURSES, medquestTopics } from '../medquest/courses.js';
import { MEDQUEST_CREDIT_TYPES } from '../medquest/credit-types.js';
import { MEDQUEST_FEEDBACK } from '../medquest/evaluation-form.js';
import { KEEPS_MONTHS } from '../medquest/files.js';
import { withStatements } from './credit-statements.js';
import { logos } from './logos.js';

export const MEDQUEST_ACTIVITY = 'MQ';

/** The society's words on the portal, as its instructions have them. */
const wording = {
  welcome: 'Account Login',
  welcomeLeadWays: 'Claim the CME you have earned. It takes about three minutes.',
  signIn: 'Log In',
  badge: 'Account Number',
  earnedCredits: 'CME Credits',
  claimEarned: 'Claim CME',
  claimAmount: 'CME',
  creditTypeLabel: 'CME Type',
  displayName: 'Display Name',
  finishEvaluation: 'Submit',
  evaluationFinished: 'Success!',
};

/** What each course may award at most: all of its topics. */
const maximaOf = (course: string): Record<string, number> => {
  const maxima: Record<string, number> = {};
  for (const topic of medquestTopics()) {
    if (topic.course !== course) continue;
    for (const key of topic.creditTypes) maxima[key] = (maxima[key] ?? 0) + topic.amount;
  }
  return maxima;
};

/**
 * MedQuest Online: courses whose credit accrues from completions, keeps for three years and is claimed with an active
 * Premium membership, as often and as much at a time as the learner likes. `today` is when the demo was first loaded.
 */
export const medquest = (today: Temporal.PlainDate): TenantFile => ({
  slug: 'medquest',
  name: 'MedQuest Online',
  hosts: [],
  profile: {
    shortName: 'MedQuest',
    timeZone: 'America/Chicago',
    language: 'en',
    theme: { accent: '#2f6b3c', logoSvg: logos.medquest },
    layout: { home: 'sessions', hasItinerary: false, hasSaveAndLogOut: false },
    wording,
    support: {
      email: 'support@medquest.example',
      phone: '+1 800 555 0142, option 2',
      hours: 'Monday to Friday, 8 AM to 5 PM Central Time, excepting holidays',
      forgottenBadge: {
        text: 'Your username is the one of your MedQuest account. We can send you a link for a new password.',
        url: null,
      },
    },
    statements: {
      accreditation:
        'MedQuest Online is accredited by the Accreditation Council for Continuing Medical Education (ACCME) to provide continuing medical education for physicians.',
    },
    signIn: [
      {
        kind: 'password',
        title: 'Account Login',
        usernameLabel: 'Username',
        passwordLabel: 'Password',
      },
    ],
  },
  creditTypes: withStatements(MEDQUEST_CREDIT_TYPES),
  templates: [
    { key: 'cme', title: 'CME certificate', design: 'modern', size: 'Letter', orientation: 'landscape' },
  ],
  activities: [
    {
      code: MEDQUEST_ACTIVITY,
      kind: 'course',
      basis: 'earned',
      title: 'MedQuest Online Courses',
      learningFormat: 'enduring material',
      place: null,
      startsOn: '2019-01-01',
      endsOn: today.add({ years: 3 }).toString(),
      timeZone: 'America/Chicago',
      parsId: null,
      maxima: {},
      statements: [],
      signatures: [{ name: 'Philippa R. Osei, MD, MEd', role: 'Chief Medical Editor' }],
      courses: MEDQUEST_COURSES.map(({ code, title }, index) => ({
        code,
        title,
        learningFormat: 'enduring material',
        parsId: String(202_700_100 + index),
        maxima: maximaOf(code),
        statements: [],
      })),
      creditFromDuration: null,
      forms: [MEDQUEST_FEEDBACK],
      workflow: [
        { plugin: 'course-completions', isEnabled: true, config: { platform: 'MedQuest Online' } },
        {
          plugin: 'credit-expiry',
          isEnabled: true,
          config: { keepsMonths: KEEPS_MONTHS, warnDays: [90, 30, 7] },
        },
        {
          plugin: 'premium-membership',
          isEnabled: true,
          config: {
            membership: 'Premium membership',
            acceptedLevels: ['premium'],
            keeps: 'You can claim credit for three years from the day you earned it.',
            buyUrl: 'https://www.medquest.example/store/premium',
            buyLabel: 'Purchase a yearly membership',
          },
        },
        {
          plugin: 'attestation',
          isEnabled: true,
          config: {
            statement:
              'I completed these topics myself and claim only the credit commensurate with my participation.',
          },
        },
        {
          plugin: 'profession-documents',
          isEnabled: true,
          config: {
            documents: [
              {
                key: 'certificate',
                title: 'CME Certificate',
                inSentence: 'a CME certificate',
                template: 'cme',
                isPerCreditType: true,
                perCourse: true,
                isHiddenWhenEmpty: true,
              },
            ],
          },
        },
      ],
    },
  ],
});
