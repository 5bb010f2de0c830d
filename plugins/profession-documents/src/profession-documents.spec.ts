import { describe, expect, it } from '@jest/globals';
import { parseConfig, renderMessage, type DocumentOffer } from '@laurel/plugin-kit';
import { aCertifyInput, aLearner, aLine, anOffering, describePlugin } from '@laurel/plugin-kit/conformance';
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
const storedConfig = { documents: [physiciansOnly, forEveryone] };
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
