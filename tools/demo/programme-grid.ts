/** The convention center's rooms, by the kind of sessions they hold. */
export const ROOMS = {
  large: ['Grand Ballroom A', 'Grand Ballroom B'],
  medium: ['Room 201 AB', 'Room 203 AB', 'Room 251 ABC'],
  small: ['Room 205', 'Room 207', 'Room 253'],
  lab: 'Simulation Lab, Hall F',
  exhibits: 'Exhibit Hall D',
  theater: 'Rhythm Theater, Hall D',
  posters: 'Poster Hall E',
} as const;

export const SESSION_TYPES = [
  'Plenary',
  'Late-Breaking Clinical Trials',
  'Symposium',
  'Core Curriculum',
  'Abstract Oral',
  'Case-Based',
  'Debate',
  'Hands-on',
  'How I Do It',
  'Meet the Experts',
  'Rapid Fire',
  'Summit',
  'Poster',
  'Industry Theater',
  'Exhibits',
  'Social',
  'Break',
] as const;

export type SessionType = (typeof SESSION_TYPES)[number];

/** A time in a room that a session fills. Times are local, `HH:MM`. */
export interface Slot {
  start: string;
  end: string;
  room: string;
  type: SessionType;
  /** The title, where the slot itself has one (breaks). */
  title?: string;
}

const slots = (room: string, ...entries: readonly (readonly [string, string, SessionType])[]): Slot[] =>
  entries.map(([start, end, type]) => ({ start, end, room, type }));

/** The 87 slots of a main day: the second, third or fourth. */
export function mainDaySlots(day: 2 | 3 | 4): Slot[] {
  const name = { 2: 'Day Two', 3: 'Day Three', 4: 'Day Four' }[day];
  return [
    ...slots(
      ROOMS.large[0],
      ['08:00', '09:30', 'Plenary'],
      ['10:15', '11:45', 'Late-Breaking Clinical Trials'],
      ['12:15', '13:15', 'Meet the Experts'],
      ['13:45', '15:15', 'Late-Breaking Clinical Trials'],
      ['15:30', '17:00', 'Symposium'],
      ['17:15', '18:15', 'Symposium'],
    ),
    ...slots(
      ROOMS.large[1],
      ['08:00', '09:30', 'Core Curriculum'],
      ['10:15', '11:45', 'Core Curriculum'],
      ['12:15', '13:15', 'Meet the Experts'],
      ['13:45', '15:15', 'Debate'],
      ['15:30', '17:00', 'Core Curriculum'],
      ['17:15', '18:15', 'Debate'],
    ),
    ...ROOMS.medium.flatMap((room, at) =>
      slots(
        room,
        ['08:00', '09:30', 'Core Curriculum'],
        ['10:00', '11:00', 'Abstract Oral'],
        ['11:00', '12:00', 'Abstract Oral'],
        ['12:15', '13:15', at === 0 ? 'Meet the Experts' : 'Rapid Fire'],
        ['13:30', '14:15', 'Case-Based'],
        ['14:15', '15:00', 'Case-Based'],
        ['15:30', '17:00', 'Core Curriculum'],
        ['17:15', '18:15', 'Debate'],
      ),
    ),
    ...ROOMS.small.flatMap((room, at) =>
      slots(
        room,
        ['08:00', '08:45', at === 2 ? 'How I Do It' : 'Abstract Oral'],
        ['08:45', '09:30', at === 2 ? 'How I Do It' : 'Abstract Oral'],
        ['10:00', '10:45', 'Case-Based'],
        ['10:45', '11:30', at === 0 ? 'Case-Based' : 'Rapid Fire'],
        ['12:15', '13:15', 'Meet the Experts'],
        ['13:30', '14:15', at === 2 ? 'How I Do It' : 'Case-Based'],
        ['14:15', '15:00', at === 1 ? 'Case-Based' : 'How I Do It'],
        ['15:30', '16:15', 'Abstract Oral'],
        ['16:15', '17:00', 'Rapid Fire'],
        ['17:15', '18:00', at === 1 ? 'How I Do It' : 'Rapid Fire'],
      ),
    ),
    ...slots(
      ROOMS.lab,
      ['08:00', '10:00', 'Hands-on'],
      ['10:30', '12:30', 'Hands-on'],
      ['13:30', '15:30', 'Hands-on'],
      ['15:45', '17:45', 'Hands-on'],
    ),
    ...slots(
      ROOMS.posters,
      ['09:00', '10:00', 'Poster'],
      ['10:30', '11:30', 'Poster'],
      ['12:00', '13:00', 'Poster'],
      ['13:30', '14:30', 'Poster'],
      ['15:00', '16:00', 'Poster'],
      ['16:30', '17:30', 'Poster'],
    ),
    ...slots(
      ROOMS.theater,
      ['07:00', '07:45', 'Industry Theater'],
      ['09:35', '10:05', 'Industry Theater'],
      ['12:15', '13:00', 'Industry Theater'],
      ['15:00', '15:30', 'Industry Theater'],
      ['18:30', '19:15', 'Industry Theater'],
    ),
    {
      start: '07:00',
      end: '08:00',
      room: ROOMS.exhibits,
      type: 'Break',
      title: `Registration and Morning Coffee, ${name}`,
    },
    {
      start: '09:30',
      end: '10:00',
      room: ROOMS.exhibits,
      type: 'Break',
      title: `Coffee Break, ${name} Morning`,
    },
    { start: '10:00', end: '12:00', room: ROOMS.exhibits, type: 'Exhibits', title: `Exhibits Open, ${name}` },
    { start: '12:00', end: '13:30', room: ROOMS.exhibits, type: 'Break', title: `Lunch Break, ${name}` },
    {
      start: '15:00',
      end: '15:30',
      room: ROOMS.exhibits,
      type: 'Break',
      title: `Coffee Break, ${name} Afternoon`,
    },
    { start: '18:30', end: '20:00', room: ROOMS.exhibits, type: 'Social', title: SOCIAL[day] },
  ];
}

