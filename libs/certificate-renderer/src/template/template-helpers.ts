import type { PageFormat } from '../certificate-data.js';
import { accentPalette } from '../document/accent-palette.js';
import { cssString } from '../document/css-string.js';
import { emphasisedProse } from '../document/emphasis.js';
import { guillocheFrame, rosette } from '../document/guilloche.js';
import { imageElement, svgImageElement } from '../document/image-element.js';
import { qrCodeSvg } from '../document/qr-code.js';
import { TemplateError } from '../renderer.errors.js';
import { isList, isTruthy, ownProperty, SafeHtml, type TemplateValue } from './template-value.js';

/** A helper call in a template. */
export interface HelperCall {
  values: readonly TemplateValue[];
  named: Readonly<Record<string, TemplateValue>>;
  format: PageFormat;
  root: TemplateValue;
  line: number;
}

type ValueHelper = (call: HelperCall) => TemplateValue;

const blockHelpers: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);

/** The whole language beside `if`, `unless`, `each` and `with`. Markup comes only from these. */
const valueHelpers: ReadonlyMap<string, ValueHelper> = new Map<string, ValueHelper>([
  ['eq', ({ values }) => values[0] === values[1]],
  ['ne', ({ values }) => values[0] !== values[1]],
  ['gt', ({ values }) => Number(values[0]) > Number(values[1])],
  ['lt', ({ values }) => Number(values[0]) < Number(values[1])],
  ['and', ({ values }) => values.every(isTruthy)],
  ['or', ({ values }) => values.find(isTruthy)],
  ['not', ({ values }) => !isTruthy(values[0])],
  ['lookup', ({ values }) => ownProperty(values[0], text(values[1]))],
  ['upper', ({ values, root }) => text(values[0]).toLocaleUpperCase(languageOf(root))],
  ['lower', ({ values, root }) => text(values[0]).toLocaleLowerCase(languageOf(root))],
  ['prose', ({ values, root }) => new SafeHtml(emphasisedProse(text(values[0]), italicsOf(root)))],
  ['cssString', ({ values }) => new SafeHtml(cssString(text(values[0])))],
  ['qr', ({ values, line }) => new SafeHtml(inLine(line, () => qrCodeSvg(text(values[0]))))],
  ['image', ({ values, named }) => new SafeHtml(imageElement(text(values[0]), text(named['alt'])))],
  [
    'svg',
    ({ values, named, root }) =>
      new SafeHtml(svgImageElement(text(values[0]), text(named['alt']), inkOf(root))),
  ],
  ['guilloche', ({ format }) => new SafeHtml(guillocheFrame(format))],
  ['rosette', () => new SafeHtml(rosette())],
]);

export function isBlockHelper(name: string): boolean {
  return blockHelpers.has(name);
}

export function isValueHelper(name: string): boolean {
  return valueHelpers.has(name);
}

/** Names for the author who asked for one that does not exist. */
export function knownHelperNames(): string[] {
  return [...blockHelpers, ...valueHelpers.keys()];
}

export function callValueHelper(name: string, call: HelperCall): TemplateValue {
  const helper = valueHelpers.get(name);
  if (!helper) throw new TemplateError('template.unknown_helper', `There is no helper "${name}".`, call.line);
  return helper(call);
}

function text(value: TemplateValue): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function languageOf(root: TemplateValue): string {
  return text(ownProperty(root, 'language')) || 'en';
}

/** The society's colour as it can be printed. */
function inkOf(root: TemplateValue): string {
  return accentPalette(text(ownProperty(ownProperty(root, 'provider'), 'accent'))).ink;
}

/** Phrases that the document sets in italics; no more than a society has credit types. */
function italicsOf(root: TemplateValue): string[] {
  const phrases = ownProperty(root, 'italics');
  return isList(phrases) ? phrases.slice(0, mostItalics).map(text) : [];
}

const mostItalics = 200;

function inLine<Result>(line: number, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new TemplateError(
      'template.bad_argument',
      error instanceof Error ? error.message : String(error),
      line,
    );
  }
}
