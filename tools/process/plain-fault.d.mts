export class PlainFault extends Error {
  constructor(message: string, options?: ErrorOptions);
}
export function explainFileFault(error: unknown, folder: string): unknown;
