/**
 * The claimed sessions on clean pages after the certificate, the same in every design but for the typeface
 * (`--list-face`). One table over all days, so that its columns stand at the same place on each page and its head
 * comes again at the top of each; a day's name never stands alone at the foot of a page, nor do the totals at the
 * head of one. The running head belongs to the paper, see `documentStyles`.
 */
export const sessionListStyles = `
.sessions { font: 400 10pt/1.36 var(--list-face, var(--sans)); }
.sessions .list-title { font-size: 20pt; line-height: 1.15; font-weight: var(--list-title-weight, 500); color: var(--accent-ink); text-wrap: balance; }
.sessions .list-about { margin-top: 5pt; margin-bottom: 16pt; color: #4a4f55; text-wrap: pretty; }
.sessions .list-part { margin-top: 3pt; font-size: 9pt; font-weight: 600; color: #16191d; }
.sessions table { width: 100%; table-layout: fixed; border-collapse: collapse; }
.sessions .when { width: 1.36in; }
.sessions .credit { width: .84in; }
.sessions tr { break-inside: avoid; }
.sessions th, .sessions td { text-align: start; vertical-align: baseline; font-weight: 400; padding: 4.2pt 0; border-bottom: .4pt solid #dcdfe2; }
.sessions thead th { vertical-align: bottom; padding: 0 0 4.5pt; font-size: 8pt; line-height: 1.25; color: #4a4f55; border-bottom: .9pt solid var(--accent-strong); }
.sessions td.when { padding-inline-end: 10pt; color: #4a4f55; font-variant-numeric: tabular-nums lining-nums; }
.sessions th.what { padding-inline-end: 14pt; overflow-wrap: anywhere; text-wrap: pretty; }
.sessions .where { color: #4a4f55; font-size: .9em; }
.sessions .note { color: #4a4f55; font-size: .9em; font-style: italic; }
.sessions th.credit, .sessions td.credit { text-align: end; padding-inline-start: 9pt; }
.sessions td.credit { font-variant-numeric: tabular-nums lining-nums; }
.sessions .day { break-after: avoid; }
.sessions .day th { padding-top: 13pt; font-weight: 600; letter-spacing: .01em; color: var(--accent-ink); border-bottom: .7pt solid var(--accent-soft); }
.sessions tbody:first-of-type .day th { padding-top: 9pt; }
.sessions .total { break-before: avoid; }
.sessions .total th, .sessions .total td { border: 0; padding: 3pt 0 0; }
.sessions .total:first-child th, .sessions .total:first-child td { border-top: .9pt solid var(--accent-strong); padding-top: 7pt; }
.sessions tbody:has(+ .totals) tr:last-child { break-after: avoid; }
.sessions .totals { break-inside: avoid; }
.sessions .total th { color: #4a4f55; }
.sessions .total:last-child th { color: inherit; font-weight: 600; }
.sessions .total:last-child td { font-weight: 600; color: var(--accent-ink); }
.sessions .list-note { margin-top: 8pt; color: #4a4f55; font-size: .9em; break-before: avoid; break-inside: avoid; text-wrap: pretty; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

/** "–" where a session carries nothing of a type, so that no cell looks forgotten. */
const amounts = `{{#if amounts}}{{#each amounts}}<td class="credit">{{#if this}}{{this}}{{else}}–{{/if}}</td>{{/each}}{{else}}{{#if credits}}<td class="credit">{{credits}}</td>{{/if}}{{/if}}`;

export const sessionListMarkup = `
<section class="sessions">
  <h2 class="list-title">{{#if listTitle}}{{listTitle}}{{else}}Sessions claimed{{/if}}</h2>
  {{#if part}}<p class="list-part">{{part.label}} · {{number}}</p>{{/if}}
  <p class="list-about"><span dir="auto">{{learner.name}}</span> · {{activity.title}} · {{activity.dates}}</p>
  <table>
    <colgroup><col class="when"><col class="what">{{#if listColumns}}{{#each listColumns.credits}}<col class="credit">{{/each}}{{else}}<col class="credit">{{/if}}</colgroup>
    <thead><tr>{{#if listColumns}}<th class="when" scope="col">{{listColumns.when}}</th><th class="what" scope="col">{{listColumns.what}}</th>{{#each listColumns.credits}}<th class="credit" scope="col">{{prose this}}</th>{{/each}}{{else}}<th class="when" scope="col">Time</th><th class="what" scope="col">Session</th><th class="credit" scope="col">Credit</th>{{/if}}</tr></thead>
    {{#each sessions}}
    <tbody>
      {{#if day}}<tr class="day"><th colspan="{{#if ../listColumns}}{{../listSpan}}{{else}}3{{/if}}" scope="rowgroup">{{day}}</th></tr>{{/if}}
      {{#each items}}
      <tr><td class="when">{{time}}</td><th class="what" scope="row" dir="auto">{{title}}{{#if place}}<div class="where">{{place}}</div>{{/if}}{{#if note}}<div class="note">{{note}}</div>{{/if}}</th>${amounts}</tr>
      {{/each}}
    </tbody>
    {{/each}}
    {{#if listTotals}}<tbody class="totals">{{#each listTotals}}<tr class="total"><td></td><th scope="row">{{label}}</th>${amounts}</tr>{{/each}}</tbody>{{/if}}
  </table>
  {{#if sessionsNote}}<p class="list-note">{{sessionsNote}}</p>{{/if}}
</section>
`;
