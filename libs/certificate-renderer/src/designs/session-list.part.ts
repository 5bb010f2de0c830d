/**
 * The claimed sessions on clean pages after the certificate, the same in every design but for the typeface. What
 * was claimed stands above the list: below it, it could end up alone on a page. The typeface is the design's
 * (`--list-face`). The running head belongs to the paper, see `documentStyles`.
 */
export const sessionListStyles = `
.sessions { font: 400 10pt/1.4 var(--list-face, var(--sans)); }
.sessions .list-title { font-size: 20pt; line-height: 1.15; font-weight: var(--list-title-weight, 500); color: var(--accent-ink); text-wrap: balance; }
.sessions .list-about { margin-top: 5pt; color: #4a4f55; }
.sessions .list-part { margin-top: 3pt; font-size: 9pt; font-weight: 600; color: #16191d; }
.sessions .day { break-inside: auto; margin-top: 20pt; }
.sessions .day-name { font-size: 10pt; font-weight: 650; letter-spacing: .01em; color: var(--accent-ink); padding-bottom: 4pt; border-bottom: .9pt solid var(--accent-soft); break-after: avoid; }
.sessions table { width: 100%; border-collapse: collapse; }
.sessions tr { break-inside: avoid; }
.sessions th, .sessions td { text-align: start; vertical-align: baseline; font-weight: 400; padding: 5.5pt 0; border-bottom: .4pt solid #dcdfe2; }
.sessions .when { width: 1.1in; padding-inline-end: 10pt; color: #4a4f55; font-variant-numeric: tabular-nums; white-space: nowrap; }
.sessions .what { padding-inline-end: 18pt; }
.sessions .where { color: #4a4f55; font-size: 9pt; }
.sessions .note { color: #4a4f55; font-size: 9pt; font-style: italic; }
.sessions .credit { width: .6in; text-align: end; font-variant-numeric: tabular-nums lining-nums; font-weight: 550; }
.sessions .total { display: flex; align-items: baseline; gap: 7pt; margin-top: 12pt; break-inside: avoid; }
.sessions .list-note { margin-top: 3pt; color: #4a4f55; font-size: 9pt; }
.sessions .total .label { color: #4a4f55; margin-inline-end: 4pt; }
.sessions .total .amount { font-size: 17pt; font-weight: 600; color: var(--accent-ink); font-variant-numeric: tabular-nums lining-nums; }
.sessions .total .ama { font-style: italic; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

export const sessionListMarkup = `
<section class="sessions">
  <h2 class="list-title">{{#if listTitle}}{{listTitle}}{{else}}Sessions claimed{{/if}}</h2>
  {{#if part}}<p class="list-part">{{part.label}} · {{number}}</p>{{/if}}
  <p class="list-about"><span dir="auto">{{learner.name}}</span> · {{activity.title}} · {{activity.dates}}</p>
  {{#each credits}}
  <p class="total"><span class="label">{{#if label}}{{label}}{{else}}Credit claimed{{/if}}</span>
    <span class="amount">{{amount}}</span> <span>{{#if unitIsAmaPra}}<em class="ama">{{unit}}</em>{{else}}{{unit}}{{/if}}</span></p>
  {{/each}}
  {{#if sessionsNote}}<p class="list-note">{{sessionsNote}}</p>{{/if}}
  {{#each sessions}}
  <section class="day">
    {{#if day}}<h3 class="day-name">{{day}}</h3>{{/if}}
    <table>
      <tbody>
      {{#each items}}
        <tr>
          <td class="when">{{time}}</td>
          <th class="what" scope="row" dir="auto">{{title}}
            {{#if place}}<div class="where">{{place}}</div>{{/if}}
            {{#if note}}<div class="note">{{note}}</div>{{/if}}
          </th>
          <td class="credit">{{credits}}</td>
        </tr>
      {{/each}}
      </tbody>
    </table>
  </section>
  {{/each}}
</section>
`;
