import type { TenantFile } from '../../../apps/api/src/operator/tenant-file.js';
import { PLASTICS_OVERALL_EVALUATION, PLASTICS_SESSION_EVALUATION } from '../plastics/evaluation-forms.js';
import { DEMO_CLIENT } from '../identity-accounts.js';
import { PLASTICS_MEETING } from '../plastics/programme.js';
import { amaPra1, participation, patientSafety } from './credit-types.js';
import { withStatements } from './credit-statements.js';
import { logos } from './logos.js';

/** Which document a learner may generate follows from the profession. */
const documents = [
  {
    key: 'cme',
    title: 'CME Certificate',
    inSentence: 'a CME certificate',
    description: 'For physicians: states the AMA PRA Category 1 Credits™ and patient-safety hours you claim.',
    template: 'cme',
    documentKind: 'credit',
    professions: ['physician'],
    professionsLabel: 'physicians',
    creditTypes: ['ama-pra-1', 'patient-safety'],
  },
  {
    key: 'participation',
    title: 'Certificate of Participation',
    inSentence: 'a Certificate of Participation',
    description: 'For everyone: states the hours you took part in.',
    template: 'participation',
    documentKind: 'participation',
    hoursOf: ['participation', 'ama-pra-1'],
  },
];

/** Boards that the society reports to, with how their identifiers look. */
const boards = [
  {
    key: 'abps',
    label: 'American Board of Plastic Surgery',
    idLabel: 'ABPS ID',
    idPattern: '[0-9]{4,6}',
    idExample: 'four to six digits',
    identifier: 'abps',
  },
  {
    key: 'abs',
    label: 'American Board of Surgery',
    idLabel: 'ABS ID',
    idPattern: '[0-9]{6}',
    idExample: 'six digits',
    identifier: 'abs',
  },
  {
    key: 'abohns',
    label: 'American Board of Otolaryngology – Head and Neck Surgery',
    idLabel: 'ABOHNS ID',
    idPattern: '[0-9]{5,6}',
    idExample: 'five or six digits',
  },
];

const creditReporting = {
  title: 'Opt-In to Learner Credit Reporting',
  intro:
    'The Academy can transfer your individual CME credits to the ACCME, for reporting to participating certifying boards, state licensing boards and others.',
};

/** The members' own username and password, kept by the society and asked for on its own pages. */
const ownSignIn = (issuer: string) =>
  ({
    kind: 'oidc',
    title: 'PlasticSurgery.example',
    label: 'Log In at PlasticSurgery.example',
    issuer,
    ...DEMO_CLIENT,
    memberNumberClaim: 'member_number',
  }) as const;

/** The society's words on the portal, as its instructions have them. */
const wording = {
  welcome: 'CME Evaluations & Credit Claim Login',
  signIn: 'Log In',
  claimTitle: `${PLASTICS_MEETING.code} CME Evaluations & Credit Claim`,
  cart: 'Session List',
  myCart: 'My Sessions',
  claimSessions: 'Session Evaluations',
  browse: 'Add Sessions',
  addSessions: 'Add Sessions',
  allDays: 'All Days',
  allSessions: 'All Sessions',
  searchSessions: 'Search Sessions',
  addToCart: 'Add',
  added: 'Added to your sessions',
  inCart: 'Added',
  returnToClaim: 'Return to Sessions',
  toReview: 'Overall Eval / Submit CME',
  reviewTitle: 'CME Credit Claim',
  logOut: 'Save & Log Out',
  goBack: 'Save & Go Back',
  'claimed.ama-pra-1': 'Claimed Category 1 Hours',
  'claimed.patient-safety': 'Claimed Patient Safety Hours',
  'claimed.participation': 'Claimed Hours of Participation',
  creditNote:
    'Credits claimed are the maximum number of credits allowed and are for both on demand and the live meeting. Committee meetings are not eligible for CME.',
  contact: 'If you have any questions regarding your CME credits, contact the Member Service Center,',
};

/**
 * The Academy of Plastic Surgery: a meeting of four days and recorded lectures, a page of one's own sessions with
 * an evaluation each, totals that the learner chooses, and a claim that closes when it is submitted.
 * Its members sign in with their badge or at the society's own website, whose identity provider is `issuer`.
 * `firstDay` is a day in the meeting's own zone; claims stay open for twelve weeks after the last one.
 */
