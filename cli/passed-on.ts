import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { closeNotification } from '#shared/app/partners/close-notification.ts';
import { givePartnerNotifications } from '#shared/app/partners/give-partner-notifications.ts';
import { listPartnerNotifications } from '#shared/app/partners/list-partner-notifications.ts';
import type { PartnerNotifications } from '#shared/app/partners/partner-records.port.ts';
import type { Advertisers } from '#shared/app/settings/advertisers.port.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { Failure } from '#shared/domain/failure.ts';
import { type AdvertiserId, FactId, type Instant } from '#shared/domain/ids.ts';
import { lateBefore, type PartnerNotification, StoredGiving } from '#shared/domain/partner/partner-notification.ts';

/** Where notifications are, and whose. */
export interface PassedOn {
  readonly notifications: Pick<PartnerNotifications, 'get' | 'list' | 'replace'>;
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly clock: { readonly now: () => Instant };
  readonly advertiserId: AdvertiserId;
}

const PAGE = 100;
/** The columns of rows `opposition-fingerprints` of an import (docs/migrating.md): another Aval takes the file as it is. */
const HEAD = 'fingerprint,channels,purpose,occurredAt,cause';

/** All notifications, or the open ones alone, which the list has first. */
async function* notificationsOf(deployment: PassedOn, only: 'open' | 'all'): AsyncGenerator<PartnerNotification> {
  let after: string | undefined;
  do {
    const page = { limit: PAGE, ...(after === undefined ? {} : { after }) };
    const { items, next } = await listPartnerNotifications(deployment, {
      access: admit(deployment.advertiserId),
      page,
    });
    for (const each of items) {
      if (only === 'open' && each.state !== 'open') return;
      yield each;
    }
    after = next;
  } while (after !== undefined);
}

/** What is open, in words for an operator: each partner with how many, since when, and how many of them are late. */
export const saidOfOpen = async (deployment: PassedOn): Promise<{ readonly text: string; readonly late: number }> => {
  const before = lateBefore(deployment.clock.now());
  const open: PartnerNotification[] = [];
  for await (const each of notificationsOf(deployment, 'open')) open.push(each);
  const lines = [...Map.groupBy(open, ({ partner }) => partner.siren)].map(([siren, all]) => {
    const [oldest] = all;
    const late = all.filter(({ since }) => since <= before).length;
    return `${siren} ${oldest?.partner.name}: ${all.length} open, the oldest since ${oldest?.since}, ${late} for more than seven days\n`;
  });
  const late = open.filter(({ since }) => since <= before).length;
  return { text: lines.length === 0 ? 'Every partner was notified.\n' : lines.join(''), late };
};

/** A line for each way in which the partner may have the address. */
const linesOf = ({
  fingerprint,
  otherFingerprints = [],
  of,
  occurredAt,
  cause,
}: PartnerNotification): readonly string[] => {
  const channels = of.scope === 'global' ? '' : of.channels.join(' ');
  const said = `${channels},${of.scope === 'purpose' ? of.purpose : ''},${occurredAt},${cause}`;
  return [fingerprint, ...otherFingerprints].map((name) => `${name},${said}`);
};

/**
 * The file for a partner, of what is open: fingerprints, no address, sorted, so that the order says nothing. Throws where these are
 * under several shared keys and none is named.
 */
export const fileFor = async (
  deployment: PassedOn,
  { partner, keyId }: { readonly partner: string; readonly keyId?: string | undefined },
): Promise<{ readonly csv: string; readonly rows: number }> => {
  const found: PartnerNotification[] = [];
  for await (const each of notificationsOf(deployment, 'open'))
    if (each.partner.siren === partner && (keyId === undefined || each.keyId === keyId)) found.push(each);
  const keys = [...new Set(found.map((each) => each.keyId))];
  if (keys.length > 1) throw new Error(`They are under several shared keys: name one, --key ${keys.join(' or ')}.`);
  const lines = [...new Set(found.flatMap(linesOf))].toSorted();
  const rows = new Set(found.map((each) => linesOf(each)[0])).size;
  return { csv: [HEAD, ...lines].map((line) => `${line}\r\n`).join(''), rows };
};

