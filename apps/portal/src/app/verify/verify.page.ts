import { Component } from '@angular/core';
import { Card, PageHeader } from '@laurel/ui';
import { CodeForm } from './code-form.component.js';
import { PublicFrame } from './public-frame/public-frame.component.js';

/** For whoever holds a certificate in their hand and wants to know whether it is real. */
@Component({
  selector: 'laurel-verify-page',
  imports: [Card, CodeForm, PageHeader, PublicFrame],
  template: `
    <laurel-public-frame>
      <div class="page">
        <laurel-page-header
          title="Verify a certificate"
          lead="Type the code that is printed on it, and see what we issued."
        />
        <laurel-card><laurel-code-form /></laurel-card>
      </div>
    </laurel-public-frame>
  `,
  styles: `
    .page {
      display: grid;
      gap: var(--space-3);
      max-inline-size: 30rem;
      margin-inline: auto;
    }
  `,
})
export class VerifyPage {}
