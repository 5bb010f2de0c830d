import type { FactValue, FormField, RequirementForm } from '@laurel/plugin-kit';
import type { BoardRule, CreditReportingConsentConfig } from './credit-reporting-consent.config.js';
import { stateCodes, states } from './states.js';

export type Given = Readonly<Record<string, FactValue>>;

/** The fields of one board; the first has no number. */
export interface BoardFields {
  readonly board: string;
  readonly id: string;
}

export const boardFields = ({
  boards,
  boardId,
  mostBoards,
}: CreditReportingConsentConfig): readonly BoardFields[] =>
  boards.length === 0 || boardId === 'off'
    ? []
    : Array.from({ length: mostBoards }, (_unused, index) => {
        const number = index === 0 ? '' : String(index + 1);
        return { board: `board${number}`, id: `boardId${number}` };
      });

/** What was given in a text or choice, without stray spaces. */
export const textOf = (given: Given, field: string): string => {
  const value = given[field];
  return typeof value === 'string' ? value.trim() : '';
};

export const boardOf = ({ boards }: CreditReportingConsentConfig, key: string): BoardRule | undefined =>
  boards.find((board) => board.key === key);

export const stateOptions = (config: CreditReportingConsentConfig): readonly string[] =>
  config.states.length === 0 ? stateCodes : config.states;

/** Shown and asked for once the learner opted in. */
const WHEN_OPTED_IN = { showIf: { field: 'consent', is: true } } as const;

export const consentForm = (config: CreditReportingConsentConfig, given: Given): RequirementForm => ({
  key: config.formKey,
  title: config.title,
  ...(config.intro === undefined ? {} : { intro: config.intro }),
  fields: [
    { key: 'consent', label: config.consent, kind: 'consent', isRequired: false },
    ...boardFields(config).flatMap((fields, index) => fieldsOfBoard(config, given, fields, index)),
    ...(config.npi === 'off' ? [] : [npiField(config)]),
    ...(config.licence === 'off' ? [] : licenceFields(config)),
    ...(config.birthday === 'off' ? [] : [birthdayField(config)]),
  ],
});

/** The ID is named, explained and kept as the board that was chosen has it. */
const fieldsOfBoard = (
  config: CreditReportingConsentConfig,
  given: Given,
  { board, id }: BoardFields,
  index: number,
): readonly FormField[] => {
  const chosen = boardOf(config, textOf(given, board));
  const isRequired = index === 0 && config.boardId === 'required';
  const which = ['Certifying board', 'Second board', 'Third board'][index] ?? 'Another board';
  return [
    {
      key: board,
      label: which,
      kind: 'choice',
      options: config.boards.map(({ key, label }) => ({ value: key, label })),
      isRequired,
      ...WHEN_OPTED_IN,
    },
    {
      key: id,
      label: chosen === undefined ? `ID at the ${which.toLowerCase()}` : sentenceCase(chosen.idLabel),
      kind: 'text',
      maxLength: 40,
      isRequired,
      ...(chosen === undefined ? {} : { help: `${sentenceCase(chosen.idExample)}.` }),
      ...(chosen?.identifier === undefined ? {} : { identifier: chosen.identifier }),
      ...WHEN_OPTED_IN,
    },
  ];
};

const npiField = ({ npi }: CreditReportingConsentConfig): FormField => ({
  key: 'npi',
  label: 'NPI',
  help: 'Your ten-digit National Provider Identifier.',
  kind: 'text',
  maxLength: 20,
  isRequired: npi === 'required',
  identifier: 'npi',
  ...WHEN_OPTED_IN,
});

const licenceFields = (config: CreditReportingConsentConfig): readonly FormField[] => [
  {
    key: 'licenceState',
    label: 'Licensing state',
    kind: 'choice',
    options: stateOptions(config).map((code) => ({ value: code, label: states[code] ?? code })),
    isRequired: config.licence === 'required',
    ...WHEN_OPTED_IN,
  },
  {
    key: 'licenceNumber',
    label: 'Licence number',
    kind: 'text',
    maxLength: 40,
    isRequired: config.licence === 'required',
    ...WHEN_OPTED_IN,
  },
];

const birthdayField = ({ birthday }: CreditReportingConsentConfig): FormField => ({
  key: 'birthday',
  label: 'Month and day of birth',
  help: 'Boards use it to find you; the year is not asked for.',
  kind: 'month-day',
  isRequired: birthday === 'required',
  ...WHEN_OPTED_IN,
});

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
