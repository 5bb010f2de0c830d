import type { Plugin } from '@laurel/plugin-kit';

/** Every installed plugin. This is the only place that names one; nothing is discovered. */
export const plugins: readonly Plugin[] = [];
