import { describe, expect, it } from '@jest/globals';
import { parseConfig, renderMessage, type Message } from '@laurel/plugin-kit';
import { aRequireInput, aRuleInput, describePlugin, ruleText } from '@laurel/plugin-kit/conformance';
import { CreditReportingConsentConfig } from './credit-reporting-consent.config.js';
import { messages } from './credit-reporting-consent.messages.js';
import { creditReportingConsentPlugin } from './credit-reporting-consent.plugin.js';

const storedConfig = {
  formKey: 'credit-reporting',
  title: 'Opt-In to Learner Credit Reporting',
  intro: 'Your credit can be transferred for you.',
  consent: 'I agree that my credit is reported.',
  boards: [
    {
      key: 'abs',
      label: 'American Board of Surgery',
      idLabel: 'ABS ID',
      idPattern: '\\d{6}',
      idExample: 'six digits',
      identifier: 'abs',
    },
    { key: 'abps', label: 'American Board of Plastic Surgery' },
  ],
  mostBoards: 2,
  states: [],
  boardId: 'optional',
  npi: 'optional',
  licence: 'optional',
  birthday: 'required',
};
const config = parseConfig(CreditReportingConsentConfig, storedConfig);
const strict = parseConfig(CreditReportingConsentConfig, {
  ...storedConfig,
  boardId: 'required',
  npi: 'required',
  licence: 'required',
  states: ['IL'],
});
const lenient = parseConfig(CreditReportingConsentConfig, { ...storedConfig, birthday: 'off' });
const right = { consent: true, board: 'abs', boardId: '123456', birthday: '02-29' };
const full = { ...right, npi: '1234567893', licenceState: 'IL', licenceNumber: '036-123456' };
type Values = Record<string, string | boolean>;
const input = (values?: Values, used = config) =>
  aRequireInput(used, { inputs: values === undefined ? {} : { 'credit-reporting': values } });
const submitted = (values: Values) => {
  const draft = input(values);
  return { ...draft, claim: { ...draft.claim, isAmendment: true } };
};
const said = ({ text }: Message, facts = {}) =>
  renderMessage({ text }, facts, { timeZone: 'UTC', locale: 'en-US' }, {}).text;
const require = (...given: Parameters<typeof input>) =>
  creditReportingConsentPlugin.require?.(input(...given))[0];
const faults = (...given: Parameters<typeof input>) =>
  require(...given)?.faults?.map(({ field, reason }) => `${field}: ${reason.code}`) ?? [];

describePlugin(creditReportingConsentPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  require: {
    'before the learner opts in': input(),
    'without consent, whatever else was typed': input({ consent: false, npi: 'x' }),
    'when everything fits': input(right),
    'when everything fits, and the claim is in': submitted(right),
    'when only the NPI is given': input({ consent: true, npi: '1234567893', birthday: '12-31' }),
    'when nothing is given': input({ consent: true }, strict),
    'when everything is wrong': input(
      {
        consent: true,
        board: 'abs',
        boardId: '12',
        board2: 'abs',
        npi: '1234567890',
        licenceState: 'XX',
        licenceNumber: 'none',
        birthday: '02-30',
      },
      strict,
    ),
    'for an unknown board and a short NPI': input({
      consent: true,
      board: 'x',
      npi: '12',
      birthday: '01-01',
    }),
    'for a board without its ID': input({ consent: true, board: 'abps', birthday: '01-01' }),
    'when nobody could find the learner': input({ consent: true, birthday: '01-01' }),
  },
  rule: {
    'with one detail': aRuleInput(config),
    'with every detail': aRuleInput(strict),
    'with no detail': aRuleInput(lenient),
  },
});

