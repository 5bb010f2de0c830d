import type { Options } from 'pino-http';
import { serializeError } from './error-serializer.js';
import { withoutPersonal } from './without-personal.js';

/** Nest's lines about its own wiring, a hundred at every start. */
const WIRING = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory']);

/**
 * How this process logs: one JSON object a line, with the request's id and without personal data. Requests are
 * written by the request log, which knows the route; bodies, query strings and headers are never written.
 */
export const logOptions = (level: string): Options => ({
  level,
  autoLogging: false,
  quietReqLogger: true,
  customAttributeKeys: { reqId: 'requestId' },
  base: { service: 'laurel' },
  messageKey: 'msg',
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (label) => ({ level: label }), log: withoutPersonal },
  serializers: { err: serializeError, req: () => undefined, res: () => undefined },
  wrapSerializers: false,
  hooks: {
    logMethod(args, method) {
      const [facts] = args as readonly unknown[];
      const context: unknown =
        typeof facts === 'object' && facts !== null ? Reflect.get(facts, 'context') : undefined;
      if (typeof context === 'string' && WIRING.has(context)) return;
      method.apply(this, args);
    },
  },
});
