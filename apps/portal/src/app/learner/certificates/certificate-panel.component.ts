import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Banner, Button, Icon, Snackbar, type Tone } from '@laurel/ui';
import type { CertificateView } from '../../core/api/contract.js';
import { SessionStore } from '../../core/session/session.store.js';
import { CertificateFile } from './certificate-file.js';
import { CertificateSheet } from './certificate-sheet/certificate-sheet.component.js';
import { NameDiffers } from './name-differs.component.js';
import { requestSentence, sheetsOf } from './certificate-words.js';

const STAMPS: Partial<Record<CertificateView['state'], string>> = {
  superseded: 'Superseded',
  revoked: 'Revoked',
};
const TONES: Record<NonNullable<CertificateView['request']>['state'], Tone> = {
  preparing: 'info',
  sent: 'good',
  failed: 'warn',
  withdrawn: 'warn',
};

/** The certificate as itself, with what can be done with it. */
@Component({
  selector: 'laurel-certificate-panel',
  imports: [Banner, Button, CertificateSheet, Icon, NameDiffers, RouterLink],
  templateUrl: './certificate-panel.component.html',
  styleUrl: './certificate-panel.component.css',
})
export class CertificatePanel {
  readonly #file = inject(CertificateFile);
  readonly #snackbar = inject(Snackbar);
  readonly #time = inject(SessionStore).time;

  readonly certificate = input.required<CertificateView>();
  /** Whether the drawing leads to the certificate's own page. */
  readonly isLinked = input(false);

  /** One for each course, where one file holds several certificates. */
  protected readonly sheets = computed(() => sheetsOf(this.certificate()));
  protected readonly stamp = computed(() => STAMPS[this.certificate().state] ?? '');
  protected readonly download = computed(() => this.#file.downloadUrl(this.certificate().fileUrl));
  protected readonly pages = computed(() => {
    const { pageCount } = this.certificate();
    return pageCount ? `PDF, ${String(pageCount)} ${pageCount === 1 ? 'page' : 'pages'}` : 'PDF';
  });
  protected readonly request = computed(() => {
    const { request } = this.certificate();
    return request && { tone: TONES[request.state], text: requestSentence(request, this.#time()) };
  });
  /** The path of the public page, to open it inside this portal. */
  protected readonly verifyPath = computed(() => `/verify/${this.certificate().verificationCode}`);
  protected readonly isCopied = signal(false);

  protected print(): void {
    this.#file.print(this.certificate().fileUrl);
  }

  protected async copy(): Promise<void> {
    const { verificationUrl } = this.certificate();
    try {
      await navigator.clipboard.writeText(verificationUrl);
      this.isCopied.set(true);
      this.#snackbar.show({ text: 'Link copied' });
    } catch (cause) {
      // Browsers refuse without a permission or a secure address; then the person copies it by hand.
      if (!(cause instanceof DOMException || cause instanceof TypeError)) throw cause;
      this.#snackbar.show({ text: `Please copy it yourself: ${verificationUrl}` });
    }
  }
}