const SOCIAL = {
  2: 'Welcome Reception in the Exhibit Hall',
  3: 'Fellows’ Quiz Night: Name That Rhythm',
  4: 'Farewell and Thank-You to the Faculty',
} as const;

/** The six rooms of the summits, in the order of the summits. */
const SUMMIT_ROOMS = [...ROOMS.large, ...ROOMS.medium, ROOMS.small[0]] as const;

const SUMMIT_TIMES = [
  ['08:00', '08:45'],
  ['08:45', '09:30'],
  ['10:00', '10:45'],
  ['10:45', '11:30'],
  ['13:00', '13:45'],
  ['13:45', '14:30'],
  ['15:00', '15:45'],
  ['15:45', '16:30'],
] as const;

/** The 59 slots of the first day, the Summit day: summit by summit, then the rest. */
export function summitDaySlots(): Slot[] {
  return [
    ...SUMMIT_ROOMS.flatMap((room) =>
      SUMMIT_TIMES.map(([start, end]): Slot => ({ start, end, room, type: 'Summit' })),
    ),
    ...slots(
      ROOMS.lab,
      ['08:00', '10:00', 'Hands-on'],
      ['10:30', '12:30', 'Hands-on'],
      ['13:00', '15:00', 'Hands-on'],
      ['15:15', '17:15', 'Hands-on'],
    ),
    ...slots(ROOMS.theater, ['17:00', '17:45', 'Industry Theater'], ['18:00', '18:45', 'Industry Theater']),
    {
      start: '07:00',
      end: '08:00',
      room: ROOMS.exhibits,
      type: 'Break',
      title: 'Registration and Morning Coffee, Summit Day',
    },
    {
      start: '09:30',
      end: '10:00',
      room: ROOMS.exhibits,
      type: 'Break',
      title: 'Coffee Break, Summit Day Morning',
    },
    { start: '11:30', end: '13:00', room: ROOMS.exhibits, type: 'Break', title: 'Lunch Break, Summit Day' },
    {
      start: '14:30',
      end: '15:00',
      room: ROOMS.exhibits,
      type: 'Break',
      title: 'Coffee Break, Summit Day Afternoon',
    },
    {
      start: '16:45',
      end: '18:15',
      room: ROOMS.exhibits,
      type: 'Social',
      title: 'Summit Reception for Premier Registrants',
    },
  ];
}
