import { describe, expect, it } from '@jest/globals';
import type { DocumentOffer, Plugin, ReportMessage } from '@laurel/plugin-kit';
import { aContext, aLine } from '@laurel/plugin-kit/conformance';
import { aPlugin, aRun } from '../steps/sample-plugin.builder.js';

const document = (key: string, over: Partial<DocumentOffer> = {}): DocumentOffer => ({
  key,
  title: key,
  availability: { available: true },
  documentKind: 'credit',
  template: 'classic',
  credits: [{ creditType: 'ama-pra-1', amount: 100 }],
  statements: [],
  inputs: [],
  ...over,
});
const claimed = { 'ama-pra-1': 100 };
const throwing = (stage: 'certify' | 'report'): Plugin =>
  aPlugin({
    key: 'throwing',
    [stage]: () => {
      throw new Error('inside');
    },
  });

describe('decideDocuments', () => {
  const decide = (plugins: readonly Plugin[]) => {
    const { runner, workflow } = aRun(plugins);
    return runner.decideDocuments(workflow, aContext(), [aLine()], claimed);
  };
  const withheld = { available: false, reason: { code: 'no', facts: {} } } as const;

  it('is the union by key, in workflow order', () => {
    const plugins = [
      aPlugin({ key: 'one', certify: () => [document('cme'), document('participation')] }),
      aPlugin({ key: 'two', certify: () => [document('moc')] }),
    ];
    const { documents, isHeld } = decide(plugins);
    expect(documents.map(({ offer, plugin }) => [offer.key, plugin])).toEqual([
      ['cme', 'one'],
      ['participation', 'one'],
      ['moc', 'two'],
    ]);
    expect(isHeld).toBe(false);
  });

  it('lets a later step see, extend and withhold a document, in its place', () => {
    const extending = aPlugin({
      key: 'two',
      certify: ({ documents }) =>
        documents.filter(({ key }) => key === 'cme').map((one) => ({ ...one, availability: withheld })),
    });
    const first = aPlugin({ key: 'one', certify: () => [document('cme'), document('participation')] });
    const { documents } = decide([first, extending]);
    expect(
      documents.map(({ offer, plugin, entry }) => [offer.key, plugin, entry.outcome, entry.sentence]),
    ).toEqual([
      ['cme', 'two', 'unavailable', 'Not this time.'],
      ['participation', 'one', 'available', 'This document is ready for you.'],
    ]);
  });

  it('keeps the reason of the plugin that gave it when a later step hands it on', () => {
    const first = aPlugin({ key: 'one', certify: () => [document('cme', { availability: withheld })] });
    const extending = aPlugin({
      key: 'two',
      messages: {},
      certify: ({ documents }) => documents.map((one) => ({ ...one, statements: ['More.'] })),
    });
    const { documents, isHeld } = decide([first, extending]);
    expect(isHeld).toBe(false);
    expect(documents[0]).toMatchObject({
      plugin: 'two',
      offer: { statements: ['More.'] },
      entry: { plugin: 'one', sentence: 'Not this time.' },
    });
  });

  it('says what a request promises', () => {
    const request = {
      mailTo: 'a@b.example',
      subject: 'S',
      promise: { code: 'no', facts: {} },
      lastDay: null,
    };
    const { documents, trail } = decide([aPlugin({ certify: () => [document('asrt', { request })] })]);
    expect(documents[0]?.promise?.sentence).toBe('Not this time.');
    expect(trail.map(({ outcome }) => outcome)).toEqual(['available', 'promised']);
  });

  it('holds the claim when a step fails', () => {
    const { documents, isHeld, holds, faults } = decide([
      aPlugin({ key: 'one', certify: () => [document('cme')] }),
      throwing('certify'),
    ]);
    expect([isHeld, documents.length]).toEqual([true, 1]);
    expect(holds.map(({ plugin, reason }) => [plugin, reason.code])).toEqual([['throwing', 'plugin.failed']]);
    expect(faults.map(({ detail }) => detail)).toEqual(['inside']);
  });
});

describe('decideReports', () => {
  const decide = (plugins: readonly Plugin[]) => {
    const { runner, workflow } = aRun(plugins);
    return runner.decideReports(workflow, aContext(), [aLine()], claimed);
  };
  const message = (authority: string, key: string): ReportMessage => ({
    authority,
    key,
    payload: { points: 1 },
  });

  it('collects the messages, each authority and key once', () => {
    const { reports, isHeld, trail } = decide([
      aPlugin({ key: 'one', report: () => [message('abp', '1'), message('pars', '2')] }),
      aPlugin({ key: 'two', report: () => [message('abp', '1'), message('abp', '3')] }),
    ]);
    expect(
      reports.map(({ plugin, configRevision, message: { authority, key } }) => [
        plugin,
        configRevision,
        authority,
        key,
      ]),
    ).toEqual([
      ['one', 7, 'abp', '1'],
      ['one', 7, 'pars', '2'],
      ['two', 7, 'abp', '3'],
    ]);
    expect(isHeld).toBe(false);
    expect(trail[0]?.sentence).toBe('Your credit is reported to abp.');
  });

  it('holds the claim when a step fails', () => {
    expect(decide([throwing('report')])).toMatchObject({ isHeld: true, reports: [] });
  });
});
