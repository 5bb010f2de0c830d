import { definePlugin, PLUGIN_CONTRACT } from '@laurel/plugin-kit';
import { AppFlagsConfig } from './app-flags.config.js';
import { EVIDENCE_KIND, readFlags } from './flags.js';

/** Sessions that learners flagged for credit in the society's mobile app. */
export const appFlagsPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'app-flags',
  version: '1.0.0',
  title: 'Flags from the mobile app',
  description:
    'Takes the sessions learners flagged in the mobile app, so that they can import them with one press.',
  config: AppFlagsConfig,
  configVersion: 1,
  messages: {},
  evidenceImport: { evidenceKind: EVIDENCE_KIND, label: 'Import from App', mark: 'Transmitted' },

  collect: ({ payload, config }) =>
    // The app pushes; when the host polls, there is nothing to fetch.
    Promise.resolve({
      facts: [],
      ...(payload === undefined ? { evidence: [], faults: [] } : readFlags(payload, config.maxBatch)),
    }),
});
