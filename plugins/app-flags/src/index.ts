export { appFlagsPlugin } from './app-flags.plugin.js';
