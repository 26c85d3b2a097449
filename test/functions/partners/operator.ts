import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { partnerNotificationsOf } from '#shared/adapters/dynamodb/partners/partner-notifications.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import { NOW } from '#test/support/builders.ts';
import { passedOn } from '../../../cli/commands/passed-on.ts';
import { tableOfWorld } from '../audience/stored.ts';
import { ADVERTISER } from '../support/api.ts';

/** The command of an operator on the table of a world, and a file that it may write. It resolves to its exit code and what it wrote. */
export const anOperator = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'passed-on-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const aval = async (args: readonly string[], now = NOW, advertiser: string = ADVERTISER) => {
    const clock = { now: () => now };
    const written: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    const deps = { ...tableOfWorld(), clock };
    const deployment = { notifications: partnerNotificationsOf(deps), advertisers: advertisersOf(deps), clock };
    const code = await passedOn(['--advertiser', advertiser, ...args], async () => deployment).finally(() =>
      write.mockRestore(),
    );
    return { code, text: written.join('') };
  };
  return { aval, file: join(folder, 'library.csv') };
};
