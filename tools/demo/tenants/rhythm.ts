import type { TenantFile } from '../../../apps/api/src/operator/tenant-file.js';
import { overallEvaluation } from '../evaluation-form.js';
import { amaPra1, participation } from './credit-types.js';
import { logos } from './logos.js';

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
      wording: {
        cart: 'Credit Cart',
        cartAndCertificates: 'My Credit Cart/Certificates',
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
        designation:
          'The Society for Cardiac Rhythm designates this [learning format] for a maximum of [n] AMA PRA Category 1 Credits™. Physicians should claim only the credit commensurate with the extent of their participation in the activity.',
      },
    },
    creditTypes: [amaPra1, participation],
    templates: [
      { key: 'cme', title: 'CME certificate', design: 'classic', size: 'Letter', orientation: 'landscape' },
      { key: 'participation', title: 'Certificate of Participation', design: 'modern', size: 'Letter', orientation: 'landscape' },
      { key: 'asrt', title: 'Certificate of Participation – ASRT', design: 'plain', size: 'Letter', orientation: 'portrait' },
    ],
    activities: [
      {
        code: 'SCR26',
        kind: 'meeting',
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
          exceptTypes: ['Break', 'Poster', 'Exhibits', 'Industry Theatre', 'Committee Meeting'],
        },
        forms: [overallEvaluation],
        workflow: [],
      },
    ],
  };
};
