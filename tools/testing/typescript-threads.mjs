// Threads that a test begins start from the source, which Jest does not transform for them.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transformSync } from '@swc/core';

const options = {
  swcrc: false,
  module: { type: 'es6' },
  jsc: { target: 'es2024', parser: { syntax: 'typescript', decorators: true } },
};

const isSource = (url) => url?.startsWith('file:') && url.endsWith('.ts') && !url.includes('/node_modules/');

if (!isMainThread)
  registerHooks({
    resolve(specifier, context, next) {
      if (!isSource(context.parentURL) || !/^\..*\.js$/.test(specifier)) return next(specifier, context);
      const url = new URL(specifier.replace(/js$/, 'ts'), context.parentURL);
      return existsSync(url) ? { url: url.href, shortCircuit: true } : next(specifier, context);
    },
    load(url, context, next) {
      if (!isSource(url)) return next(url, context);
      const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), options);
      return { format: 'module', source: code, shortCircuit: true };
    },
  });
