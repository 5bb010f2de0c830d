import { SMTPServer } from 'smtp-server';

/** A mail server that takes a mail and does not say so until it is let. */
export class SlowMailServer {
  readonly received: string[] = [];
  private readonly taken = Promise.withResolvers<void>();
  private readonly let = Promise.withResolvers<void>();
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        this.received.push(Buffer.concat(chunks).toString());
        this.taken.resolve();
        void this.let.promise.then(() => done());
      });
    },
  });

  /** Resolves when a mail has arrived whole. */
  get hasMail(): Promise<void> {
    return this.taken.promise;
  }

  acknowledge(): void {
    this.let.resolve();
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.server.address();
    if (address === null || typeof address === 'string') throw new Error('The mail server has no port');
    return `smtp://127.0.0.1:${String(address.port)}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
