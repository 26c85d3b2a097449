import { parseArgs } from 'node:util';
import { settableAccountInAws } from '../account/in-aws.ts';
import { changesFor } from '../account/settings-of-account.ts';
import { linkOf } from '../after/deployment.ts';
import { STAGE_OPTIONS, stageFileOf } from '../settings-file.ts';

/**
 * `aval account`: shows what the account must be set to that no template can set; with `--apply`, sets it. Resolves to 1 while
 * something is not as the stage needs it.
 */
export const account = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { ...STAGE_OPTIONS, apply: { type: 'boolean', default: false } },
  });
  const { config } = stageFileOf(values);
  const inAws = settableAccountInAws({ region: config.region });
  const role = config.keepsSmsStatus ? await linkOf(config, 'sms-status-role-arn') : undefined;
  const changes = changesFor(await inAws.read(), role);
  for (const { says, apply } of changes) {
    if (values.apply) await apply(inAws);
    process.stdout.write(`${values.apply ? 'done' : 'MEND'}  ${says}\n`);
  }
  if (changes.length === 0) process.stdout.write('Nothing is to be set.\n');
  return changes.length === 0 || values.apply ? 0 : 1;
};
