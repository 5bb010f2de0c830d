export { remotePlugin } from './remote.plugin.js';
