import Handlebars from 'handlebars';
import { TemplateError } from '../renderer.errors.js';
import { assertHarmlessMarkup } from './template-markup.js';
import { isBlockHelper, isValueHelper, knownHelperNames } from './template-helpers.js';
import { maybe } from './maybe.js';

/** A template that was parsed and found within bounds; evaluate it as often as you like. */
export interface CompiledTemplate {
  readonly program: hbs.AST.Program;
  readonly source: string;
}

/** A certificate design is a page of markup; a quarter of a megabyte is far beyond any. */
export const maxTemplateCharacters = 256 * 1024;
const maxDepth = 32;
const maxExpressions = 4000;
/** Two thousand characters inside one pair of braces; comments are exempt. */
const longExpression = /\{\{(?!~?!)[^}]{2000}/;

const forbiddenNames = new Set([
  '__proto__',
  'constructor',
  'prototype',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
]);

/**
 * Parses a tenant's template and refuses whatever is outside the allowed language: unknown helpers, partials,
 * decorators, raw output, paths to prototypes, live markup, and sizes beyond the bounds.
 *
 * Handlebars only parses. The template never becomes code: `evaluateTemplate` walks the syntax tree, so there
 * is no generated function through which a template could reach this process.
 *
 * @throws TemplateError with code, a sentence for the author and, where known, the line.
 */
export function compileTemplate(source: string): CompiledTemplate {
  if (source.length > maxTemplateCharacters) {
    throw new TemplateError(
      'template.too_large',
      `The template has ${source.length} characters; at most ${maxTemplateCharacters} are allowed.`,
    );
  }
  assertParsable(source);
  assertHarmlessMarkup(source);
  const program = parse(source);
  checkProgram(program, 0);
  return { program, source };
}

/**
 * Bounds that keep the parser itself quick: its time grows with the square of the nesting and of the length of
 * one expression, so both are measured by a plain scan first.
 */
function assertParsable(source: string): void {
  const expressions = source.split('{{').length - 1;
  if (expressions > maxExpressions) {
    throw new TemplateError(
      'template.too_large',
      `The template has ${expressions} expressions; at most ${maxExpressions} are allowed.`,
    );
  }
  const long = longExpression.exec(source);
  if (long) {
    throw new TemplateError('template.too_large', 'One expression is too long.', lineAt(source, long.index));
  }
  let depth = 0;
  for (const match of source.matchAll(/\{\{~?([#^/])/g)) {
    depth += match[1] === '/' ? -1 : 1;
    if (depth > maxDepth) throw tooDeep(lineAt(source, match.index));
  }
}

function lineAt(source: string, index: number): number {
  return source.slice(0, index).split('\n').length;
}

function parse(source: string): hbs.AST.Program {
  try {
    return Handlebars.parse(source);
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    const message = error instanceof Error ? error.message : String(error);
    const line = /line (\d+)/i.exec(message)?.[1] ?? /- (\d+):\d+/.exec(message)?.[1];
    throw new TemplateError(
      'template.syntax',
      `The template cannot be read: ${message.split('\n').slice(0, 3).join(' ')}`,
      line === undefined ? undefined : Number(line),
    );
  }
}

function tooDeep(line?: number): TemplateError {
  return new TemplateError('template.too_deep', `Blocks may be nested ${maxDepth} deep at most.`, line);
}

function checkProgram(program: hbs.AST.Program, depth: number): void {
  for (const statement of program.body) checkStatement(statement, depth);
}

function checkStatement(statement: hbs.AST.Statement, depth: number): void {
  const line = statement.loc.start.line;
  if (depth > maxDepth) throw tooDeep(line);
  if (isContent(statement) || statement.type === 'CommentStatement') return;
  if (isMustache(statement)) {
    if (!statement.escaped) {
      throw new TemplateError(
        'template.raw_output',
        'Three braces print data as markup. Use two; helpers such as {{prose …}} print their own markup.',
        line,
      );
    }
    checkCall(statement, 'value', depth);
    return;
  }
  if (isBlock(statement)) {
    checkCall(statement, 'block', depth);
    // An inverted block has no program of its own, whatever the types say.
    const program = maybe(statement.program);
    const inverse = maybe(statement.inverse);
    if (program) checkProgram(program, depth + 1);
    if (inverse) checkProgram(inverse, depth + 1);
    return;
  }
  throw new TemplateError(
    'template.unsupported',
    'Partials and decorators are not part of the template language.',
    line,
  );
}

interface Call {
  path: hbs.AST.Expression;
  params: hbs.AST.Expression[];
  hash?: hbs.AST.Hash;
  loc: hbs.AST.SourceLocation;
}

function checkCall(call: Call, kind: 'block' | 'value', depth: number): void {
  const line = call.loc.start.line;
  if (depth > maxDepth) throw tooDeep(line);
  checkExpression(call.path, depth);
  for (const parameter of call.params) checkExpression(parameter, depth);
  for (const pair of call.hash?.pairs ?? []) checkExpression(pair.value, depth);
  const name = isPath(call.path) ? call.path.original : '';
  if (kind === 'block') {
    if (!isBlockHelper(name)) throw unknownHelper(`#${name}`, line);
    if (call.params.length !== 1) {
      throw new TemplateError('template.bad_argument', `{{#${name}}} takes exactly one value.`, line);
    }
    return;
  }
  const hasArguments = call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0;
  if (hasArguments && !isValueHelper(name)) throw unknownHelper(name, line);
}

function unknownHelper(name: string, line: number): TemplateError {
  return new TemplateError(
    'template.unknown_helper',
    `There is no helper "${name}". Known: ${knownHelperNames().join(', ')}.`,
    line,
  );
}

function checkExpression(expression: hbs.AST.Expression, depth: number): void {
  if (isSubExpression(expression)) {
    checkCall(expression, 'value', depth + 1);
    if (isPath(expression.path) && !isValueHelper(expression.path.original)) {
      throw unknownHelper(expression.path.original, expression.loc.start.line);
    }
    return;
  }
  if (!isPath(expression)) return;
  const parts: unknown[] = expression.parts;
  const forbidden = parts.find(
    (part): part is string => typeof part === 'string' && forbiddenNames.has(part),
  );
  if (forbidden !== undefined) {
    throw new TemplateError(
      'template.forbidden_path',
      `"${forbidden}" is not data of a certificate.`,
      expression.loc.start.line,
    );
  }
}

export function isContent(node: hbs.AST.Node): node is hbs.AST.ContentStatement {
  return node.type === 'ContentStatement';
}
export function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}
export function isBlock(node: hbs.AST.Node): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement';
}
export function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}
export function isSubExpression(node: hbs.AST.Node): node is hbs.AST.SubExpression {
  return node.type === 'SubExpression';
}
