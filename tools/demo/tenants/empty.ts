import type { TenantFile } from '../../../apps/api/src/operator/tenant-file.js';
import { amaPra1, participation } from './credit-types.js';
import { logos } from './logos.js';

/** A society that has only just been opened: it has a look and a name, and no activity yet. */
export const medquest: TenantFile = {
  slug: 'medquest',
  name: 'MedQuest Online',
  hosts: [],
  profile: {
    shortName: 'MedQuest',
    timeZone: 'America/New_York',
    language: 'en',
    theme: { accent: '#2f6b3c', logoSvg: logos.medquest },
    layout: { home: 'sessions', hasItinerary: true, hasSaveAndLogOut: false },
    wording: {},
    support: {
      email: 'support@medquest.example',
      phone: null,
      hours: null,
      forgottenBadge: { text: 'Sign in with the number of your MedQuest account.', url: null },
    },
    statements: {
      accreditation:
        'MedQuest Online is accredited by the Accreditation Council for Continuing Medical Education (ACCME) to provide continuing medical education for physicians.',
      designation:
        'MedQuest Online designates this [learning format] for a maximum of [n] AMA PRA Category 1 Credits™. Physicians should claim only the credit commensurate with the extent of their participation in the activity.',
    },
  },
  creditTypes: [amaPra1, participation],
  templates: [],
  activities: [],
};
