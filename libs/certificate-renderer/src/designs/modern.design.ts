import { sessionListMarkup, sessionListStyles } from './session-list.part.js';

/** One band of the society's colour that carries the credit, much white, and the name as the largest thing. */
export const modernSource = `
<style>
${sessionListStyles}
.sheet { font: 400 12pt/1.4 var(--sans); display: grid; color: #16191d; }
.band { background: var(--accent-strong); color: #fff; display: flex; }
.issuer { font-size: 1.22em; line-height: 1.25; font-weight: 600; text-wrap: balance; }
.amount { font-size: 4.9em; line-height: .95; font-weight: 300; letter-spacing: -.025em; margin-inline-start: -.04em; font-variant-numeric: lining-nums; }
.award + .award { margin-top: 1.1em; }
.award + .award .amount { font-size: 2.6em; }
.unit { text-wrap: balance; font-size: 1.06em; line-height: 1.3; margin-top: .55em; }
.award-label { font-size: .82em; opacity: .92; margin-bottom: .5em; }
.proof { display: flex; align-items: center; gap: .9em; }
.tile { background: #fff; padding: .42em; flex: none; }
.tile .qr { width: 5em; height: 5em; color: #111; }
.proof-text { font-size: .78em; line-height: 1.45; }
.proof-text b { display: block; font-size: 1.14em; font-weight: 600; letter-spacing: .03em; white-space: nowrap; }
.page { display: flex; flex-direction: column; min-width: 0; }
.logo img { height: 3.2em; max-width: 16em; object-fit: contain; object-position: left; margin-bottom: 1.6em; }
.title { font-size: 1.16em; font-weight: 500; color: var(--accent-ink); }
.name { font-size: 4.3em; line-height: 1.08; font-weight: 300; letter-spacing: -.018em; text-align: -webkit-match-parent; text-align: match-parent; margin-top: .32em; margin-inline-start: -.03em; }
.credentials { font-size: 1.2em; color: #4a4f55; margin-top: .3em; }
.lead { color: #4a4f55; margin-top: 2.4em; }
.activity { font-size: 1.48em; line-height: 1.22; font-weight: 600; letter-spacing: -.006em; margin-top: .15em; text-wrap: balance; }
.facts { font-size: 1.04em; margin-top: .5em; color: #2c3238; }
.facts span + span::before { content: "·"; padding: 0 .5em; color: var(--accent-strong); }
.statements { display: grid; gap: .55em; margin-top: 2em; max-width: 50em; }
.statements p { font-size: .84em; line-height: 1.45; color: #4a4f55; text-wrap: pretty; }
.signers { display: flex; gap: 2.4em; margin-top: auto; padding-top: 1.6em; }
.signer { flex: 0 1 15em; min-width: 0; }
.signer .hand { height: 2.9em; display: flex; align-items: flex-end; }
.signer .hand img { max-height: 3.2em; max-width: 92%; }
.who { border-top: .7pt solid #8b9299; padding-top: .45em; font-weight: 600; font-size: .96em; line-height: 1.3; }
.role { font-size: .86em; color: #4a4f55; line-height: 1.3; }
.register { margin-top: 1.7em; font-size: .78em; color: #4a4f55; font-variant-numeric: tabular-nums; }
.register span { white-space: nowrap; }
.register span + span { margin-inline-start: 1.6em; }
.landscape .sheet { grid-template-columns: 2.72in 1fr; }
.landscape .band { flex-direction: column; justify-content: space-between; padding: .82in .42in .62in .55in; }
.landscape .proof { flex-direction: column; align-items: flex-start; }
.landscape .page { padding: .82in .95in .62in .82in; }
.portrait .sheet { grid-template-rows: auto 1fr; font-size: 12.5pt; }
.portrait .band { display: grid; grid-template-columns: 1fr auto; align-items: end; column-gap: 2em; padding: .85in 1in .62in; }
.portrait .issuer { grid-column: 1 / -1; margin-bottom: 3.2em; }
.portrait .band.bare .issuer { margin-bottom: 1.6em; }
.portrait .proof { grid-column: 2; }
.portrait .page { padding: .95in 1in .8in; }
.portrait .lead { margin-top: 3em; }
.portrait .statements { margin-top: 2.6em; }
</style>
<article class="sheet" data-fit-sheet>
  <div class="band{{#unless credits}} bare{{/unless}}">
    <p class="issuer">{{provider.name}}</p>
    <div class="awards">
      {{#each credits}}<div class="award">{{#if label}}<p class="award-label">{{label}}</p>{{/if}}<p class="amount">{{amount}}</p><p class="unit">{{prose unit}}</p></div>{{/each}}
    </div>
    <div class="proof"><div class="tile">{{qr verificationUrl}}</div><p class="proof-text">Verify this certificate <b>{{verificationCode}}</b></p></div>
  </div>
  <div class="page">
    {{#if provider.logoSvg}}<div class="logo">{{svg provider.logoSvg alt=provider.name}}</div>{{/if}}
    <h1 class="title">{{title}}</h1>
    <p class="name" data-fit data-fit-lines="4" dir="auto">{{learner.name}}</p>
    {{#if learner.credentials}}<p class="credentials">{{learner.credentials}}</p>{{/if}}
    <p class="lead">{{#if (eq documentKind "credit")}}is awarded this credit for{{else}}took part in{{/if}}</p>
    <h2 class="activity" dir="auto">{{activity.title}}</h2>
    <p class="facts"><span>{{activity.format}}</span>{{#if activity.place}}<span>{{activity.place}}</span>{{/if}}<span>{{activity.dates}}</span></p>
    {{#if statements}}<div class="statements">{{#each statements}}<p>{{prose this}}</p>{{/each}}</div>{{/if}}
    <div class="signers">{{#each signatures}}<div class="signer"><div class="hand">{{#if imageDataUri}}{{image imageDataUri alt="Signature"}}{{/if}}</div><p class="who">{{name}}</p><p class="role">{{role}}</p></div>{{/each}}</div>
    <p class="register">{{#if part}}<span>{{part.label}}, no. {{number}}</span>{{else}}<span>No. {{number}}</span>{{/if}} <span>Issued {{issuedOn}}</span>{{#each learner.identifiers}} <span>{{label}} {{value}}</span>{{/each}}{{#if supersedes}} <span>Replaces {{supersedes}}</span>{{/if}}</p>
  </div>
</article>
{{#if sessionCount}}${sessionListMarkup}{{/if}}
`;
