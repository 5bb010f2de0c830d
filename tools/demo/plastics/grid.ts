/** The session types of the demo's plastic-surgery meeting; the last four carry no credit. */
export const PLASTICS_TYPES = [
  'General Session',
  'Panel',
  'Instructional Course',
  'Scientific Abstracts',
  'Hot Topics',
  'Cadaver Lab',
  'On Demand',
  'Committee Meeting',
  'Industry Symposium',
  'Social',
  'Break',
] as const;

export type PlasticsType = (typeof PLASTICS_TYPES)[number];

/** A time in a room that a session fills. Times are local, `HH:MM`. */
export interface PlasticsSlot {
  start: string;
  end: string;
  room: string;
  type: PlasticsType;
}

type Times = readonly (readonly [start: string, end: string])[];

const slots = (type: PlasticsType, rooms: readonly string[], times: Times): PlasticsSlot[] =>
  rooms.flatMap((room) => times.map(([start, end]) => ({ start, end, room, type })));

/**
 * The 59 slots of a day, the same on all four: 51 of them certified. Courses begin inside panels and end inside
 * others, so that learners who walk between rooms have been in two at once.
 */
export function plasticsDaySlots(): PlasticsSlot[] {
  return [
    ...slots(
      'General Session',
      ['Sails Pavilion'],
      [
        ['08:00', '09:30'],
        ['10:30', '12:00'],
        ['13:30', '15:00'],
        ['15:30', '17:00'],
      ],
    ),
    ...slots(
      'Panel',
      ['Room 6A', 'Room 6B', 'Room 6C', 'Room 6D'],
      [
        ['08:00', '09:30'],
        ['09:45', '11:45'],
        ['13:00', '14:30'],
        ['15:00', '16:30'],
      ],
    ),
    ...slots(
      'Instructional Course',
      ['Room 7A', 'Room 7B', 'Room 8', 'Room 9'],
      [
        ['08:00', '10:00'],
        ['10:30', '12:30'],
        ['14:00', '16:00'],
      ],
    ),
    ...slots(
      'Scientific Abstracts',
      ['Room 10', 'Room 11A', 'Room 11B'],
      [
        ['08:00', '09:30'],
        ['10:00', '11:30'],
        ['13:00', '14:30'],
        ['15:00', '16:30'],
      ],
    ),
    ...slots(
      'Hot Topics',
      ['Exhibit Hall Theater'],
      [
        ['09:45', '10:30'],
        ['10:45', '11:30'],
        ['13:15', '14:00'],
        ['14:15', '15:00'],
        ['15:45', '16:30'],
      ],
    ),
    ...slots(
      'Cadaver Lab',
      ['Surgical Skills Lab'],
      [
        ['08:00', '11:00'],
        ['13:00', '16:00'],
      ],
    ),
    ...slots(
      'Committee Meeting',
      ['Harbor Ballroom A', 'Harbor Ballroom B'],
      [
        ['07:00', '08:00'],
        ['12:00', '13:00'],
      ],
    ),
    ...slots(
      'Industry Symposium',
      ['Seaview Terrace'],
      [
        ['06:45', '07:45'],
        ['12:15', '13:15'],
      ],
    ),
    ...slots('Break', ['Exhibit Hall'], [['12:00', '13:00']]),
    ...slots('Social', ['Harbor Terrace'], [['17:30', '19:00']]),
  ];
}
