import path from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { MailSender } from './mail-sender.js';
import { FolderTransport, MailTransport, SmtpTransport } from './mail-transport.js';
import { Mailer } from './mailer.js';
import { StaffMailsController } from './staff-mails.controller.js';
import { StaffMailsService } from './staff-mails.service.js';
import { StoredMailer } from './stored-mailer.js';

@Global()
@Module({
  controllers: [StaffMailsController],
  providers: [
    MailSender,
    StaffMailsService,
    { provide: Mailer, useClass: StoredMailer },
    {
      provide: MailTransport,
      inject: [Environment],
      useFactory: ({ smtp, home }: Environment): MailTransport =>
        smtp === undefined ? new FolderTransport(path.join(home, 'mail')) : new SmtpTransport(smtp.url),
    },
  ],
  exports: [Mailer, StaffMailsService],
})
export class MailModule {}
