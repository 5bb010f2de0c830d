import type { Reason } from '@laurel/plugin-kit';
import { boardFields, boardOf, stateOptions, textOf, type BoardFields, type Given } from './consent-form.js';
import type { CreditReportingConsentConfig, Need } from './credit-reporting-consent.config.js';
import { isMonthDay, isNpi, matchesWhole } from './identifier-checks.js';

export interface FieldFault {
  readonly field: string;
  readonly reason: Reason;
}

/** Everything that can be known to be wrong before a board says so, in the order of the form. */
export const faultsOf = (config: CreditReportingConsentConfig, given: Given): readonly FieldFault[] => {
  const faults = [
    ...boardFields(config).flatMap((fields, index) => boardFaults(config, given, fields, index)),
    ...npiFaults(config.npi, given),
    ...licenceFaults(config, given),
    ...birthdayFaults(config.birthday, given),
  ];
  return faults.length > 0 || isFindable(config, given)
    ? faults
    : [{ field: firstIdentifyingField(config), reason: { code: 'not-findable', facts: {} } }];
};

const fault = (field: string, code: string, facts: Reason['facts'] = {}): FieldFault => ({
  field,
  reason: { code, facts },
});

const boardFaults = (
  config: CreditReportingConsentConfig,
  given: Given,
  fields: BoardFields,
  index: number,
): readonly FieldFault[] => {
  const [key, id] = [textOf(given, fields.board), textOf(given, fields.id)];
  if (key === '') {
    if (id !== '' || (index === 0 && config.boardId === 'required'))
      return [fault(fields.board, 'board-missing')];
    return [];
  }
  const board = boardOf(config, key);
  if (board === undefined) return [fault(fields.board, 'board-unknown')];
  const facts = { board: board.label, idLabel: board.idLabel, example: board.idExample };
  if (
    boardFields(config)
      .slice(0, index)
      .some((earlier) => textOf(given, earlier.board) === key)
  ) {
    return [fault(fields.board, 'board-twice', facts)];
  }
  if (id === '') return [fault(fields.id, 'board-id-missing', facts)];
  return matchesWhole(board.idPattern, id) ? [] : [fault(fields.id, 'board-id-wrong', facts)];
};

const npiFaults = (need: Need, given: Given): readonly FieldFault[] => {
  if (need === 'off') return [];
  const npi = textOf(given, 'npi');
  if (npi === '') return need === 'required' ? [fault('npi', 'npi-missing')] : [];
  if (!/^\d{10}$/.test(npi)) return [fault('npi', 'npi-digits')];
  return isNpi(npi) ? [] : [fault('npi', 'npi-wrong')];
};

const licenceFaults = (config: CreditReportingConsentConfig, given: Given): readonly FieldFault[] => {
  if (config.licence === 'off') return [];
  const [state, number] = [textOf(given, 'licenceState'), textOf(given, 'licenceNumber')];
  if (state === '' && number === '' && config.licence === 'optional') return [];
  return [
    ...(state === '' ? [fault('licenceState', 'licence-state-missing')] : []),
    ...(state !== '' && !stateOptions(config).includes(state)
      ? [fault('licenceState', 'licence-state-unknown')]
      : []),
    ...(number === '' ? [fault('licenceNumber', 'licence-number-missing')] : []),
    ...(number !== '' && !matchesWhole(LICENCE, number)
      ? [fault('licenceNumber', 'licence-number-wrong')]
      : []),
  ];
};

/** States print licences in every way; what no state does is to write one without a digit. */
const LICENCE = String.raw`(?=.*\d)[A-Za-z0-9][A-Za-z0-9 .\/-]{1,28}[A-Za-z0-9]|\d{1,2}`;

const birthdayFaults = (need: Need, given: Given): readonly FieldFault[] => {
  if (need === 'off') return [];
  const birthday = textOf(given, 'birthday');
  if (birthday === '') return need === 'required' ? [fault('birthday', 'birthday-missing')] : [];
  return isMonthDay(birthday) ? [] : [fault('birthday', 'birthday-wrong')];
};

/** A birthday alone finds nobody: a board with its ID, the NPI or a licence does. */
const isFindable = (config: CreditReportingConsentConfig, given: Given): boolean =>
  identifyingFields(config).length === 0 ||
  identifyingFields(config).some((field) => textOf(given, field) !== '');

const identifyingFields = (config: CreditReportingConsentConfig): readonly string[] => [
  ...boardFields(config).map(({ board }) => board),
  ...(config.npi === 'off' ? [] : ['npi']),
  ...(config.licence === 'off' ? [] : ['licenceState']),
];

const firstIdentifyingField = (config: CreditReportingConsentConfig): string =>
  identifyingFields(config)[0] ?? 'consent';
