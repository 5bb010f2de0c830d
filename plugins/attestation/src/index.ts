export { attestationPlugin } from './attestation.plugin.js';
