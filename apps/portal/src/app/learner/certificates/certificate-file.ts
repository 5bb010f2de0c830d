import { DOCUMENT, inject, Service } from '@angular/core';

/** What the browser does with the certificate's PDF. */
@Service()
export class CertificateFile {
  readonly #document = inject(DOCUMENT);
  #frame: HTMLIFrameElement | null = null;

  /** Whether this browser can show a PDF inside a page; phones mostly open it in a page of its own. */
  readonly canShowInside =
    (this.#document.defaultView?.navigator.pdfViewerEnabled ?? false) &&
    (this.#document.defaultView?.matchMedia('(min-width: 60rem)').matches ?? false);

  downloadUrl(fileUrl: string): string {
    return `${fileUrl}?download=1`;
  }

  /** Prints the PDF itself, not the page; where that cannot be, opens it, and the person prints from there. */
  print(fileUrl: string): void {
    const window = this.#document.defaultView;
    if (!window?.navigator.pdfViewerEnabled || window.matchMedia('(pointer: coarse)').matches) {
      window?.open(fileUrl, '_blank', 'noopener');
      return;
    }
    this.#frame?.remove();
    const frame = this.#document.createElement('iframe');
    frame.title = 'Certificate, for printing';
    frame.tabIndex = -1;
    frame.setAttribute('aria-hidden', 'true');
    Object.assign(frame.style, {
      position: 'fixed',
      inlineSize: '1px',
      blockSize: '1px',
      border: '0',
      opacity: '0',
    });
    frame.addEventListener('load', () => {
      frame.contentWindow?.focus();
      frame.contentWindow?.print();
    });
    frame.src = fileUrl;
    this.#document.body.append(frame);
    this.#frame = frame;
  }
}
