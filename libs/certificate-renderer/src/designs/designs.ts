import type { PageFormat } from '../certificate-data.js';
import { classicSource } from './classic.design.js';

export type DesignKey = 'classic';

export interface CertificateDesign {
  title: string;
  description: string;
  /** Handlebars, HTML and CSS: an ordinary template that a tenant may copy and change. */
  source: string;
  defaultFormat: PageFormat;
}

export const designs: Record<DesignKey, CertificateDesign> = {
  classic: {
    title: 'Classic',
    description: 'Serif and small caps within an engraved border, with a seal.',
    source: classicSource,
    defaultFormat: { size: 'Letter', orientation: 'landscape' },
  },
};
