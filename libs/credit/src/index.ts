export * from './amount.js';
export * from './caps.js';
export * from './claim-state.js';
export * from './cycle.js';
export * from './increment.js';
export * from './overlap.js';
export * from './share-out.js';
export * from './unit.js';
