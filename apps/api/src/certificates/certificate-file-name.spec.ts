import { describe, expect, it } from '@jest/globals';
import { certificateFileName, contentDisposition } from './certificate-file-name.js';

describe('the name of a certificate’s file', () => {
  it('is the learner’s and the number', () => {
    expect(certificateFileName('José Ángel Okafor', 'SCR26-000123')).toBe(
      'José Ángel Okafor – SCR26-000123.pdf',
    );
    expect(certificateFileName('山田太郎', 'SCR26-000123')).toBe('山田太郎 – SCR26-000123.pdf');
  });

  it('holds nothing that a file system or a reader could trip over', () => {
    expect(certificateFileName('../../etc/passwd', 'N-1')).toBe('etc passwd – N-1.pdf');
    expect(certificateFileName('A\u202Efdp.exe\r\nX: y', 'N-1')).toBe('Afdp.exeX y – N-1.pdf');
    expect(certificateFileName(' \u0000 ', 'N-1')).toBe('N-1.pdf');
  });

  it('is short enough for every file system, and cut between letters', () => {
    const name = certificateFileName('👩🏽‍⚕️'.repeat(200), 'SCR26-000123');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name.isWellFormed()).toBe(true);
  });

  it('goes into the header twice, for old and new clients, and cannot end it', () => {
    const header = contentDisposition('attachment', 'Nguyễn "Mai" – ½(1).pdf');
    expect(header).toBe(
      `attachment; filename="Nguyen _Mai_ _ 1_2(1).pdf"; filename*=UTF-8''Nguy%E1%BB%85n%20%22Mai%22%20%E2%80%93%20%C2%BD%281%29.pdf`,
    );
    expect(header).toMatch(/^[\x20-\x7e]+$/);
  });
});