export const plastics = (firstDay: Temporal.PlainDate, issuer?: string): TenantFile => {
  const lastDay = firstDay.add({ days: PLASTICS_MEETING.days - 1 });
  return {
    slug: 'plastics',
    name: 'Academy of Plastic Surgery',
    hosts: [],
    profile: {
      shortName: 'Plastic Surgery',
      timeZone: 'America/Los_Angeles',
      language: 'en',
      theme: { accent: '#0b5c8a', logoSvg: logos.plastics },
      layout: { home: 'cart', hasItinerary: false, hasSaveAndLogOut: true },
      wording,
      support: {
        email: 'registration@plastics.example',
        phone: '+1 847 555 0118',
        hours: 'Monday to Friday, 8:30 AM to 4:30 PM Central Time',
        forgottenBadge: {
          text: 'Your confirmation number is in the mail that confirmed your registration, and on your badge.',
          url: null,
        },
      },
      signIn: [
        {
          kind: 'badge',
          title: 'Meeting Badge',
          badgeLabel: 'Badge/Confirmation Number',
          isLastNameFirst: true,
        },
        ...(issuer === undefined ? [] : [ownSignIn(issuer)]),
      ],
      statements: {
        accreditation:
          'The Academy of Plastic Surgery is accredited by the Accreditation Council for Continuing Medical Education (ACCME) to provide continuing medical education for physicians.',
      },
    },
    creditTypes: withStatements([amaPra1, patientSafety, participation], 'The [Provider]'),
    templates: [
      { key: 'cme', title: 'CME certificate', design: 'modern', size: 'Letter', orientation: 'landscape' },
      {
        key: 'participation',
        title: 'Certificate of Participation',
        design: 'classic',
        size: 'Letter',
        orientation: 'landscape',
      },
    ],
    activities: [
      {
        code: PLASTICS_MEETING.code,
        kind: 'meeting',
        basis: 'attended',
        courses: [],
        title: PLASTICS_MEETING.title,
        learningFormat: 'live activity and enduring material',
        place: 'Harborside Convention Center, San Diego, California',
        startsOn: firstDay.toString(),
        endsOn: lastDay.toString(),
        timeZone: 'America/Los_Angeles',
        parsId: '202609218',
        maxima: { 'ama-pra-1': 60.75, 'patient-safety': 17.5, participation: 60.75 },
        statements: [],
        signatures: [
          { name: 'Ngozi A. Whitfield, MD', role: 'President' },
          { name: 'Henrik Sandoval, MD, FACS', role: 'Vice President of Education' },
        ],
        // The programme states the credit of every session.
        creditFromDuration: null,
        forms: [PLASTICS_SESSION_EVALUATION, PLASTICS_OVERALL_EVALUATION],
        workflow: [
          {
            plugin: 'claim-window',
            isEnabled: true,
            config: {
              opensAt: `${firstDay.toString()}T06:00`,
              closesAt: `${lastDay.add({ weeks: 12 }).toString()}T23:59`,
            },
          },
          {
            plugin: 'session-evaluation',
            isEnabled: true,
            config: {
              forms: [
                {
                  formKey: PLASTICS_SESSION_EVALUATION.key,
                  title: 'Session Evaluations',
                  mode: 'optional',
                },
              ],
            },
          },
          { plugin: 'overlap', isEnabled: true, config: {} },
          {
            plugin: 'category-caps',
            isEnabled: true,
            config: {
              // What is designated for each of the two, which together are the meeting's maximum.
              caps: [
                { label: 'on-demand sessions', cap: 30_00, timing: 'untimed' },
                { label: 'live sessions', cap: 30_75, timing: 'timed' },
              ],
              excluded: [{ label: 'Committee meetings', types: ['Committee Meeting'] }],
            },
          },
          {
            plugin: 'required-evaluation',
            isEnabled: true,
            config: { forms: [{ formKey: PLASTICS_OVERALL_EVALUATION.key, isRequired: true }] },
          },
          {
            plugin: 'claim-totals',
            isEnabled: true,
            config: {
              title: 'CME Claim totals',
              totals: [
                { creditType: 'ama-pra-1' },
                { creditType: 'patient-safety', notAbove: 'ama-pra-1' },
                { creditType: 'participation' },
              ],
            },
          },
          { plugin: 'credit-reporting-consent', isEnabled: true, config: { ...creditReporting, boards } },
          { plugin: 'single-submission', isEnabled: true, config: {} },
          { plugin: 'attestation', isEnabled: true, config: {} },
          { plugin: 'profession-documents', isEnabled: true, config: { documents } },
        ],
      },
    ],
  };
};
