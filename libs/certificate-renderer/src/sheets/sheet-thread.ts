import { parentPort } from 'node:worker_threads';
import { renderSheet } from '../document/render-sheet.js';
import { TemplateError } from '../renderer.errors.js';
import type { SheetReply, SheetRequest } from './sheet-message.js';

/** The thread of a `SheetDrawer`: draws what it is sent, one after the other. */
const port = parentPort;
if (port === null) throw new Error('This file is the beginning of a thread.');

const draw = async ({ template, data, part }: SheetRequest): Promise<SheetReply> => {
  try {
    return { kind: 'drawn', html: await renderSheet(template, data, part) };
  } catch (error) {
    const code = error instanceof TemplateError ? error.code : null;
    return { kind: 'refused', code, message: error instanceof Error ? error.message : String(error) };
  }
};

port.on('message', (request: SheetRequest) => {
  void draw(request).then((reply) => {
    port.postMessage(reply);
  });
});
port.postMessage({ kind: 'ready' } satisfies SheetReply);
