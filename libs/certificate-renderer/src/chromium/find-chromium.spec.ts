import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ChromiumNotFoundError, findChromium } from '../index.js';

jest.setTimeout(60_000);

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'laurel-find-'));
});

afterEach(() => rm(home, { recursive: true }));

async function program(name: string, script: string): Promise<string> {
  const path = join(home, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

describe('the Chromium that is found', () => {
  it('is the one of CHROMIUM_PATH before any other', async () => {
    const executablePath = await program('mine', 'echo Chromium 1');
    expect(await findChromium({ CHROMIUM_PATH: executablePath, LAUREL_HOME: home })).toEqual({
      executablePath,
      source: 'environment',
      environment: {},
    });
  });

  it('is never another one when CHROMIUM_PATH does not start', async () => {
    const broken = await program('broken', 'echo "libnss3.so: cannot open shared object file" >&2; exit 127');
    const finding = findChromium({ CHROMIUM_PATH: broken, LAUREL_HOME: home });
    await expect(finding).rejects.toThrow(ChromiumNotFoundError);
    await expect(finding).rejects.toThrow(/libnss3\.so/);
    expect(await readdir(home)).toEqual(['broken']);
  });

  it('comes from the package, unpacked once even if two processes want it at the same time', async () => {
    const both = await Promise.all([
      findChromium({ LAUREL_HOME: home }),
      findChromium({ LAUREL_HOME: home }),
    ]);
    expect(both[0]).toMatchObject({ source: 'package' });
    expect(both[1]).toEqual(both[0]);
    const [version, ...others] = await readdir(join(home, 'chromium'));
    expect(others).toEqual([]);
    expect((await readdir(join(home, 'chromium', version ?? ''))).sort()).toEqual(
      expect.arrayContaining(['al2023', 'chromium', 'fonts', 'fonts.conf']),
    );
    expect(await findChromium({ LAUREL_HOME: home })).toEqual(both[0]);
  });

  it('is the one of the system when the package cannot be unpacked, and otherwise says what was tried', async () => {
    const blocked = join(home, 'a-file');
    await writeFile(blocked, '');
    await mkdir(join(home, 'bin'));
    const finding = findChromium({ LAUREL_HOME: blocked, PATH: join(home, 'bin') });
    await expect(finding).rejects.toThrow(/set CHROMIUM_PATH.*@sparticuz\/chromium: .*ENOTDIR/s);
    const executablePath = await program('bin/chromium', 'echo Chromium 2');
    expect(await findChromium({ LAUREL_HOME: blocked, PATH: join(home, 'bin') })).toEqual({
      executablePath,
      source: 'system',
      environment: {},
    });
  });
});
