import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Banner, Button, EmptyState, Icon, PageHeader, Skeleton } from '@laurel/ui';
import type { CertificateView } from '../../core/api/contract.js';
import { SessionStore } from '../../core/session/session.store.js';
import { Wording } from '../../core/wording/wording.js';
import { CartStore } from '../cart/cart.store.js';
import { nextAction } from '../cart/next-action.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { issuedOn } from './certificate-words.js';
import { CertificatesStore } from './certificates.store.js';
import { DocumentCard } from './document-card.component.js';

/** "Available Certificates", and those made before. */
@Component({
  selector: 'laurel-certificates-page',
  imports: [Banner, Button, DocumentCard, EmptyState, Icon, LoadFailed, PageHeader, RouterLink, Skeleton],
  providers: [CertificatesStore],
  templateUrl: './certificates.page.html',
  styleUrl: './certificates.page.css',
})
export class CertificatesPage {
  readonly #carts = inject(CartStore);
  protected readonly t = inject(Wording).t;
  protected readonly time = inject(SessionStore).time;
  protected readonly store = inject(CertificatesStore);
  protected readonly cart = this.#carts.cart;
  protected readonly closed = this.#carts.closed;
  /** What can be had first, then what cannot. */
  protected readonly documents = computed(() =>
    this.store.documents()?.toSorted((a, b) => Number(b.isAvailable) - Number(a.isAvailable)),
  );
  protected readonly hasClaim = computed(() => this.cart()?.submitted !== null);
  /** What is to be done before there can be a certificate; null once there is a claim. */
  protected readonly next = computed(() => {
    const cart = this.cart();
    return cart && cart.submitted === null ? nextAction(cart, this.#carts.lines().length) : null;
  });
  protected readonly isAmending = computed(() => this.cart()?.isAmendment === true);

  protected stateOf(certificate: CertificateView): string {
    const { timeZone, language } = this.time();
    const day = issuedOn(certificate.issuedAt, language, timeZone);
    const successor = certificate.supersededBy ? this.store.numberOf(certificate.supersededBy) : null;
    if (certificate.state === 'superseded')
      return successor ? `Issued ${day}, replaced by ${successor}` : `Issued ${day}, replaced by a newer one`;
    if (certificate.state === 'revoked') {
      const revoked = issuedOn(certificate.endedAt, language, timeZone);
      return day ? `Issued ${day}, revoked ${revoked}` : `Revoked ${revoked}`;
    }
    return day ? `Issued ${day}` : 'Being made';
  }
}
