export const classicSource = `
<style>.sheet{padding:1in;font-family:var(--garamond);text-align:center} h1{font-size:48pt;line-height:1.1}</style>
<main class="sheet" data-fit-sheet>
  <p>{{title}}</p><h1 data-fit data-fit-lines="3" dir="auto">{{learner.name}}</h1>
  {{#each statements}}<p>{{prose this}}</p>{{/each}}
  <div style="width:1in">{{qr verificationUrl}}</div>
</main>
{{#if sessionCount}}<section class="sessions"><h2>Sessions</h2>{{#each sessions}}<h3>{{day}}</h3>{{#each items}}<p>{{title}} {{credits}}</p>{{/each}}{{/each}}</section>{{/if}}
`;
