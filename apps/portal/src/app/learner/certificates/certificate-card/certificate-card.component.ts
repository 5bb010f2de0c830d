import { Component, computed, input } from '@angular/core';
import { LaurelMark } from '@laurel/ui';
import { rosettePath } from './rosette.js';

/** What stands on a certificate, as far as the screen draws it. */
export interface DrawnCertificate {
  title: string;
  name: string;
  credentials: string;
  activityTitle: string;
  /** Amounts as text, as they are printed ("21.75"). */
  credits: readonly { amount: string; unit: string; isAmaPra: boolean }[];
  number: string;
  /** "April 26, 2026" */
  issuedOn: string;
}

const ROSETTE = rosettePath(7, 36, 0.32);
/** Up to this many characters a name stands on one line in full size. */
const COMFORTABLE_NAME = 20;

/**
 * A certificate drawn as paper: the society, the name in large, the credit. Its size follows its container; a name of
 * any length and script is made smaller and broken into lines, never cut. Paper stays paper in the dark scheme.
 */
@Component({
  selector: 'laurel-certificate-card',
  imports: [LaurelMark],
  templateUrl: './certificate-card.component.html',
  styleUrl: './certificate-card.component.css',
})
export class CertificateCard {
  readonly certificate = input.required<DrawnCertificate>();
  readonly society = input.required<string>();
  /** Address of the society's logo image. */
  readonly logo = input<string | null>(null);
  /** "Superseded", "Revoked": stamped across. */
  readonly stamp = input('');

  protected readonly rosette = ROSETTE;
  protected readonly suffix = computed(() => {
    const { credentials } = this.certificate();
    return credentials ? `, ${credentials}` : '';
  });
  protected readonly nameScale = computed(() => {
    const { length } = [...this.certificate().name];
    return length <= COMFORTABLE_NAME ? 1 : Math.max(0.38, Math.sqrt(COMFORTABLE_NAME / length));
  });
}
