import { Component, input } from '@angular/core';
import { Skeleton } from '@laurel/ui';

/** A certificate that is still being made, in its own shape. */
@Component({
  selector: 'laurel-certificate-skeleton',
  imports: [Skeleton],
  template: `
    <div class="paper">
      <laurel-skeleton width="34%" height="1rem" />
      <laurel-skeleton width="64%" height="2rem" />
      <laurel-skeleton width="46%" height="0.9rem" />
      <laurel-skeleton width="28%" height="1.75rem" />
      <p role="status">{{ text() }}</p>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .paper {
      display: grid;
      place-items: center;
      align-content: space-evenly;
      aspect-ratio: 100 / 68;
      padding: 6%;
      border-radius: 0.375rem;
      background: var(--surface-raised);
      box-shadow:
        var(--shadow-raised),
        inset 0 0 0 1px var(--line);
    }
    p {
      font-size: var(--size-small);
      color: var(--ink-soft);
      text-align: center;
    }
    p:empty {
      display: none;
    }
  `,
})
export class CertificateSkeleton {
  readonly text = input('');
}
