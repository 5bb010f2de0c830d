import type { PageFormat } from '../certificate-data.js';
import { TemplateError } from '../renderer.errors.js';
import {
  type CompiledTemplate,
  isBlock,
  isContent,
  isMustache,
  isPath,
  isSubExpression,
} from './compile-template.js';
import { costOfHelper } from './helper-costs.js';
import { callValueHelper, isValueHelper } from './template-helpers.js';
import { isList, isTruthy, ownProperty, printed, type TemplateValue } from './template-value.js';
import { assertHarmlessOutput } from './template-markup.js';
import { maybe } from './maybe.js';

/** Bounds of one evaluation. A shipped design with 60 sessions takes about 2,000 steps and 40,000 characters. */
export interface EvaluationLimits {
  /** Statements, loop turns and what helpers cost, together; 200,000 take some tens of milliseconds, with drawing a second. */
  steps: number;
  /** Characters of markup. */
  output: number;
}

export const defaultLimits: EvaluationLimits = { steps: 200_000, output: 2_000_000 };

/** A long list is the learner's and no fault of the template: going over it once is allowed on top. */
export const limitsFor = (sessionCount: number): EvaluationLimits => ({
  steps: defaultLimits.steps + STEPS_A_SESSION * sessionCount,
  output: defaultLimits.output + OUTPUT_A_SESSION * sessionCount,
});

/** Two to three times what the shipped designs take for a session with title, place and note. */
const STEPS_A_SESSION = 100;
const OUTPUT_A_SESSION = 1_500;

/** One block's view: its context, its `@` variables and its block parameters, linked to the block around it. */
interface Scope {
  readonly context: TemplateValue;
  /** Scope that `../` reaches; blocks that keep the context (`if`) do not count, as in Handlebars. */
  readonly outer: Scope | undefined;
  readonly variables: Readonly<Record<string, TemplateValue>>;
  readonly enclosing: Scope | undefined;
  readonly parameters: Readonly<Record<string, TemplateValue>>;
}

/**
 * Walks the template's syntax tree and writes markup. Synchronous, without generated code, and bounded by a
 * budget of steps and an output cap, so an endless loop ends as a `TemplateError` after milliseconds.
 *
 * @throws TemplateError `template.too_much_work`, `template.too_much_output`, `template.bad_argument` or
 *   `template.forbidden_markup`.
 */
export function evaluateTemplate(
  template: CompiledTemplate,
  root: TemplateValue,
  format: PageFormat,
  limits: EvaluationLimits = defaultLimits,
): string {
  const markup = new Evaluation(root, format, limits).run(template.program);
  assertHarmlessOutput(markup);
  return markup;
}

class Evaluation {
  private readonly root: TemplateValue;
  private readonly format: PageFormat;
  private readonly limits: EvaluationLimits;
  private readonly chunks: string[] = [];
  private steps = 0;
  private length = 0;

  constructor(root: TemplateValue, format: PageFormat, limits: EvaluationLimits) {
    this.root = root;
    this.format = format;
    this.limits = limits;
  }

  run(program: hbs.AST.Program): string {
    this.program(program, {
      context: this.root,
      outer: undefined,
      variables: {},
      enclosing: undefined,
      parameters: {},
    });
    return this.chunks.join('');
  }

  private program(program: hbs.AST.Program | undefined, scope: Scope): void {
    for (const statement of program?.body ?? []) {
      this.step(statement);
      if (isContent(statement)) this.write(statement.value, statement);
      else if (isMustache(statement)) this.write(printed(this.call(statement, scope)), statement);
      else if (isBlock(statement)) this.block(statement, scope);
    }
  }

  private block(block: hbs.AST.BlockStatement, scope: Scope): void {
    const subject = block.params[0];
    const value = subject ? this.value(subject, scope) : undefined;
    switch (block.path.original) {
      case 'if':
        return this.program(isTruthy(value) ? block.program : block.inverse, scope);
      case 'unless':
        return this.program(isTruthy(value) ? block.inverse : block.program, scope);
      case 'with': {
        if (!isTruthy(value)) return this.program(block.inverse, scope);
        const [name] = parameterNames(block);
        return this.program(block.program, inner(scope, value, {}, name ? { [name]: value } : {}));
      }
      case 'each':
        return this.each(block, value, scope);
      default:
        throw new TemplateError('template.unknown_helper', `There is no block "${block.path.original}".`);
    }
  }

