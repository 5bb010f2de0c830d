import { describe, expect, it } from '@jest/globals';
import { parseConfig, renderMessage, type DocumentOffer } from '@laurel/plugin-kit';
import {
  aCertifyInput,
  aCreditType,
  aLearner,
  aLine,
  anOffering,
  aRuleInput,
  describePlugin,
  ruleText,
} from '@laurel/plugin-kit/conformance';
import { ProfessionDocumentsConfig } from './profession-documents.config.js';
import { messages } from './profession-documents.messages.js';
import { professionDocumentsPlugin } from './profession-documents.plugin.js';

const physiciansOnly = {
  key: 'cme',
  title: 'CME Certificate',
  inSentence: 'a CME certificate',
  template: 'classic',
  documentKind: 'credit',
  professions: ['physician'],
  professionsLabel: 'physicians',
  creditTypes: ['ama-pra-1'],
  hoursOf: [],
  statements: [],
};
const forEveryone = {
  key: 'participation',
  title: 'Certificate of Participation',
  inSentence: 'a Certificate of Participation',
  description: 'States the hours you took part in.',
  template: 'plain',
  documentKind: 'participation',
  professions: [],
  creditTypes: [],
  hoursOf: ['participation', 'ama-pra-1'],
  statements: ['This activity was designated for AMA PRA Category 1 Credit™.'],
};
const storedConfig = { documents: [physiciansOnly, forEveryone], wordings: [] };
const config = parseConfig(ProfessionDocumentsConfig, storedConfig);
const onlyPhysicians = parseConfig(ProfessionDocumentsConfig, { documents: [physiciansOnly] });
const session = anOffering();
const nurse = aLearner({ profession: 'nurse' });
const ofPhysician = aCertifyInput(config, { lines: [aLine(session)] });
const ofNurse = aCertifyInput(config, { learner: nurse, lines: [aLine(session, 'participation')] });

describePlugin(professionDocumentsPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  certify: {
    'for a physician': ofPhysician,
    'for a nurse': ofNurse,
    'for a nurse where there is nothing for nurses': aCertifyInput(onlyPhysicians, { learner: nurse }),
    'for a physician who claimed nothing': aCertifyInput(config),
  },
  rule: {
    'with a document for one profession': aRuleInput(config),
  },
});

const outline = (documents: readonly DocumentOffer[] = []) =>
  documents.map(({ key, availability, credits }) => [
    key,
    availability.available ? 'available' : availability.reason.code,
    credits,
  ]);

describe('documents by profession', () => {
  it('gives a physician the certificate with what was claimed', () => {
    expect(outline(professionDocumentsPlugin.certify?.(ofPhysician))).toEqual([
      ['cme', 'available', [{ creditType: 'ama-pra-1', amount: 100 }]],
      ['participation', 'available', [{ creditType: 'ama-pra-1', amount: 100, unit: 'hours' }]],
    ]);
  });

  it('gives others the participation certificate, and says so on the one they cannot have', () => {
    const documents = professionDocumentsPlugin.certify?.(ofNurse) ?? [];
    expect(outline(documents)).toEqual([
      ['cme', 'other-profession', []],
      ['participation', 'available', [{ creditType: 'participation', amount: 100, unit: 'hours' }]],
    ]);
    const [refused] = documents;
    const facts = refused?.availability.available === false ? refused.availability.reason.facts : {};
    const voice = { timeZone: 'America/Chicago', locale: 'en-US' };
    expect(renderMessage(messages['other-profession'], facts, voice, {}).text).toBe(
      'Only physicians may claim credit using a CME certificate. A Certificate of Participation is ready for you.',
    );
  });

  it('shows what was claimed, also when that is less than the sessions carried', () => {
    const less = { ...ofPhysician, claimed: { 'ama-pra-1': 75 } };
    expect(professionDocumentsPlugin.certify?.(less)[0]?.credits).toEqual([
      { creditType: 'ama-pra-1', amount: 75 },
    ]);
  });

  it('withholds a document that would state nothing', () => {
    const codes = outline(professionDocumentsPlugin.certify?.(aCertifyInput(config))).map(([, code]) => code);
    expect(codes).toEqual(['nothing-claimed', 'nothing-claimed']);
  });
});