describe('credit reporting consent', () => {
  it('is optional until the learner opts in, whatever was typed before', () => {
    expect(require()?.state).toBe('optional');
    expect(require({ ...full, consent: false, npi: 'nonsense' })).toMatchObject({ state: 'optional' });
    expect(faults({ consent: false, npi: 'nonsense' })).toEqual([]);
  });

  it('is met when everything fits, and names the boards', () => {
    expect(require(right)).toMatchObject({
      state: 'met',
      reason: { code: 'opted-in', facts: { boards: ['American Board of Surgery'], isToBoards: true } },
    });
    expect(require(full, strict)?.state).toBe('met');
  });

  it('says where the credit goes once the claim is in', () => {
    const [requirement] = creditReportingConsentPlugin.require?.(submitted(right)) ?? [];
    expect(requirement?.state).toBe('met');
    expect(said(messages['passed-on'], requirement?.reason.facts)).toBe(
      'Your credit goes to the American Board of Surgery, as you asked. The society passes it on.',
    );
  });

  it('says at each field what is wrong, and that consent can be taken back', () => {
    const values = {
      consent: true,
      board: 'abs',
      boardId: '12345',
      npi: '1234567890',
      licenceState: 'IL',
      birthday: '02-30',
    };
    expect(faults(values)).toEqual([
      'boardId: board-id-wrong',
      'npi: npi-wrong',
      'licenceNumber: licence-number-missing',
      'birthday: birthday-wrong',
    ]);
    expect(require(values)?.state).toBe('unmet');
    expect(messages['to-correct'].remedy).toContain('take back your consent');
  });

  it.each([
    ['abs', '123456', []],
    ['abs', ' 123456 ', []],
    ['abs', '12345a', ['boardId: board-id-wrong']],
    ['abs', '1234567', ['boardId: board-id-wrong']],
    ['abps', 'PS-00123', []],
    ['abps', 'PS', ['boardId: board-id-wrong']],
    ['', '123456', ['board: board-missing']],
    ['other', '123456', ['board: board-unknown']],
  ])('checks the ID as the board has it: %p %p', (board, boardId, expected) => {
    expect(faults({ consent: true, board, boardId, birthday: '01-31' })).toEqual(expected);
  });

  it('takes a second board, but not the same twice', () => {
    expect(faults({ ...right, board2: 'abps', boardId2: '12345' })).toEqual([]);
    expect(faults({ ...right, board2: 'abs', boardId2: '123456' })).toEqual(['board2: board-twice']);
  });

  it.each([
    ['1234567893', []],
    ['1245319599', []],
    ['1234567890', ['npi: npi-wrong']],
    ['3234567893', ['npi: npi-wrong']],
    ['123456789', ['npi: npi-digits']],
    ['12345678933', ['npi: npi-digits']],
    ['١٢٣٤٥٦٧٨٩٣', ['npi: npi-digits']],
  ])('checks the NPI %p', (npi, expected) => {
    expect(faults({ ...right, npi })).toEqual(expected);
  });

  it.each([
    ['02-29', []],
    ['12-31', []],
    ['02-30', ['birthday: birthday-wrong']],
    ['04-31', ['birthday: birthday-wrong']],
    ['13-01', ['birthday: birthday-wrong']],
    ['00-10', ['birthday: birthday-wrong']],
    ['2-9', ['birthday: birthday-wrong']],
    ['', ['birthday: birthday-missing']],
  ])('checks the day of birth %p', (birthday, expected) => {
    expect(faults({ ...right, birthday })).toEqual(expected);
  });

  it.each([
    ['IL', '036.123456', []],
    ['IL', 'A 1', []],
    ['IL', 'MD', ['licenceNumber: licence-number-wrong']],
    ['', '12345', ['licenceState: licence-state-missing']],
    ['XX', '12345', ['licenceState: licence-state-unknown']],
  ])('checks the licence %p %p', (licenceState, licenceNumber, expected) => {
    expect(faults({ ...right, licenceState, licenceNumber })).toEqual(expected);
  });

  it('asks for one way to be found', () => {
    expect(faults({ consent: true, birthday: '01-01' })).toEqual(['board: not-findable']);
  });

  it('draws the ID as the chosen board names it, and keeps it under its kind', () => {
    const action = require(right)?.action;
    const fields = action?.kind === 'form' ? action.form.fields : [];
    expect(fields.map(({ key }) => key)).toEqual([
      'consent',
      'board',
      'boardId',
      'board2',
      'boardId2',
      'npi',
      'licenceState',
      'licenceNumber',
      'birthday',
    ]);
    expect(fields.find(({ key }) => key === 'boardId')).toMatchObject({
      label: 'ABS ID',
      help: 'Six digits.',
      identifier: 'abs',
      showIf: { field: 'consent', is: true },
    });
  });

  it('leaves out what the society does not ask for', () => {
    const used = parseConfig(CreditReportingConsentConfig, {
      ...storedConfig,
      boardId: 'off',
      licence: 'off',
    });
    const action = require({ consent: true }, used)?.action;
    expect(action?.kind === 'form' ? action.form.fields.map(({ key }) => key) : []).toEqual([
      'consent',
      'npi',
      'birthday',
    ]);
    expect(faults({ consent: true, birthday: '01-01' }, used)).toEqual(['npi: not-findable']);
  });

  it('speaks plainly', () => {
    expect(said(messages['opted-in'], require(right)?.reason.facts)).toBe(
      'Your credit will be reported to the American Board of Surgery after you submit.',
    );
  });
});

describe('the rule', () => {
  const consent = 'Credit is reported to boards only for learners who agree to it; nobody has to.';

  it('says that it is voluntary, and what who agrees has to give', () => {
    expect(ruleText(creditReportingConsentPlugin, aRuleInput(lenient))).toBe(consent);
    expect(ruleText(creditReportingConsentPlugin, aRuleInput(config))).toBe(
      `${consent} Who agrees gives the month and day of birth, and whatever else boards find them by.`,
    );
    expect(ruleText(creditReportingConsentPlugin, aRuleInput(strict))).toBe(
      `${consent} Who agrees gives a certifying board with the ID there, an NPI, a state licence, the month and day ` +
        'of birth, and whatever else boards find them by.',
    );
  });
});
