import { marshall } from '@aws-sdk/util-dynamodb';
import { changeOf } from '#shared/adapters/dynamodb/stream-change.ts';
import { openNotifications } from '#shared/app/partners/open-notifications.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { notifyingOn } from '#test/support/partners/notifying.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { EXAMPLES } from '#test/support/routes.ts';
import { itemsOf, tableOfWorld } from '../audience/stored.ts';
import { aWorldOfImports } from '../imports/imports-world.ts';
import { ADVERTISER } from '../support/api.ts';

export const CAMILLE = { email: 'camille.martin@example.com' };
export const LIBRARY = { siren: '732829320', name: 'Librairie Partenaire' };
export const TRAVEL = { siren: '552100554', name: 'Voyages Partenaire' };
export const SHARED_KEY = 'c3'.repeat(32);
/** Of a file that was given. */
export const FILE = 'd'.repeat(64);

type Said = Readonly<Record<string, unknown>>;

/** What else a call says: its shared key, or anything that `call` takes. */
interface Disclosing {
  readonly sharedKey?: string;
  readonly key?: string;
  readonly body?: object;
}

/** A world in which data went to partners: each act is streamed as the outbox sees it, all events again each time. */
export const aWorldOfPartners = async () => {
  const world = await aWorldOfImports();
  const post = async (name: keyof typeof EXAMPLES, body: object, more: object = {}) => {
    const { status, text, body: answered } = await world.call(name, { body, ...more });
    if (status >= 400) throw new Error(`${name} answered ${status}: ${text}`);
    return answered;
  };
  const agreed = { ...(EXAMPLES['record-consent'] as object), advertiserId: ADVERTISER, contact: CAMILLE };
  await post('record-consent', agreed);
  const of = (contact: object = CAMILLE) => ({ advertiserId: ADVERTISER, contact });
  const list = async (): Promise<readonly Said[]> =>
    (await world.call('list-partner-notifications', { query: { advertiserId: ADVERTISER } })).body.notifications;
  return {
    ...world,
    post,
    of,
    disclose: (partner: object = LIBRARY, more: object = {}, { sharedKey = SHARED_KEY, ...asked }: Disclosing = {}) =>
      world.call('record-disclosures', {
        body: {
          ...{ advertiserId: ADVERTISER, partner, sharedKey },
          disclosures: [{ contact: CAMILLE, disclosedAt: '2026-11-20T09:00:00Z', ...more }],
        },
        ...asked,
      }),
    /** What the outbox makes due of every event that is stored. */
    stream: async () => {
      const ports = notifyingOn(tableOfWorld(), { now: () => new Date().toISOString() as Instant });
      for (const item of await itemsOf(tableOfWorld())) {
        const change = changeOf({ eventName: 'INSERT', dynamodb: { NewImage: marshall(item) } });
        if (change?.of === 'ledger') await askedBy('outbox', () => openNotifications(ports, change));
      }
    },
    list,
    /** All that is stored, as text. */
    stored: async () => JSON.stringify(await itemsOf(tableOfWorld())),
    /** The open ones: whom they are for and what of. */
    owed: async () =>
      (await list()).filter(({ state }) => state === 'open').map(({ partner, cause }) => [Object(partner).name, cause]),
    give: (notifications: readonly Said[], more: object = {}, asked: object = {}) =>
      world.call('give-partner-notifications', {
        body: {
          ...{ advertiserId: ADVERTISER, partner: LIBRARY.siren, givenAt: '2026-11-24T10:00:00Z', by: 'file' },
          ...{ to: 'oppositions@librairie.example', sha256: FILE },
          notifications: notifications.map(({ id }) => ({ id })),
          ...more,
        },
        ...asked,
      }),
  };
};
