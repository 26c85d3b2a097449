import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clientOf } from '#tools/api-client.ts';
import { callersPath } from '#tools/callers-path.ts';
import { deployedAt } from '../after/deployment.ts';
import { APPLICATION_RIGHTS, firstSteps } from '../after/init.ts';
import { hasAdvertisersInAccount, ownKeysFirst } from '../keys/first-keys.ts';
import { secretsInAccount } from '../keys/secrets-in-account.ts';
import { STAGE_OPTIONS, stageFileOf } from '../settings-file.ts';

/**
 * `aval init`: makes the first advertiser and the first key of a deployment, and before them takes advertisers' own keys into use. Resolves
 * to the exit code.
 */
export const init = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...STAGE_OPTIONS,
      id: { type: 'string' },
      advertiser: { type: 'string' },
      key: { type: 'string', default: 'first' },
      scopes: { type: 'string', default: APPLICATION_RIGHTS.join(',') },
      'derived-keys': { type: 'boolean', default: false },
    },
  });
  const { id, advertiser } = values;
  if (id === undefined || advertiser === undefined)
    throw new Error('Name the advertiser: --id NAME --advertiser FILE.json, from docs/advertiser.example.json.');
  const { config } = stageFileOf(values);
  const { url, rootKey } = await deployedAt(config, process.env);
  const now = new Date();
  // What the variables name may be no stage of this account.
  const isLeft = values['derived-keys'] || process.env.AVAL_API !== undefined;
  const beforehand = isLeft
    ? undefined
    : {
        hasAdvertisers: () => hasAdvertisersInAccount(config),
        takeKeys: (isNew: boolean) => ownKeysFirst(secretsInAccount(config), { stage: config.stage, now, isNew }),
      };
  const { lines, isDone } = await firstSteps(
    clientOf(url, rootKey),
    {
      advertiserId: id,
      advertiser: JSON.parse(readFileSync(callersPath(advertiser), 'utf8')),
      keyName: values.key,
      scopes: values.scopes.split(','),
      now,
      beforehand,
    },
    randomUUID(),
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  return isDone ? 0 : 1;
};
