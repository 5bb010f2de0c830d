import { sessionListMarkup, sessionListStyles } from './session-list.part.js';

/** Sessions that still stand on the certificate's own sheet in legible type; more follow on pages of their own. */
const sessionsOnSheet = 44;

/** Certificate and session list on one sheet; the list shrinks by itself before it leaves for further pages. */
export const portraitListSource = `
<style>
${sessionListStyles}
:root { --list-face: var(--serif); }
.sessions { font-size: 9.5pt; }
.sheet { font: 400 11pt/1.4 var(--serif); color: #17191c; }
.head { display: flex; flex-direction: column; min-width: 0; }
.brand { display: flex; align-items: center; gap: .8em; }
.logo img { height: 2.6em; max-width: 12em; object-fit: contain; object-position: left; }
.issuer { font: 600 1em/1.35 var(--sans); color: var(--accent-ink); }
.title { font-size: 1.14em; color: #4a4f55; font-style: italic; }
.name { font-size: 3.1em; line-height: 1.12; font-weight: 400; letter-spacing: -.014em; margin-top: .12em; text-align: -webkit-match-parent; text-align: match-parent; }
.credentials { font-size: 1.08em; color: #4a4f55; margin-top: .25em; }
.activity { font-size: 1.3em; line-height: 1.26; font-weight: 600; margin-top: .9em; text-wrap: balance; }
.facts { margin-top: .25em; color: #2c3238; }
.facts span + span::before { content: "·"; padding: 0 .5em; color: var(--accent-strong); }
.award { display: flex; align-items: baseline; gap: .5em; margin-top: .75em; }
.amount { font-size: 2.3em; line-height: 1.1; font-weight: 400; color: var(--accent-ink); letter-spacing: -.01em; font-variant-numeric: lining-nums; }
.unit { font-size: 1.14em; }
.statements { display: grid; gap: .4em; margin-top: 1em; }
.statements p { font-size: .8em; line-height: 1.42; color: #3c4248; text-wrap: pretty; }
.list { min-height: 0; overflow: hidden; font: 400 8.6pt/1.36 var(--serif); column-gap: 2.6em; column-fill: balance; }
.list h3 { font: 600 1em/1.3 var(--sans); color: var(--accent-ink); border-bottom: .7pt solid var(--accent-soft); padding-bottom: .25em; margin-bottom: .2em; break-after: avoid; }
.list section + section { margin-top: 1em; }
.list li { display: grid; grid-template-columns: 6.2em 1fr auto; column-gap: .7em; padding: .26em 0; border-bottom: .35pt solid #dcdfe2; break-inside: avoid; align-items: baseline; }
.list li:has(.credit ~ .credit) { grid-template-columns: 6.2em 1fr 2.2em 2.2em; }
.list li:has(.credit ~ .credit ~ .credit) { grid-template-columns: 6.2em 1fr 2.2em 2.2em 2.2em; }
.list .columns { color: #4a4f55; font-size: .94em; margin-bottom: .8em; text-wrap: pretty; }
.list .when { color: #4a4f55; font-variant-numeric: tabular-nums lining-nums; white-space: nowrap; font-size: .94em; }
.list .credit { text-align: end; font-variant-numeric: tabular-nums lining-nums; font-weight: 600; }
.list .note { display: block; font-style: italic; color: #4a4f55; font-size: .94em; }
.more { font-style: italic; color: #4a4f55; font-size: .94em; }
.foot { display: flex; justify-content: space-between; align-items: flex-end; gap: 2em; }
.signers { display: flex; gap: 1.8em; flex: 1; }
.signer { flex: 0 1 14em; min-width: 0; }
.hand { height: 2.3em; display: flex; align-items: flex-end; }
.hand img { max-height: 2.8em; max-width: 92%; }
.who { border-top: .6pt solid #6b7278; padding-top: .35em; font-size: .92em; line-height: 1.3; }
.role { font-size: .82em; color: #4a4f55; line-height: 1.3; font-style: italic; }
.qr { width: 5em; height: 5em; color: #111; flex: none; }
.register { font: 400 .74em/1.45 var(--sans); color: #4a4f55; margin-top: 1.1em; }
.register { text-wrap: balance; }
.register span { display: inline-block; white-space: nowrap; }
.register span:not(:last-child)::after { content: "·"; padding: 0 .5em; color: var(--accent-strong); }
.register b { font-weight: 600; color: #17191c; letter-spacing: .03em; }
.portrait .sheet { display: flex; flex-direction: column; padding: .78in .85in .62in; border-top: .16in solid var(--accent-strong); }
.portrait .title { margin-top: 1.35em; }
.portrait .list { flex: 1 1 0; columns: 2; margin-top: 1.5rem; min-height: 1.6in; }
.portrait .few .list { columns: 1; font-size: 9.4pt; }
.portrait .few .head { font-size: 1.16em; }
.portrait .alone .head { font-size: 1.26em; margin-top: 1.1in; }
.portrait .alone .list { min-height: 0; margin-top: 2rem; }
.portrait .foot { padding-top: 1.2em; }
.landscape .sheet { display: grid; grid-template-columns: 5.1in 1fr; grid-template-rows: minmax(0, 1fr) auto; column-gap: .6in; padding: .7in .8in .55in; border-top: .16in solid var(--accent-strong); }
.landscape .title { margin-top: 1.1em; }
.landscape .foot { grid-column: 1; padding-top: 1em; }
.landscape .list { grid-column: 2; grid-row: 1 / span 2; columns: 1; }
.landscape .alone { grid-template-columns: 1fr; }
.landscape .alone .head { font-size: 1.18em; margin-top: .3in; max-width: 7.6in; }
.landscape .alone .list { display: none; }
</style>
<article class="sheet{{#if (lt sessionCount 9)}} few{{/if}}{{#if (or (not sessionCount) (gt sessionCount ${sessionsOnSheet}))}} alone{{/if}}" data-fit-sheet>
  <div class="head">
    <div class="brand">
      {{#if provider.logoSvg}}<div class="logo">{{svg provider.logoSvg alt=""}}</div>{{/if}}
      <p class="issuer">{{provider.name}}</p>
    </div>
    <h1 class="title">{{title}}</h1>
    <p class="name" data-fit data-fit-lines="4" dir="auto">{{learner.name}}</p>
    {{#if learner.credentials}}<p class="credentials">{{learner.credentials}}</p>{{/if}}
    <h2 class="activity" dir="auto">{{activity.title}}</h2>
    <p class="facts"><span>{{activity.format}}</span>{{#if activity.place}}<span>{{activity.place}}</span>{{/if}}<span>{{activity.dates}}</span></p>
    {{#each credits}}<p class="award"><span class="amount">{{amount}}</span> <span class="unit">{{prose unit}}</span></p>{{/each}}
    {{#if statements}}<div class="statements">{{#each statements}}<p>{{prose this}}</p>{{/each}}</div>{{/if}}
  </div>
  <div class="list"{{#if sessionCount}} data-fit-sheet{{/if}}>
    {{#if (gt sessionCount ${sessionsOnSheet})}}<p class="more">{{#if listTitle}}{{listTitle}}: {{sessionCount}}, listed on the following pages.{{else}}The {{sessionCount}} claimed sessions are listed on the following pages.{{/if}}</p>
    {{else}}{{#if (gt listColumns.credits.length 1)}}<p class="columns">In each line, from left to right: {{#each listColumns.credits}}{{prose this}}{{#unless @last}} · {{/unless}}{{/each}}</p>{{/if}}{{#each sessions}}<section><h3>{{#if day}}{{day}}{{else}}{{../listTitle}}{{/if}}</h3><ul>{{#each items}}<li><span class="when">{{time}}</span><span dir="auto">{{title}}{{#if note}}<span class="note">{{note}}</span>{{/if}}</span>{{#if amounts}}{{#each amounts}}<span class="credit">{{#if this}}{{this}}{{else}}–{{/if}}</span>{{/each}}{{else}}<span class="credit">{{credits}}</span>{{/if}}</li>{{/each}}</ul></section>{{/each}}{{/if}}
  </div>
  <div class="foot">
    <div>
      <div class="signers">{{#each signatures}}<div class="signer"><div class="hand">{{#if imageDataUri}}{{image imageDataUri alt="Signature"}}{{/if}}</div><p class="who">{{name}}</p><p class="role">{{role}}</p></div>{{/each}}</div>
      <p class="register">{{#if part}}<span>{{part.label}}, <b>{{number}}</b></span>{{else}}<span>Certificate <b>{{number}}</b></span>{{/if}}<span>Issued {{issuedOn}}</span><span>Code <b>{{verificationCode}}</b></span>{{#each learner.identifiers}}<span>{{label}} {{value}}</span>{{/each}}{{#if supersedes}}<span>Replaces {{supersedes}}</span>{{/if}}</p>
    </div>
    {{qr verificationUrl}}
  </div>
</article>
{{#if (gt sessionCount ${sessionsOnSheet})}}${sessionListMarkup}{{/if}}
`;
