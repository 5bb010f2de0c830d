import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { enrolments } from '../../apps/api/src/catalogue/enrolment.js';
import { formScopes } from '../../apps/api/src/evaluations/form-definition.js';
import { signInWayKinds } from '../../apps/api/src/tenancy/sign-in-ways.js';

const FILES = ['apps/api/src/operator/tenant-file.ts', 'apps/api/src/operator/sign-in-file.ts'];

/** Lists that the classes name instead of writing them out. */
const LISTS: Readonly<Record<string, readonly string[]>> = { enrolments, formScopes, signInWayKinds };

/** Classes of ways to sign in, which are told apart by their `kind`. */
const WAYS = ['BadgeWayFile', 'OidcWayFile', 'PasswordWayFile'];

/**
 * Every field of a tenant file as Markdown, a table a class, from the classes that check it and what their comments
 * say.
 *
 * @param root the project's folder
 * @throws Error for a field or class without a comment, and for a check that this does not know
 */
export const tenantFileReference = (root: string): string => {
  const classes = new Map(FILES.flatMap((file) => classesOf(path.join(root, file))));
  const inOrder = reachable('TenantFile', classes);
  return inOrder.map((name) => section(name, classes)).join('\n\n');
};

type Classes = ReadonlyMap<string, ts.ClassDeclaration>;

const classesOf = (file: string): [string, ts.ClassDeclaration][] => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements
    .filter(ts.isClassDeclaration)
    .flatMap((declaration) => (declaration.name === undefined ? [] : [[declaration.name.text, declaration]]));
};

/** The classes that a file is made of, each after the one that names it first. */
const reachable = (name: string, classes: Classes, seen: string[] = []): string[] => {
  if (seen.includes(name)) return seen;
  seen.push(name);
  for (const field of fieldsOf(name, classes)) {
    const child = childOf(field);
    if (child !== null) reachable(child, classes, seen);
    if (child === 'SignInWayFile') for (const way of WAYS) reachable(way, classes, seen);
  }
  return seen;
};

const declarationOf = (name: string, classes: Classes): ts.ClassDeclaration => {
  const declaration = classes.get(name);
  if (declaration === undefined) throw new Error(`There is no class ${name} in the tenant file`);
  return declaration;
};

const fieldsOf = (name: string, classes: Classes): ts.PropertyDeclaration[] =>
  declarationOf(name, classes)
    .members.filter(ts.isPropertyDeclaration)
    .filter((field) => (ts.getDecorators(field) ?? []).length > 0);

const section = (name: string, classes: Classes): string => {
  const rows = fieldsOf(name, classes).map((field) => `| ${cellsOf(field).map(escaped).join(' | ')} |`);
  return [
    `### ${headingOf(name)}`,
    commentOf(declarationOf(name, classes)),
    ['| field | value | without it | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
};

/** `CreditTypeFile` is “credit type”. */
const headingOf = (name: string): string =>
  name
    .replace(/File$/, '')
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^Tenant$/, 'The file')
    .replace(/^(\w)/, (letter) => letter.toUpperCase());

const cellsOf = (field: ts.PropertyDeclaration): string[] => {
  const checks = checksOf(field);
  return [
    `\`${field.name.getText()}\``,
    valueOf(field, checks),
    checks.has('IsOptional') ? defaultOf(field) : '**required**',
    commentOf(field),
  ];
};

type Checks = ReadonlyMap<string, readonly ts.Expression[]>;

const checksOf = (field: ts.PropertyDeclaration): Checks =>
  new Map(
    (ts.getDecorators(field) ?? []).flatMap(({ expression }) =>
      ts.isCallExpression(expression) ? [[expression.expression.getText(), [...expression.arguments]]] : [],
    ),
  );

/** The class of what a field holds; null for plain values. */
const childOf = (field: ts.PropertyDeclaration): string | null => {
  const [type] = checksOf(field).get('Type') ?? [];
  return type !== undefined && ts.isArrowFunction(type) ? type.body.getText() : null;
};

const KINDS: Readonly<Record<string, (given: readonly ts.Expression[]) => string>> = {
  IsString: () => 'text',
  IsBoolean: () => '`true` or `false`',
  IsEmail: () => 'a mail address',
  IsHexColor: () => 'a colour, `#rrggbb`',
  IsInt: () => 'a whole number',
  IsISO8601: () => 'a day, `2027-05-01`',
  IsNumber: () => 'a number with at most two decimals',
  IsObject: () => 'an object',
  IsTimeZone: () => 'a time zone, `America/Chicago`',
  IsUrl: () => 'an address, `https://…`',
  IsWording: () => 'texts of at most 500 characters by key',
  IsMaxima: () => 'credits by credit type',
  IsSections: () => 'a list, see below',
  IsIn: ([choices]) => oneOf(choices),
  Matches: ([pattern]) => `text like \`${pattern?.getText().slice(1, -1) ?? ''}\``,
};
const BOUNDS: Readonly<Record<string, (bound: string) => string>> = {
  MaxLength: (bound) => `at most ${bound.replace('_', ',')} characters`,
  Min: (bound) => `at least ${bound}`,
  ArrayMaxSize: (bound) => `at most ${bound}`,
  ArrayMinSize: (bound) => `at least ${bound}`,
  IsNotBefore: (bound) => `not before \`${bound.slice(1, -1)}\``,
  ArrayUnique: () => 'each once',
};
/** Said otherwise: by the type of the field, or in another column. */
const TOLD = new Set(['IsOptional', 'IsDefined', 'ValidateNested', 'Type', 'IsArray']);

const valueOf = (field: ts.PropertyDeclaration, checks: Checks): string => {
  const child = childOf(field);
  const isList = field.type !== undefined && /\[\]$/.test(field.type.getText());
  let kind = child === null ? '' : `[${headingOf(child)}](#${anchorOf(child)})`;
  const bounds: string[] = [];
  for (const [check, given] of checks) {
    const [bound] = given;
    if (check in KINDS) kind = KINDS[check]?.(given) ?? '';
    else if (check in BOUNDS) bounds.push(BOUNDS[check]?.(bound?.getText() ?? '') ?? '');
    else if (!TOLD.has(check)) throw new Error(`Say in this generator what ${check} asks of a value`);
  }
  const listed = isList && !checks.has('IsSections') ? `a list of ${kind}` : kind;
  return [listed, ...bounds].join(', ');
};

const anchorOf = (name: string): string => headingOf(name).toLowerCase().replaceAll(' ', '-');

const oneOf = (choices: ts.Expression | undefined): string => {
  if (choices === undefined) return '';
  const values = ts.isArrayLiteralExpression(choices)
    ? choices.elements.map((element) => element.getText().slice(1, -1))
    : LISTS[choices.getText()];
  if (values === undefined) throw new Error(`Add ${choices.getText()} to the lists of this generator`);
  return values.map((value) => `\`${value}\``).join(', ');
};

const defaultOf = ({ initializer }: ts.PropertyDeclaration): string => {
  if (initializer === undefined) return '–';
  const text = initializer.getText();
  if (text === 'null' || text.startsWith('new ') || text === '[]' || text === '{}') return '–';
  return `\`${text.replaceAll("'", '')}\``;
};

const commentOf = (node: ts.ClassDeclaration | ts.PropertyDeclaration): string => {
  const text = ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') throw new Error(`Say what ${node.name?.getText() ?? 'a class'} of the tenant file means`);
  return text;
};

const escaped = (cell: string): string => cell.replaceAll('|', '\\|');
