import { definePlugin, PLUGIN_CONTRACT, type Requirement } from '@laurel/plugin-kit';
import { boardFields, boardOf, consentForm, textOf, type Given } from './consent-form.js';
import { faultsOf } from './consent-faults.js';
import { CreditReportingConsentConfig } from './credit-reporting-consent.config.js';
import { messages } from './credit-reporting-consent.messages.js';

/**
 * The learner's consent to report credit to boards, with what boards find them by. ACCME: the learner's consent is
 * required, and only month and day of birth are collected.
 */
export const creditReportingConsentPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'credit-reporting-consent',
  version: '1.0.0',
  title: 'Credit reporting consent',
  description: 'Lets learners opt in to having their credit reported, and checks what boards find them by.',
  config: CreditReportingConsentConfig,
  configVersion: 1,
  messages,

  rule({ config }) {
    const facts = {
      isBoard: boardFields(config).length > 0 && config.boardId === 'required',
      isNpi: config.npi === 'required',
      isLicence: config.licence === 'required',
      isBirthday: config.birthday === 'required',
    };
    return [
      { code: 'rule-consent', facts: {} },
      ...(Object.values(facts).includes(true) ? [{ code: 'rule-details', facts }] : []),
    ];
  },

  require({ inputs, config, claim }): readonly Requirement[] {
    const given = inputs[config.formKey] ?? NOTHING;
    const common = {
      key: config.formKey,
      title: config.title,
      action: { kind: 'form', form: consentForm(config, given) },
    } as const;
    if (given['consent'] !== true) {
      return [{ ...common, state: 'optional', reason: { code: 'not-opted-in', facts: {} } }];
    }
    const faults = faultsOf(config, given);
    if (faults.length > 0) {
      return [
        {
          ...common,
          state: 'unmet',
          reason: { code: 'to-correct', facts: { count: faults.length } },
          faults,
        },
      ];
    }
    const boards = boardsNamed(config, given);
    const facts = { boards, isToBoards: boards.length > 0 };
    // Of a claim that is in, and of one that takes its place.
    const code = claim.isAmendment || claim.submittedAt !== null ? 'passed-on' : 'opted-in';
    return [{ ...common, state: 'met', reason: { code, facts } }];
  },
});

const NOTHING: Given = Object.freeze({});

const boardsNamed = (config: CreditReportingConsentConfig, given: Given): readonly string[] =>
  boardFields(config).flatMap(({ board }) => boardOf(config, textOf(given, board))?.label ?? []);
