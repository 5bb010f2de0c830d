import type { TenantFile } from '../../../apps/api/src/operator/tenant-file.js';
import { OVERALL_EVALUATION } from '../evaluation-form.js';
import { amaPra1, participation } from './credit-types.js';
import { withStatements } from './credit-statements.js';
import { logos } from './logos.js';

/** Which document a learner may generate follows from the profession. */
const documents = [
  {
    key: 'cme',
    title: 'CME Certificate',
    inSentence: 'a CME certificate',
    description: 'For physicians: states the AMA PRA Category 1 Credits™ you claim.',
    template: 'cme',
    documentKind: 'credit',
    professions: ['physician'],
    professionsLabel: 'physicians',
    creditTypes: ['ama-pra-1'],
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

/**
 * The Society for Cardiac Rhythm: a meeting of four days, a cart, one overall evaluation, three documents.
 * `firstDay` is a day in the meeting's own zone; claims stay open for eight weeks after the last one.
 */
export const rhythm = (firstDay: Temporal.PlainDate): TenantFile => {
  const lastDay = firstDay.add({ days: 3 });
  return {
    slug: 'rhythm',
    name: 'Society for Cardiac Rhythm',
    hosts: [],
    profile: {
      shortName: 'Cardiac Rhythm',
      timeZone: 'America/Chicago',
      language: 'en',
      theme: { accent: '#a3123a', logoSvg: logos.rhythm },
      layout: { home: 'sessions', hasItinerary: true, hasSaveAndLogOut: false },
      wording: {
        cart: 'Credit Cart',
        itinerary: 'My Itinerary',
        certificates: 'Available Certificates',
      },
      support: {
        email: 'education@rhythm.example',
        phone: '+1 312 555 0142',
        hours: 'Monday to Friday, 8:00 AM to 5:00 PM Central Time',
        forgottenBadge: {
          text: 'Your badge number is printed under the code on your badge and in your registration confirmation. The registration desk in the Grand Concourse can look it up for you.',
          url: 'mailto:registration@rhythm.example?subject=Forgotten%20badge%20number',
        },
      },
      statements: {
        accreditation:
          'The Society for Cardiac Rhythm is accredited by the Accreditation Council for Continuing Medical Education (ACCME) to provide continuing medical education for physicians.',
      },
    },
    creditTypes: withStatements([amaPra1, participation], 'The [Provider]'),
    templates: [
      { key: 'cme', title: 'CME certificate', design: 'classic', size: 'Letter', orientation: 'landscape' },
      {
        key: 'participation',
        title: 'Certificate of Participation',
        design: 'modern',
        size: 'Letter',
        orientation: 'landscape',
      },
      {
        key: 'asrt',
        title: 'Certificate of Participation – ASRT',
        design: 'plain',
        size: 'Letter',
        orientation: 'portrait',
      },
    ],
    activities: [
      {
        code: 'SCR26',
        kind: 'meeting',
        basis: 'attended',
        courses: [],
        title: 'Rhythm 2026 Scientific Sessions',
        learningFormat: 'live activity',
        place: 'McCormick Lakeside Center, Chicago, Illinois',
        startsOn: firstDay.toString(),
        endsOn: lastDay.toString(),
        timeZone: 'America/Chicago',
        parsId: '202611047',
        maxima: { 'ama-pra-1': 32, participation: 32 },
        statements: [],
        signatures: [
          { name: 'Marguerite A. Delacroix, MD', role: 'President' },
          { name: 'Tobias Nkemelu, MD, PhD', role: 'Chair, Committee on Education' },
        ],
        creditFromDuration: {
          creditTypes: ['ama-pra-1', 'participation'],
          minutesPerCredit: 60,
          exceptTypes: ['Poster', 'Industry Theater', 'Exhibits', 'Social', 'Break'],
        },
        forms: [OVERALL_EVALUATION],
        workflow: [
          {
            plugin: 'claim-window',
            isEnabled: true,
            config: {
              opensAt: `${firstDay.toString()}T07:00`,
              closesAt: `${lastDay.add({ weeks: 8 }).toString()}T23:59`,
              isBegunOnly: true,
            },
          },
          {
            plugin: 'tier-eligibility',
            isEnabled: true,
            config: {
              tiers: [
                { key: 'standard', label: 'Standard' },
                {
                  key: 'premier',
                  label: 'Premier',
                  admits: ['standard'],
                  part: 'a Summit',
                  parts: 'Summits',
                },
              ],
              upgradeHelp:
                'The registration desk in the Grand Concourse can upgrade you to Premier, and the Summits you attended count from then on.',
              upgradeUrl: 'https://www.rhythm.example/registration/premier',
            },
          },
          { plugin: 'app-flags', isEnabled: true, config: {} },
          { plugin: 'overlap', isEnabled: true, config: {} },
          {
            plugin: 'required-evaluation',
            isEnabled: true,
            config: { forms: [{ formKey: OVERALL_EVALUATION.key, isRequired: true }] },
          },
          { plugin: 'attestation', isEnabled: true, config: {} },
          { plugin: 'profession-documents', isEnabled: true, config: { documents } },
          {
            plugin: 'manual-document-request',
            isEnabled: true,
            config: {
              documentKey: 'participation-asrt',
              title: 'Certificate of Participation – ASRT',
              description: 'For radiologic technologists: the society sends your ASRT certificate by mail.',
              template: 'asrt',
              professions: ['technologist'],
              hoursOf: ['participation'],
              statements: [],
              inputs: [
                {
                  key: 'asrt',
                  label: 'ASRT Unique Identifier',
                  help: 'The number on your ASRT membership card, five to eight digits.',
                  pattern: '[0-9]{5,8}',
                  identifier: 'asrt',
                },
              ],
              mailTo: 'scientific.sessions@rhythm.example',
              subject: 'Request for an ASRT certificate',
              promise: 'within five business days',
              lastDay: lastDay.add({ weeks: 6 }).toString(),
            },
          },
        ],
      },
    ],
  };
};
