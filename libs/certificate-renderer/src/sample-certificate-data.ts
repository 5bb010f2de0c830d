import type { CertificateData } from './certificate-data.js';

/** A certificate to look at: for previews in the template editor, and for tests. */
export function sampleCertificateData(changes: Partial<CertificateData> = {}): CertificateData {
  return {
    language: 'en',
    title: 'Certificate of Continuing Medical Education',
    documentKind: 'credit',
    learner: {
      name: 'José Ángel Okafor',
      credentials: 'MD, FACC',
      identifiers: [{ label: 'ABIM ID', value: '184203' }],
    },
    provider: {
      name: 'Society for Heart Medicine',
      shortName: 'SHM',
      accent: '#8a1538',
      address: '1200 Harbor Street, Suite 400, Boston, Massachusetts',
    },
    activity: {
      title: 'Heart Medicine 2026: The 41st Annual Scientific Sessions',
      code: 'SHM26',
      format: 'Live activity',
      place: 'Chicago, Illinois',
      dates: 'April 23–26, 2026',
    },
    credits: [{ amount: '21.75', unit: 'AMA PRA Category 1 Credits™', isItalic: true }],
    statements: [
      'The Society for Heart Medicine is accredited by the Accreditation Council for Continuing Medical Education (ACCME) to provide continuing medical education for physicians.',
      'The Society for Heart Medicine designates this live activity for a maximum of 32.50 AMA PRA Category 1 Credits™. Physicians should claim only the credit commensurate with the extent of their participation in the activity.',
    ],
    italics: ['AMA PRA Category 1 Credits™', 'AMA PRA Category 1 Credit(s)™', 'AMA PRA Category 1 Credit™'],
    signatures: [
      { name: 'Ingrid Aalto-Mbeki, MD', role: 'President' },
      { name: 'Tomás Rivera, MEd', role: 'Director of Education' },
    ],
    number: 'SHM-2026-000417',
    verificationCode: '7QKX-M2RD-9FVT',
    verificationUrl: 'https://hearts.example.org/verify/7QKX-M2RD-9FVT',
    issuedOn: 'April 27, 2026',
    sessions: sampleSessions(14),
    listColumns: { when: 'Time', what: 'Session', credits: ['AMA PRA Category 1 Credits™'] },
    listTotals: [{ label: 'Claimed', amounts: ['21.75'] }],
    runningHead: 'José Ángel Okafor · SHM26',
    ...changes,
  };
}

const days = ['Thursday, April 23', 'Friday, April 24', 'Saturday, April 25', 'Sunday, April 26'];

const subjects = [
  'Catheter Ablation of Persistent Atrial Fibrillation: What the Trials Left Open',
  'Conduction System Pacing, Year Five',
  'Sudden Death in the Young Athlete',
  'Reading the Difficult ECG',
  'Leadless Devices: Retrieval and Reimplantation',
  'Stroke Prevention after Left Atrial Appendage Closure',
  'Inherited Arrhythmia Clinic: From Variant to Family',
  'Ventricular Tachycardia Storm at Three in the Morning',
];

const rooms = ['Grand Ballroom', 'Lakeside 2', 'Room S403', 'Hall B', 'Theater 1'];

/** A list of claimed sessions of any length, spread over four days. */
export function sampleSessions(count: number): CertificateData['sessions'] {
  const perDay = Math.max(1, Math.ceil(count / days.length));
  return days
    .map((day, dayIndex) => ({
      day,
      items: Array.from({ length: Math.max(0, Math.min(perDay, count - dayIndex * perDay)) }, (_, index) => {
        const number = dayIndex * perDay + index;
        const hour = 8 + (index % 9);
        return {
          time: `${hour}:00–${hour + 1}:${number % 3 === 0 ? '30' : '00'}`,
          title: subjects[number % subjects.length] ?? '',
          place: rooms[number % rooms.length],
          credits: number % 3 === 0 ? '1.50' : '1.00',
          note: number % 9 === 4 ? 'Overlaps another session; 0.25 counted once' : undefined,
        };
      }),
    }))
    .filter(({ items }) => items.length > 0);
}
