export { categoryCapsPlugin } from './category-caps.plugin.js';
