export * from './plugin.js';
export * from './stages.js';
export * from './views.js';
