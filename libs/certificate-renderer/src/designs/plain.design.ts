import { sessionListMarkup, sessionListStyles } from './session-list.part.js';

/** For boards and auditors: each fact on its own labelled line, black on white, on one page. */
export const plainSource = `
<style>
${sessionListStyles}
:root { --list-face: var(--serif); }
.sessions { font-size: 9.5pt; }
.sheet { font: 400 11pt/1.45 var(--serif); display: flex; flex-direction: column; color: #111; }
.top { display: flex; justify-content: space-between; align-items: flex-start; gap: 2em; }
.issuer { font: 600 1em/1.4 var(--sans); }
.part { font: 600 .86em/1.4 var(--sans); color: #4a4f55; white-space: nowrap; }
.address { font: 400 .86em/1.4 var(--sans); color: #4a4f55; }
.brand { display: flex; align-items: center; gap: .9em; }
.logo img { height: 2.9em; max-width: 12em; object-fit: contain; object-position: left; }
.title { font-size: 2em; line-height: 1.15; font-weight: 400; letter-spacing: -.006em; text-wrap: balance; }
.fact-list { display: grid; grid-template-columns: 10.5em 1fr; border-top: 1.2pt solid #111; }
.fact-list dt, .fact-list dd { border-bottom: .4pt solid #c4c8cc; padding: .5em 0; }
.fact-list dt { font: 400 .86em/1.45 var(--sans); color: #4a4f55; padding-top: .75em; }
.fact-list dd { min-width: 0; font-variant-numeric: lining-nums; text-wrap: pretty; }
.name { font-size: 1.75em; line-height: 1.22; font-weight: 600; letter-spacing: -.004em; text-align: -webkit-match-parent; text-align: match-parent; }
.fact-list .tall { padding-top: 1.45em; }
.award { display: flex; align-items: baseline; gap: .45em; flex-wrap: wrap; }
.amount { font-size: 1.75em; line-height: 1.22; font-weight: 600; }
.code { font: 600 1em/1.45 var(--sans); letter-spacing: .05em; font-variant-numeric: tabular-nums; }
.url { font: 400 .84em/1.4 var(--sans); color: #4a4f55; overflow-wrap: anywhere; }
.statements { display: grid; gap: .55em; margin-top: 1.4em; }
.statements p { font-size: .9em; line-height: 1.45; text-wrap: pretty; }
.foot { margin-top: auto; padding-top: 1.2em; display: flex; justify-content: space-between; align-items: flex-end; gap: 2.4em; }
.signers { display: flex; gap: 2em; flex: 1; }
.signer { flex: 0 1 16em; min-width: 0; }
.hand { height: 2.6em; display: flex; align-items: flex-end; }
.hand img { max-height: 3em; max-width: 92%; }
.who { border-top: .6pt solid #111; padding-top: .35em; font-size: .96em; line-height: 1.3; }
.role { font: 400 .82em/1.35 var(--sans); color: #4a4f55; }
.qr { width: 6em; height: 6em; color: #111; flex: none; }
.portrait .sheet { padding: .95in 1in .85in; }
.portrait .title { margin: 1.5em 0 .9em; }
.landscape .sheet { font-size: 10pt; padding: .68in .95in .6in; }
.landscape .title { margin: .55em 0 .55em; }
.landscape .fact-list { grid-template-columns: 8.2em 1fr 8.2em 1fr; column-gap: 0; }
.landscape .fact-list .wide { grid-column: span 3; }
.landscape .fact-list dd:not(.wide) { padding-inline-end: 1.6em; }
.landscape .fact-list dt, .landscape .fact-list dd { padding-top: .36em; padding-bottom: .36em; }
.landscape .fact-list dt { padding-top: .58em; }
.landscape .fact-list .tall { padding-top: 1.2em; }
.landscape .statements { margin-top: 1em; grid-auto-flow: row; gap: .4em; }
</style>
<article class="sheet" data-fit-sheet>
  <header class="top">
    <div class="brand">
      {{#if provider.logoSvg}}<div class="logo">{{svg provider.logoSvg alt=""}}</div>{{/if}}
      <div>
        <p class="issuer">{{provider.name}}</p>
        {{#if provider.address}}<p class="address">{{provider.address}}</p>{{/if}}
      </div>
    </div>
    {{#if part}}<p class="part">{{part.label}}</p>{{/if}}
  </header>
  <h1 class="title">{{title}}</h1>
  <dl class="fact-list">
    <dt class="tall">Name</dt><dd class="wide"><p class="name" data-fit data-fit-lines="4" dir="auto">{{learner.name}}</p></dd>
    {{#if learner.credentials}}<dt>Credentials</dt><dd{{#unless learner.identifiers}} class="wide"{{/unless}}>{{learner.credentials}}</dd>{{/if}}
    {{#each learner.identifiers}}<dt>{{label}}</dt><dd{{#if (or (not @first) (not ../learner.credentials))}} class="wide"{{/if}}>{{value}}</dd>{{/each}}
    <dt>Accredited provider</dt><dd class="wide">{{provider.name}}</dd>
    <dt>Activity</dt><dd class="wide" dir="auto">{{activity.title}}{{#if activity.code}} ({{activity.code}}){{/if}}</dd>
    <dt>Learning format</dt><dd{{#unless activity.place}} class="wide"{{/unless}}>{{activity.format}}</dd>
    {{#if activity.parsId}}<dt>PARS activity ID</dt><dd class="wide">{{activity.parsId}}</dd>{{/if}}
    {{#if activity.place}}<dt>Place</dt><dd>{{activity.place}}</dd>{{/if}}
    <dt>{{#if (eq documentKind "credit")}}Dates{{else}}Dates of participation{{/if}}</dt><dd class="wide">{{activity.dates}}</dd>
    {{#each credits}}<dt class="tall">{{#if label}}{{label}}{{else}}Credit claimed{{/if}}</dt><dd class="wide"><p class="award"><span class="amount">{{amount}}</span> <span>{{prose unit}}</span></p></dd>{{/each}}
    <dt>Certificate number</dt><dd>{{number}}{{#if part}} ({{part.number}} of {{part.count}}){{/if}}</dd>
    <dt>Issued</dt><dd>{{issuedOn}}</dd>
    {{#if supersedes}}<dt>Replaces</dt><dd class="wide">{{supersedes}}</dd>{{/if}}
    <dt>Verification code</dt><dd class="wide"><p class="code">{{verificationCode}}</p><p class="url">{{verificationUrl}}</p></dd>
  </dl>
  {{#if statements}}<div class="statements">{{#each statements}}<p>{{prose this}}</p>{{/each}}</div>{{/if}}
  <div class="foot">
    <div class="signers">{{#each signatures}}<div class="signer"><div class="hand">{{#if imageDataUri}}{{image imageDataUri alt="Signature"}}{{/if}}</div><p class="who">{{name}}</p><p class="role">{{role}}</p></div>{{/each}}</div>
    {{qr verificationUrl}}
  </div>
</article>
{{#if sessionCount}}${sessionListMarkup}{{/if}}
`;
