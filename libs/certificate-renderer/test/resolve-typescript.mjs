// Lets plain Node run the library's sources: it strips the types, this finds `x.ts` where `x.js` is imported.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    if (
      !specifier.startsWith('.') ||
      !specifier.endsWith('.js') ||
      context.parentURL?.includes('/node_modules/')
    ) {
      return next(specifier, context);
    }
    return next(`${specifier.slice(0, -3)}.ts`, context);
  },
});
