import { describe, expect, it } from '@jest/globals';
import { parseConfig, renderMessage, type CertifyInput, type DocumentOffer } from '@laurel/plugin-kit';
import {
  aCertifyInput,
  aLearner,
  aLine,
  aMoment,
  anActivity,
  anOffering,
  aRuleInput,
  describePlugin,
  ruleText,
} from '@laurel/plugin-kit/conformance';
import { ManualDocumentRequestConfig } from './manual-document-request.config.js';
import { messages } from './manual-document-request.messages.js';
import { manualDocumentRequestPlugin } from './manual-document-request.plugin.js';

const storedConfig = {
  documentKey: 'asrt',
  title: 'Certificate of Participation – ASRT',
  description: 'For radiologic technologists.',
  template: 'plain',
  professions: ['technologist'],
  hoursOf: ['participation'],
  statements: [],
  inputs: [
    {
      key: 'asrtId',
      label: 'ASRT Unique Identifier',
      help: 'On your ASRT member card.',
      pattern: '\\d{4,9}',
      identifier: 'asrt',
    },
  ],
  mailTo: 'education@rhythm.example',
  subject: 'ASRT certificate request',
  promise: 'within five business days',
  lastDay: '2026-08-31',
};
const config = parseConfig(ManualDocumentRequestConfig, storedConfig);
const { lastDay: _lastDay, ...withoutEnd } = storedConfig;
const endless = parseConfig(ManualDocumentRequestConfig, withoutEnd);
const technologist = aLearner({ profession: 'technologist' });
const lines = [aLine(anOffering(), 'participation')];
const input = (over: Partial<Omit<CertifyInput<ManualDocumentRequestConfig>, 'config'>> = {}) =>
  aCertifyInput(config, { learner: technologist, lines, ...over });
const certify = (over: Parameters<typeof input>[0] = {}): readonly DocumentOffer[] =>
  manualDocumentRequestPlugin.certify?.(input(over)) ?? [];
const withheld: DocumentOffer = {
  key: 'asrt',
  title: 'ASRT',
  availability: { available: false, reason: { code: 'another-plugins-reason', facts: {} } },
  documentKind: 'participation',
  template: 'classic',
  credits: [],
  statements: ['An earlier statement.'],
  inputs: [{ key: 'state', label: 'State' }],
};

describePlugin(manualDocumentRequestPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  certify: {
    'for a technologist': input(),
    'for a physician': input({ learner: aLearner() }),
    'after the last day': input({ now: aMoment('2026-09-01T00:00') }),
    'when nothing was claimed': input({ lines: [] }),
    'for a document of an earlier step': input({ documents: [withheld] }),
  },
  rule: {
    'with a last day': aRuleInput(config),
    'without one': aRuleInput(endless),
  },
});

describe('documents on request', () => {
  it('add a document that asks for the identifier and goes to the society by mail', () => {
    expect(certify()).toEqual([
      {
        key: 'asrt',
        title: 'Certificate of Participation – ASRT',
        description: 'For radiologic technologists.',
        availability: { available: true },
        documentKind: 'participation',
        template: 'plain',
        credits: [{ creditType: 'participation', amount: 100, unit: 'hours' }],
        statements: [],
        inputs: [...storedConfig.inputs],
        request: {
          mailTo: 'education@rhythm.example',
          subject: 'ASRT certificate request',
          promise: {
            code: 'promise',
            facts: { society: 'Society for Cardiac Rhythm', promise: 'within five business days' },
          },
          lastDay: '2026-08-31',
        },
      },
    ]);
    expect(certify({ learner: aLearner() })).toEqual([]);
  });

  it.each([
    ['2026-08-31T23:59:59', 'America/Chicago', true],
    ['2026-09-01T00:00', 'America/Chicago', false],
    // The same moment is still 31 August further west.
    ['2026-09-01T00:00', 'America/Los_Angeles', true],
  ])('at %s in Chicago, for an activity in %s, are possible: %s', (local, timeZone, isAvailable) => {
    const [document] = certify({ now: aMoment(local), activity: anActivity({ timeZone }) });
    expect(document?.availability.available).toBe(isAvailable);
  });

  it('say on which day requests ended', () => {
    const [document] = certify({ now: aMoment('2026-09-02T09:00') });
    const facts = document?.availability.available === false ? document.availability.reason.facts : {};
    const voice = { timeZone: 'America/Chicago', locale: 'en-US' };
    expect(renderMessage(messages['requests-ended'], facts, voice, {}).text).toBe(
      'Requests for the Certificate of Participation – ASRT ended on Monday, August 31, 2026.',
    );
  });

  it('extend the document of an earlier step, and do not make an unavailable one available', () => {
    const [document] = certify({ documents: [withheld] });
    expect(document).toMatchObject({ template: 'classic', statements: ['An earlier statement.'] });
    expect(document?.inputs.map(({ key }) => key)).toEqual(['state', 'asrtId']);
    expect(document?.availability.available).toBe(false);
  });

  it('refuse a pattern that is none', () => {
    const wrong = { ...storedConfig, inputs: [{ key: 'x', label: 'X', pattern: '(' }] };
    expect(() => parseConfig(ManualDocumentRequestConfig, wrong)).toThrow('inputs.0.pattern');
  });
});

describe('the rule', () => {
  it('says what is requested, what is promised, and until when', () => {
    const request =
      'The Certificate of Participation – ASRT is made on request: it goes to Society for Cardiac Rhythm, and the ' +
      'answer comes within five business days.';
    expect(ruleText(manualDocumentRequestPlugin, aRuleInput(config))).toBe(
      `${request} The last day for requests is Monday, August 31, 2026.`,
    );
    expect(ruleText(manualDocumentRequestPlugin, aRuleInput(endless))).toBe(request);
  });
});
