import type { PageFormat } from '../certificate-data.js';
import { classicSource } from './classic.design.js';
import { modernSource } from './modern.design.js';
import { plainSource } from './plain.design.js';
import { portraitListSource } from './portrait-list.design.js';

export type DesignKey = 'classic' | 'modern' | 'plain' | 'portrait-list';

export interface CertificateDesign {
  title: string;
  description: string;
  /** Handlebars, HTML and CSS: an ordinary template that a tenant may copy and change. */
  source: string;
  defaultFormat: PageFormat;
}

/** The designs that Laurel ships; each prints on Letter and A4, landscape and portrait. */
export const designs: Readonly<Record<DesignKey, CertificateDesign>> = {
  classic: {
    title: 'Classic',
    description: 'Garamond within an engraved border; the seal holds the QR code.',
    source: classicSource,
    defaultFormat: { size: 'Letter', orientation: 'landscape' },
  },
  modern: {
    title: 'Modern',
    description: 'Wide margins, one band of your colour with the credit, the name large.',
    source: modernSource,
    defaultFormat: { size: 'Letter', orientation: 'landscape' },
  },
  plain: {
    title: 'Plain',
    description: 'For boards and auditors: every fact on a labelled line, on one page.',
    source: plainSource,
    defaultFormat: { size: 'Letter', orientation: 'portrait' },
  },
  'portrait-list': {
    title: 'Portrait list',
    description: 'Certificate and claimed sessions together on one sheet.',
    source: portraitListSource,
    defaultFormat: { size: 'Letter', orientation: 'portrait' },
  },
};
