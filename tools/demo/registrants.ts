import { toCsv } from './csv-text.js';
import { NAME_STOCKS } from './names.js';
import { Random } from './random.js';

export interface DemoRegistrant {
  badge: string;
  firstName: string;
  lastName: string;
  credentials: string;
  profession: string;
  email: string;
  tier: 'Standard' | 'Premier';
  memberNumber: string;
  npi: string;
  asrtId: string;
}

/** The identifier that CMS itself uses as its example; any other valid one may be a real person's. */
const EXAMPLE_NPI = '1234567893';

/** The people that documentation and tests sign in as. */
const FIXED: readonly DemoRegistrant[] = [
  fixed('100001', 'José Ángel', 'Okafor', 'MD', 'physician', 'Premier', 'jose.okafor', EXAMPLE_NPI),
  fixed('100002', 'Åsa', 'Lindqvist', 'DO', 'physician', 'Standard', 'asa.lindqvist'),
  fixed('100003', 'Thị Minh Khai', 'Nguyễn', 'RN', 'nurse', 'Standard', 'minhkhai.nguyen'),
  {
    ...fixed(
      '100004',
      'María del Carmen',
      'Castellanos-Ortiz',
      'RT(R)',
      'technologist',
      'Standard',
      'carmen.castellanos',
    ),
    asrtId: '482913',
  },
  fixed('100005', '花子', '山田', 'MD', 'physician', 'Standard', 'hanako.yamada'),
];

const PROFESSIONS: readonly (readonly [{ profession: string; credentials: readonly string[] }, number])[] = [
  [
    {
      profession: 'physician',
      credentials: [
        'MD',
        'MD',
        'MD, PhD',
        'MD, FHRS',
        'MD, MPH',
        'DO',
        'DO, FACC',
        'MBBS',
        'MBBS, MRCP',
        'MD, FACC, FHRS',
      ],
    },
    54,
  ],
  [
    {
      profession: 'nurse',
      credentials: ['RN', 'RN, BSN', 'RN, CCDS', 'NP', 'FNP-C', 'DNP, APRN', 'MSN, NP'],
    },
    15,
  ],
  [{ profession: 'physician-assistant', credentials: ['PA-C', 'PA-C, MPAS'] }, 7],
  [
    { profession: 'technologist', credentials: ['RT(R)', 'RT(R)(CI)', 'CCDS', 'RCES', 'CEPS', 'RCES, CCDS'] },
    11,
  ],
  [{ profession: 'pharmacist', credentials: ['PharmD', 'PharmD, BCPS', 'RPh'] }, 3],
  [{ profession: 'scientist', credentials: ['PhD', 'MSc, PhD', 'DPhil'] }, 6],
  [{ profession: 'industry', credentials: ['', 'MBA', 'BSc'] }, 3],
  [{ profession: 'other', credentials: ['', 'MHA'] }, 1],
];

/** Domains that can never deliver (RFC 2606). */
const DOMAINS = ['example.com', 'example.org', 'example.net', 'hospital.example', 'university.example'];

function fixed(
  badge: string,
  firstName: string,
  lastName: string,
  credentials: string,
  profession: string,
  tier: DemoRegistrant['tier'],
  mailbox: string,
  npi = '',
): DemoRegistrant {
  return {
    badge,
    firstName,
    lastName,
    credentials,
    profession,
    email: `${mailbox}@example.org`,
    tier,
    memberNumber: '',
    npi,
    asrtId: '',
  };
}

/** How a society's registrants differ from another's. */
export interface RegistrantStock {
  /** How many in all, the five fixed ones included. */
  count: number;
  seed: number;
  /** Before the digits of a member number, e.g. `SCR`. */
  memberPrefix: string;
  /** The fellowship of the society that its physicians carry after their degrees. */
  fellowship: string;
}

const RHYTHM: RegistrantStock = { count: 2000, seed: 2026, memberPrefix: 'SCR', fellowship: 'FHRS' };

/** The demo's registrants, the fixed sign-ins first, badges from 100001 on; the same for the same stock. */
export function demoRegistrants({
  count,
  seed,
  memberPrefix,
  fellowship,
}: RegistrantStock = RHYTHM): DemoRegistrant[] {
  const random = new Random(seed);
  const registrants = FIXED.map((person) => ({
    ...person,
    memberNumber: `${memberPrefix}-${person.badge.slice(1)}`,
  }));
  const stocks = NAME_STOCKS.map((stock) => [stock, stock.weight] as const);
  for (let badge = 100_001 + FIXED.length; registrants.length < count; badge += 1) {
    const stock = random.weighted(stocks);
    const { profession, credentials } = random.weighted(PROFESSIONS);
    const held = random.pick(credentials).replace('FHRS', fellowship);
    registrants.push({
      badge: String(badge),
      firstName: random.pick(stock.given),
      lastName: random.pick(stock.family),
      credentials: held,
      profession,
      email: `registrant.${badge}@${random.pick(DOMAINS)}`,
      tier: random.chance(0.3) ? 'Premier' : 'Standard',
      memberNumber: random.chance(0.6) ? `${memberPrefix}-${String(badge).slice(1)}` : '',
      npi: '',
      asrtId: held.startsWith('RT(R)') && random.chance(0.8) ? String(100_000 + random.below(900_000)) : '',
    });
  }
  return registrants.slice(0, count);
}

/** The registrants as the registration system would export them. */
export function registrantsCsv(registrants: readonly DemoRegistrant[] = demoRegistrants()): string {
  return toCsv(
    [
      'Badge ID',
      'First Name',
      'Last Name',
      'Credentials',
      'Profession',
      'Email',
      'Tier',
      'Member Number',
      'NPI',
      'ASRT ID',
    ],
    registrants.map((person) => [
      person.badge,
      person.firstName,
      person.lastName,
      person.credentials,
      person.profession,
      person.email,
      person.tier,
      person.memberNumber,
      person.npi,
      person.asrtId,
    ]),
  );
}
