import { createHash } from 'node:crypto';
import { type CompiledTemplate, compileTemplate } from './compile-template.js';

const MOST = 32;
/** By the hash of the source; who was used last is last. */
const known = new Map<string, CompiledTemplate>();

/** As `compileTemplate`, which parses; what was parsed lately is not parsed again. @throws TemplateError */
export function compiledTemplate(source: string): CompiledTemplate {
  const key = createHash('sha256').update(source).digest('base64');
  const compiled = known.get(key) ?? compileTemplate(source);
  known.delete(key);
  known.set(key, compiled);
  for (const oldest of known.keys()) {
    if (known.size <= MOST) break;
    known.delete(oldest);
  }
  return compiled;
}