const Excepted = z.enum(['impossible', 'disproportionate']);

/** Records that one cannot be given, and why (GDPR art. 19). Throws where the operator names none, or no reason. */
export const closeFor = async (
  deployment: PassedOn,
  said: {
    readonly partner: string;
    readonly id: string;
    readonly because?: string | undefined;
    readonly reason?: string | undefined;
  },
): Promise<void> => {
  const [id, because] = [FactId.safeParse(said.id), Excepted.safeParse(said.because)];
  if (!id.success) throw new Error('--close: the id of a notification.');
  if (!because.success) throw new Error('--because: impossible or disproportionate.');
  const command = { partner: said.partner, id: id.data, because: because.data, reason: said.reason ?? '' };
  await closeNotification(deployment, { access: admit(deployment.advertiserId), ...command }).catch(
    (error: unknown) => {
      const [first] = error instanceof Failure ? error.errors : [];
      if (first === undefined) throw error;
      throw new Error(`${CLOSING[first.pointer] ?? first.pointer}: ${first.detail}.`);
    },
  );
};

/** Of what an operator says of one that cannot be given, the option that it came by. */
const CLOSING: Readonly<Record<string, string>> = { '/id': '--close', '/reason': '--reason' };

/** What came of a file: how many notifications have it as proof, and what keeps it from being one of others. */
export interface Recorded {
  readonly count: number;
  readonly refused: readonly string[];
}

/** Of what an operator says, the option that it came by. */
const OPTIONS = { to: '--to', by: '--by', givenAt: '--at', acknowledgement: '--acknowledged and --reference' } as const;

/** What an operator says, before it is known that it can be stored. */
type SaidByOperator = Omit<StoredGiving, 'recordedAt' | 'sha256' | 'by'> & { readonly by: string };

const storableOf = (giving: SaidByOperator & Pick<StoredGiving, 'sha256'>): Omit<StoredGiving, 'recordedAt'> => {
  const parsed = z.omit(StoredGiving, { recordedAt: true }).safeParse(giving);
  if (parsed.success) return parsed.data;
  const [{ path, message } = { path: [], message: '' }] = parsed.error.issues;
  throw new Error(`${OPTIONS[path[0] as keyof typeof OPTIONS] ?? 'The file'}: ${message}.`);
};

/**
 * Records that a file was given to a partner: proof for each notification that has its lines in it and is no younger, and for no other.
 * The same again adds a confirmation. Throws where what the operator says is not fit to be stored.
 */
export const recordFile = async (
  deployment: PassedOn,
  {
    partner,
    csv,
    ...said
  }: SaidByOperator & {
    readonly partner: string;
    readonly csv: string;
  },
): Promise<Recorded> => {
  const lines = new Set(csv.split('\r\n'));
  if (!lines.has(HEAD)) throw new Error('This is no file that passed-on wrote.');
  const giving = storableOf({ ...said, sha256: createHash('sha256').update(csv, 'utf8').digest('hex') });
  const inFile: PartnerNotification[] = [];
  for await (const each of notificationsOf(deployment, 'all'))
    if (each.partner.siren === partner && linesOf(each).every((line) => lines.has(line))) inFile.push(each);
  const taken = await givePartnerNotifications(deployment, inFile, {
    access: admit(deployment.advertiserId),
    partner,
    giving,
  });
  const refused = taken.flatMap((each, index) =>
    each instanceof Failure
      ? [
          `${inFile[index]?.id} has not: ${each.errors.map(({ pointer, detail }) => `at ${pointer}, ${detail}`).join('; ')}.`,
        ]
      : [],
  );
  return { count: taken.length - refused.length, refused };
};
