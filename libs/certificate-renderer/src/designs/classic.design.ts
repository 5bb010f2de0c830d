import { sessionListMarkup, sessionListStyles } from './session-list.part.js';

/** Garamond on an engraved ground; the seal holds the QR code, so that the ornament is the proof. */
export const classicSource = `
<style>
${sessionListStyles}
:root { --list-face: var(--garamond); --list-title-weight: 400; }
.sessions { font-size: 11.5pt; }
.sheet { font: 400 12pt/1.35 var(--garamond); display: flex; flex-direction: column; align-items: center; text-align: center; padding: .98in 1.15in .86in; color: #1c1a17; }
.frame { position: absolute; inset: 0; color: var(--accent-strong); }
.frame svg { width: 100%; height: 100%; }
.caps { text-transform: uppercase; font-weight: 500; letter-spacing: .16em; }
.issuer { font-size: .98em; color: var(--accent-ink); }
.logo img { height: 3.2em; max-width: 22em; margin: 0 auto .55em; object-fit: contain; }
.title { font-size: 2.75em; line-height: 1.08; letter-spacing: .005em; margin-top: .32em; text-wrap: balance; }
.says { font-style: italic; font-size: 1.16em; color: #55504a; }
.title + .says { margin-top: .95em; }
.name { width: 100%; font-size: 4em; line-height: 1.14; margin-top: .08em; padding: 0 .1em; color: var(--accent-ink); letter-spacing: .002em; }
.credentials { font-size: .95em; margin-top: .5em; letter-spacing: .08em; color: #3a3631; }
.flourish { width: 15em; height: .7em; margin: .7em auto .6em; color: var(--accent-strong); flex: none; }
.activity { font-size: 1.62em; line-height: 1.2; font-weight: 500; margin-top: .12em; text-wrap: balance; max-width: 27em; }
.facts { font-size: 1.1em; margin-top: .3em; color: #3a3631; }
.facts span + span::before, .register span + span::before { content: "·"; padding: 0 .5em; color: var(--accent-strong); }
.awards { margin-top: .75em; }
.award-list { display: flex; flex-wrap: wrap; justify-content: center; align-items: baseline; column-gap: 2.4em; }
.award { display: flex; justify-content: center; align-items: baseline; gap: .5em; margin-top: .1em; }
.award .amount { font-size: 2.1em; line-height: 1.1; font-weight: 500; color: var(--accent-ink); }
.award .unit { font-size: 1.3em; }
.statements { margin-top: .9em; max-width: 54em; display: grid; gap: .4em; }
.statements p { font-size: .84em; line-height: 1.34; color: #3a3631; text-wrap: balance; }
.foot { margin-top: auto; width: 100%; padding-top: .8em; display: grid; grid-template-columns: 1fr 9.2em 1fr; align-items: end; column-gap: 2.2em; }
.signers { display: flex; gap: 1.6em; }
.signer { flex: 0 1 17em; margin: 0 auto; min-width: 0; display: flex; flex-direction: column; justify-content: flex-end; }
.signer .hand { height: 2.6em; display: flex; align-items: flex-end; justify-content: center; }
.signer .hand img { max-height: 3.2em; max-width: 90%; }
.signer .who { border-top: .6pt solid #6d665d; padding-top: .28em; font-size: 1.02em; line-height: 1.25; }
.signer .role { font-size: .86em; line-height: 1.25; color: #55504a; font-style: italic; }
.seal { position: relative; width: 9.2em; height: 9.2em; color: var(--accent-strong); }
.seal .rosette { position: absolute; inset: 0; width: 100%; height: 100%; }
.seal .qr { position: absolute; inset: 27.5%; width: 45%; height: 45%; color: #14120f; }
.register { margin-top: .85em; text-wrap: balance; font-size: .78em; color: #55504a; letter-spacing: .01em; font-variant-numeric: lining-nums; }
.register b { font-weight: 600; color: #1c1a17; letter-spacing: .04em; }
.portrait .sheet { font-size: 12.5pt; padding: 1.25in 1.08in 1.05in; }
.portrait .title { font-size: 2.9em; margin-top: .5em; }
.portrait .title + .says { margin-top: 2.1em; }
.portrait .activity { font-size: 1.44em; }
.portrait .flourish { margin: 1.1em auto 1em; }
.portrait .awards { margin-top: 1.6em; }
.portrait .award-list { flex-direction: column; align-items: center; }
.portrait .statements { margin-top: 1.8em; }
.portrait .foot { column-gap: 1.2em; grid-template-columns: 1fr 8.6em 1fr; }
.portrait .seal { width: 8.6em; height: 8.6em; }
.portrait .signers { gap: .9em; }
.portrait .register { line-height: 1.5; }
</style>
<article class="sheet" data-fit-sheet>
  <div class="frame">{{guilloche}}</div>
  {{#if provider.logoSvg}}<div class="logo">{{svg provider.logoSvg alt=provider.name}}</div>{{/if}}
  <p class="issuer caps">{{provider.name}}</p>
  <h1 class="title">{{title}}</h1>
  <p class="says">This is to certify that</p>
  <p class="name" data-fit data-fit-lines="3" dir="auto">{{learner.name}}</p>
  {{#if learner.credentials}}<p class="credentials">{{learner.credentials}}</p>{{/if}}
  <svg class="flourish" viewBox="0 0 180 8" aria-hidden="true" fill="none" stroke="currentColor" stroke-width=".7"><path d="M0 4H78M102 4H180M90 0.6L94.5 4L90 7.4L85.5 4Z"/><circle cx="81.5" cy="4" r=".9" fill="currentColor" stroke="none"/><circle cx="98.5" cy="4" r=".9" fill="currentColor" stroke="none"/></svg>
  <p class="says">took part in</p>
  <h2 class="activity" dir="auto">{{activity.title}}</h2>
  <p class="facts"><span>{{activity.format}}</span>{{#if activity.place}}<span>{{activity.place}}</span>{{/if}}<span>{{activity.dates}}</span></p>
  {{#if credits}}
  <div class="awards">
    <p class="says">{{#if (eq documentKind "credit")}}and is awarded{{else}}and is credited with{{/if}}</p>
    <div class="award-list">{{#each credits}}<p class="award"><span class="amount">{{amount}}</span> <span class="unit">{{prose unit}}</span></p>{{/each}}</div>
  </div>
  {{/if}}
  {{#if statements}}<div class="statements">{{#each statements}}<p>{{prose this}}</p>{{/each}}</div>{{/if}}
  <div class="foot">
    <div class="signers">{{#each signatures}}{{#if @first}}<div class="signer"><div class="hand">{{#if imageDataUri}}{{image imageDataUri alt="Signature"}}{{/if}}</div><p class="who">{{name}}</p><p class="role">{{role}}</p></div>{{/if}}{{/each}}</div>
    <div class="seal">{{rosette}}{{qr verificationUrl}}</div>
    <div class="signers">{{#if (lookup signatures 1)}}{{#each signatures}}{{#unless @first}}<div class="signer"><div class="hand">{{#if imageDataUri}}{{image imageDataUri alt="Signature"}}{{/if}}</div><p class="who">{{name}}</p><p class="role">{{role}}</p></div>{{/unless}}{{/each}}{{else}}<div class="signer"><p class="who">{{issuedOn}}</p><p class="role">Date of issue</p></div>{{/if}}</div>
  </div>
  <p class="register">{{#if part}}<span>{{part.label}}, <b>{{number}}</b></span>{{else}}<span>Certificate <b>{{number}}</b></span>{{/if}}<span>Issued {{issuedOn}}</span><span>Verification code <b>{{verificationCode}}</b></span>{{#each learner.identifiers}}<span>{{label}} {{value}}</span>{{/each}}{{#if supersedes}}<span>Replaces {{supersedes}}</span>{{/if}}</p>
</article>
{{#if sessionCount}}${sessionListMarkup}{{/if}}
`;
