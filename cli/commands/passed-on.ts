import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { partnerNotificationsOf } from '#shared/adapters/dynamodb/partners/partner-notifications.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import { AdvertiserId, Siren } from '#shared/domain/ids.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { callersPath } from '#tools/callers-path.ts';
import { linkOf } from '../after/deployment.ts';
import { OPERATOR_OPTIONS } from '../operator-in-account.ts';
import { closeFor, fileFor, type PassedOn, recordFile, saidOfOpen } from '../passed-on.ts';
import { writeNew } from './opposition-list.ts';

const USAGE =
  'Name the advertiser: --advertiser. For a file, the partner and where to write it: --partner, --out. For its proof: --partner, --given FILE, --to, --at. For one that cannot be given: --partner, --close ID, --because impossible or disproportionate, --reason.';

/** A day alone is none: of which hour, and where, it does not say. */
const instantOf = (name: string, text: string) => {
  const at = z.iso.datetime({ offset: true }).safeParse(text);
  if (!at.success) throw new Error(`--${name} is no instant, such as 2026-11-24T11:00:00+01:00.`);
  return toInstant(Date.parse(at.data));
};

/**
 * `aval passed-on`: what partners must be notified of who opposed, withdrew or was erased; writes the file for one of them; records that
 * it was given, or need not be. Resolves to the exit code: 1 where something is late.
 */
export const passedOn = async (args: readonly string[], inAccount = deploymentOf): Promise<number> => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...OPERATOR_OPTIONS,
      advertiser: text,
      partner: text,
      out: text,
      key: text,
      given: text,
      by: text,
      to: text,
      at: text,
      acknowledged: text,
      reference: text,
      close: text,
      because: text,
      reason: text,
    },
  });
  const { partner, out, given, to, at } = values;
  const advertiserId = AdvertiserId.safeParse(values.advertiser);
  if (!advertiserId.success) throw new Error(USAGE);
  const deployment = { ...(await inAccount(values.stage, values.region)), advertiserId: advertiserId.data };
  if (out === undefined && given === undefined && values.close === undefined) {
    const said = await saidOfOpen(deployment);
    process.stdout.write(said.text);
    return said.late === 0 ? 0 : 1;
  }
  if (!Siren.safeParse(partner).success || partner === undefined) throw new Error(USAGE);
  if (out !== undefined) {
    const { csv, rows } = await fileFor(deployment, { partner, keyId: values.key });
    await writeNew(callersPath(out), csv);
    const sha256 = createHash('sha256').update(csv, 'utf8').digest('hex');
    process.stdout.write(
      `${rows} notifications are in the file, whose SHA-256 is ${sha256}. None counts as given yet.\n`,
    );
    return 0;
  }
  if (values.close !== undefined) {
    await closeFor(deployment, { ...values, partner, id: values.close });
    process.stdout.write('It need not be given.\n');
    return 0;
  }
  if (given === undefined || to === undefined || at === undefined) throw new Error(USAGE);
  const acknowledgement =
    values.acknowledged === undefined
      ? {}
      : {
          acknowledgement: { receivedAt: instantOf('acknowledged', values.acknowledged), reference: values.reference },
        };
  const csv = await readFile(callersPath(given), 'utf8');
  const { count, refused } = await recordFile(deployment, {
    partner,
    csv,
    by: values.by ?? 'file',
    to,
    givenAt: instantOf('at', at),
    ...acknowledgement,
  });
  process.stdout.write(
    [`${count} notifications have this file as proof.`, ...refused].map((line) => `${line}\n`).join(''),
  );
  return refused.length === 0 ? 0 : 1;
};

const deploymentOf = async (stage: string, region: string): Promise<Omit<PassedOn, 'advertiserId'>> => {
  const tableName = await linkOf({ stage, region }, 'table-name');
  const clock = { now: () => toInstant(Date.now()) };
  const deps = { client: new DynamoDBClient({ region }), tableName, clock };
  return { notifications: partnerNotificationsOf(deps), advertisers: advertisersOf(deps), clock };
};
