import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { Skeleton } from '@laurel/ui';

/** The only addresses that are ever put into the frame. */
const SHEET =
  /^\/api\/(?:certificates\/[\w-]+\/sheet|activities\/[\w-]+\/claim\/(?:preview\/sheet|name-sheet\/page))(?:\?[\w=&%.!~*'()-]*)?$/;

/**
 * The first page of a certificate, as it is printed: the server's own page in a frame that may do nothing but fit
 * itself. Paper stays paper in the dark scheme.
 */
@Component({
  selector: 'laurel-certificate-sheet',
  imports: [Skeleton],
  templateUrl: './certificate-sheet.component.html',
  styleUrl: './certificate-sheet.component.css',
})
export class CertificateSheet {
  readonly #sanitizer = inject(DomSanitizer);

  /** Address of the page. */
  readonly url = input.required<string>();
  /** Inches; they give the frame its proportions before anything is there. */
  readonly width = input.required<number>();
  readonly height = input.required<number>();
  /** What it shows, for those who do not see it. */
  readonly title = input.required<string>();
  /** "Superseded", "Revoked": stamped across. */
  readonly stamp = input('');

  protected readonly source = computed(() =>
    SHEET.test(this.url()) ? this.#sanitizer.bypassSecurityTrustResourceUrl(this.url()) : null,
  );
  protected readonly isThere = linkedSignal({ source: this.url, computation: () => false });
}