  private each(block: hbs.AST.BlockStatement, value: TemplateValue, scope: Scope): void {
    const entries = entriesOf(value);
    if (entries.length === 0) return this.program(block.inverse, scope);
    const [itemName, keyName] = parameterNames(block);
    entries.forEach(([key, item], index) => {
      this.step(block);
      const variables = { key, index, first: index === 0, last: index === entries.length - 1 };
      const parameters: Record<string, TemplateValue> = {};
      if (itemName) parameters[itemName] = item;
      if (keyName) parameters[keyName] = key;
      this.program(block.program, inner(scope, item, variables, parameters));
    });
  }

  /** A mustache or sub-expression: a helper if it names one, otherwise a path. */
  private call(call: hbs.AST.MustacheStatement | hbs.AST.SubExpression, scope: Scope): TemplateValue {
    const { path } = call;
    if (!isPath(path) || !isValueHelper(path.original)) return this.value(path, scope);
    const named: Record<string, TemplateValue> = {};
    // Without named values there is no hash, whatever the types say.
    for (const pair of maybe(call.hash)?.pairs ?? []) named[pair.key] = this.value(pair.value, scope);
    const values = call.params.map((parameter) => this.value(parameter, scope));
    this.step(call, costOfHelper(path.original, values));
    return callValueHelper(path.original, {
      values,
      named,
      format: this.format,
      root: this.root,
      line: call.loc.start.line,
    });
  }

  private value(expression: hbs.AST.Expression, scope: Scope): TemplateValue {
    this.step(expression);
    if (isSubExpression(expression)) return this.call(expression, scope);
    if (isPath(expression)) return this.path(expression, scope);
    if (isLiteral(expression)) return expression.value;
    return undefined;
  }

  private path(path: hbs.AST.PathExpression, scope: Scope): TemplateValue {
    const parts: readonly string[] = path.parts;
    let value: TemplateValue;
    let rest = parts;
    const [head] = parts;
    if (path.data) {
      const owner = scopeOfVariables(scope, path.depth);
      value = head === 'root' ? this.root : head === undefined ? undefined : owner?.variables[head];
      rest = parts.slice(1);
    } else if (path.depth === 0 && head !== undefined && !isScoped(path)) {
      const holder = parameterHolder(scope, head);
      value = holder ? holder.parameters[head] : ownProperty(scope.context, head);
      rest = parts.slice(1);
    } else {
      value = ancestor(scope, path.depth)?.context;
    }
    for (const part of rest) value = ownProperty(value, part);
    return value;
  }

  private step(at: hbs.AST.Node, cost = 1): void {
    this.steps += cost;
    if (this.steps > this.limits.steps) {
      throw new TemplateError(
        'template.too_much_work',
        `The template asks for more than ${this.limits.steps} steps. Are loops nested over long lists?`,
        at.loc.start.line,
      );
    }
  }

  private write(markup: string, at: hbs.AST.Node): void {
    this.length += markup.length;
    if (this.length > this.limits.output) {
      throw new TemplateError(
        'template.too_much_output',
        `The template writes more than ${this.limits.output} characters.`,
        at.loc.start.line,
      );
    }
    this.chunks.push(markup);
  }
}

function inner(
  scope: Scope,
  context: TemplateValue,
  variables: Record<string, TemplateValue>,
  parameters: Record<string, TemplateValue>,
): Scope {
  return {
    context,
    outer: context === scope.context ? scope.outer : scope,
    variables: { ...scope.variables, ...variables },
    enclosing: scope,
    parameters,
  };
}

function ancestor(scope: Scope, depth: number): Scope | undefined {
  let found: Scope | undefined = scope;
  for (let level = 0; level < depth; level += 1) found = found?.outer;
  return found;
}

function scopeOfVariables(scope: Scope, depth: number): Scope | undefined {
  let found: Scope | undefined = scope;
  for (let level = 0; level < depth; level += 1) found = found?.enclosing;
  return found;
}

function parameterHolder(scope: Scope, name: string): Scope | undefined {
  for (let at: Scope | undefined = scope; at; at = at.enclosing) {
    if (Object.hasOwn(at.parameters, name)) return at;
  }
  return undefined;
}

function parameterNames(block: hbs.AST.BlockStatement): readonly string[] {
  // An inverted block has no program of its own, and most programs no parameters, whatever the types say.
  return maybe(maybe(block.program)?.blockParams) ?? [];
}

function entriesOf(value: TemplateValue): [string | number, TemplateValue][] {
  if (isList(value)) return value.map((item, index) => [index, item]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).map((key) => [key, ownProperty(value, key)]);
}

function isScoped(path: hbs.AST.PathExpression): boolean {
  return /^\.|^this\b/.test(path.original);
}

function isLiteral(
  node: hbs.AST.Expression,
): node is hbs.AST.StringLiteral | hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral {
  return node.type === 'StringLiteral' || node.type === 'NumberLiteral' || node.type === 'BooleanLiteral';
}
