import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import nodemailer, { type SendMailOptions, type Transporter } from 'nodemailer';

/** Hands a finished mail on. */
export abstract class MailTransport {
  /** Whether handing the same mail on twice is the same as once. */
  abstract readonly isRepeatable: boolean;

  /** @throws MailRefused when trying again is of no use; any other error may pass */
  abstract send(id: string, mail: SendMailOptions): Promise<void>;
}

/** The mail server will not have this mail, now or later. */
export class MailRefused extends Error {
  override name = 'MailRefused';
}

/** The connection broke after the mail was handed over, before the server answered: it may have been sent. */
export class MailUncertain extends Error {
  override name = 'MailUncertain';
}

const PATIENCE_MILLISECONDS = 30_000;

export class SmtpTransport extends MailTransport {
  override readonly isRepeatable = false;
  private readonly transporter: Transporter;

  constructor(url: string) {
    super();
    // Time-outs well below a job's, so that one attempt has ended before the next begins.
    const settings = new URL(url);
    for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout']) {
      settings.searchParams.set(name, String(PATIENCE_MILLISECONDS));
    }
    this.transporter = nodemailer.createTransport(settings.href);
  }

  override async send(_id: string, mail: SendMailOptions): Promise<void> {
    try {
      await this.transporter.sendMail(mail);
    } catch (error) {
      const code = numberIn(error, 'responseCode');
      if (code !== undefined && code >= 500) throw new MailRefused(`The mail server answered ${code}`);
      if (code === undefined && textIn(error, 'command') === 'DATA') {
        throw new MailUncertain('The connection broke while the mail was handed over');
      }
      throw error;
    }
  }
}

/** Writes each mail as a file that mail programs open, for machines without a mail server. */
export class FolderTransport extends MailTransport {
  override readonly isRepeatable = true;
  private readonly composer = nodemailer.createTransport({ streamTransport: true, buffer: true });

  constructor(private readonly folder: string) {
    super();
  }

  override async send(id: string, mail: SendMailOptions): Promise<void> {
    const { message } = await this.composer.sendMail(mail);
    if (!Buffer.isBuffer(message)) throw new Error('The mail was not composed in memory');
    await mkdir(this.folder, { recursive: true });
    const partial = path.join(this.folder, `.${id}`);
    const handle = await open(partial, 'w', 0o600);
    try {
      await handle.writeFile(message);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, path.join(this.folder, `${id}.eml`));
  }
}

const numberIn = (error: unknown, name: string): number | undefined => {
  const value: unknown = Error.isError(error) ? Reflect.get(error, name) : undefined;
  return typeof value === 'number' ? value : undefined;
};
const textIn = (error: unknown, name: string): string | undefined => {
  const value: unknown = Error.isError(error) ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : undefined;
};