describe('documents by credit type', () => {
  const perType = {
    key: 'certificate',
    title: 'Certificate',
    inSentence: 'a certificate',
    template: 'modern',
    isPerCreditType: true,
    perCourse: true,
  };
  const byType = parseConfig(ProfessionDocumentsConfig, { documents: [perType] });
  const creditTypes = [
    aCreditType(),
    aCreditType({ key: 'patient-safety', name: 'Patient Safety Hours', audience: [], isCategory: true }),
    aCreditType({
      key: 'abp-moc-2',
      name: 'ABP MOC Part 2',
      audience: ['physician'],
      unit: { one: 'point', other: 'points' },
    }),
    aCreditType({
      key: 'cat-9',
      name: 'Category 9',
      audience: ['nurse'],
      unit: { one: 'hour', other: 'hours' },
    }),
  ];
  const certify = (claimed: Record<string, number>, over = {}) =>
    professionDocumentsPlugin.certify?.({ ...aCertifyInput(byType, { creditTypes }), claimed, ...over }) ??
    [];

  it('are made for each that was claimed, in its own words, a certificate for each course', () => {
    const documents = certify({ 'abp-moc-2': 150, 'ama-pra-1': 100, 'patient-safety': 100 });
    expect(documents.map(({ key, title, perCourse, credits }) => [key, title, perCourse, credits])).toEqual([
      [
        'certificate-ama-pra-1',
        'AMA PRA Category 1 Credit™ Certificate',
        true,
        [{ creditType: 'ama-pra-1', amount: 100 }],
      ],
      [
        'certificate-abp-moc-2',
        'ABP MOC Part 2 Certificate',
        true,
        [{ creditType: 'abp-moc-2', amount: 150 }],
      ],
    ]);
    // What an authority wants printed is the credit type's own, and printed by the host.
    expect(documents.map(({ statements }) => statements)).toEqual([[], []]);
  });

  it('go by the audience of the credit type', () => {
    expect(outline(certify({ 'cat-9': 100 }))).toEqual([
      ['certificate-cat-9', 'other-profession-only', [{ creditType: 'cat-9', amount: 100 }]],
    ]);
    expect(certify({ 'cat-9': 100 }, { learner: nurse })[0]).toMatchObject({
      title: 'Certificate: Category 9',
      availability: { available: true },
    });
  });

  it('can be limited to some, and worded by the society', () => {
    const own = parseConfig(ProfessionDocumentsConfig, {
      documents: [
        { ...perType, creditTypes: ['cat-9', 'ama-pra-1'], statements: ['By [Provider] for [credit type].'] },
      ],
      wordings: [
        { creditType: 'ama-pra-1', title: 'Ours', inSentence: 'ours', statements: ['[credits claimed].'] },
      ],
    });
    const documents = certify({ 'abp-moc-2': 150, 'ama-pra-1': 25 }, { config: own });
    expect(documents.map(({ title, statements }) => [title, statements])).toEqual([
      ['Ours', ['By Society for Cardiac Rhythm for AMA PRA Category 1 Credits™.', '0.25 credit.']],
    ]);
  });

  it('and others can be hidden where they would state nothing', () => {
    const hiding = parseConfig(ProfessionDocumentsConfig, {
      documents: [{ ...physiciansOnly, isHiddenWhenEmpty: true }, forEveryone],
    });
    expect(outline(professionDocumentsPlugin.certify?.(aCertifyInput(hiding))).map(([key]) => key)).toEqual([
      'participation',
    ]);
  });
});

describe('the rule', () => {
  it('says whom documents are for that are not for everyone', () => {
    expect(ruleText(professionDocumentsPlugin, aRuleInput(config))).toBe(
      'A CME certificate is for physicians.',
    );
    const open = parseConfig(ProfessionDocumentsConfig, { documents: [forEveryone] });
    expect(ruleText(professionDocumentsPlugin, aRuleInput(open))).toBe('');
  });
});
