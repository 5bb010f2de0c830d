import type { Message } from '@laurel/plugin-kit';

export const messages = {
  'rule-consent': {
    text: 'Credit is reported to boards only for learners who agree to it; nobody has to.',
  },
  'rule-details': {
    text: 'Who agrees gives{isBoard, select, true { a certifying board with the ID there,} other {}}{isNpi, select, true { an NPI,} other {}}{isLicence, select, true { a state licence,} other {}}{isBirthday, select, true { the month and day of birth,} other {}} and whatever else boards find them by.',
  },
  'not-opted-in': {
    text: 'Reporting your credit to boards is up to you; your claim can be submitted without it.',
  },
  'opted-in': {
    text: 'Your credit will be reported{isToBoards, select, true { to the {boards}} other {}} after you submit.',
  },
  'passed-on': {
    text: 'Your credit goes{isToBoards, select, true { to the {boards}} other { to the authorities}}, as you asked. The society passes it on.',
  },
  'to-correct': {
    text: '{count, plural, one {One detail for the boards is} other {# details for the boards are}} not right yet.',
    remedy:
      'Correct {count, plural, one {it} other {them}}, or take back your consent to submit without reporting.',
  },
  'not-findable': {
    text: 'A board cannot find you yet.',
    remedy: 'Give a board with your ID there, your NPI, or a state licence.',
  },
  'board-missing': { text: 'Choose the certifying board.' },
  'board-unknown': { text: 'This board is not in the list.', remedy: 'Choose one from the list.' },
  'board-twice': { text: 'You named {board} twice.', remedy: 'Choose another board, or none.' },
  'board-id-missing': { text: 'Your {idLabel} is missing.', remedy: 'It looks like this: {example}.' },
  'board-id-wrong': {
    text: 'This is not how the {idLabel} of the {board} is written.',
    remedy: 'It looks like this: {example}.',
  },
  'npi-missing': { text: 'Your NPI is missing.' },
  'npi-digits': { text: 'An NPI has exactly ten digits.' },
  'npi-wrong': { text: 'This is not a valid NPI.', remedy: 'Check it digit by digit; one of them is wrong.' },
  'licence-state-missing': { text: 'Choose the state of your licence.' },
  'licence-state-unknown': { text: 'This state is not in the list.', remedy: 'Choose one from the list.' },
  'licence-number-missing': { text: 'The number of your licence is missing.' },
  'licence-number-wrong': {
    text: 'This does not look like the number of a licence.',
    remedy: 'Copy it from your licence: letters and digits, at least one digit.',
  },
  'birthday-missing': { text: 'Your month and day of birth are missing.' },
  'birthday-wrong': { text: 'There is no such day in a year.', remedy: 'Give month and day, such as 02-29.' },
} as const satisfies Readonly<Record<string, Message>>;
