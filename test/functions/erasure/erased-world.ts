import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { marshall } from '@aws-sdk/util-dynamodb';
import { onTestFinished, vi } from 'vitest';
import { changeOf } from '#shared/adapters/dynamodb/stream-change.ts';
import type { Item } from '#shared/adapters/dynamodb/table.ts';
import { journalOf } from '#shared/adapters/s3/journal.ts';
import { publishChange } from '#shared/app/outbox/publish-change.ts';
import { NOW } from '#test/support/builders.ts';
import { notifyingOn } from '#test/support/partners/notifying.ts';
import { EXAMPLES } from '#test/support/routes.ts';
import { followed, project, recordOf } from '../audience/followed-world.ts';
import { itemsOf, tableOfWorld } from '../audience/stored.ts';
import { aWorldOfCampaigns } from '../campaigns/campaign-functions.ts';
import { withLists } from '../jobs/lists-world.ts';
import { ADVERTISER } from '../support/api.ts';
import { startCold } from '../support/cold-start.ts';
import { objectsIn, type Place, placesOf, search } from './search.ts';

export const CAMILLE = 'camille.martin@example.com';
export const ALIX = 'alix.robin@example.com';
/** What is known of Camille, in words that nothing else holds. */
const WORDS = [
  CAMILLE,
  'Camille',
  'client-42',
  'commande-7731',
  'facture-5521',
  'or-massif',
  'refus-au-guichet',
  'bague-perdue',
  'vendange-tardive',
];
/** What an application wrote for her alone, without a template. */
export const OWN_TEXT = {
  email: { subject: 'Pour vous, Camille', text: 'Chère Camille, votre vendange-tardive est arrivée.' },
};
const OWNERS = [ADVERTISER, 'deployment'];

/** The lists of suppressed addresses of SES, as far as addresses are taken off. */
export const startSuppressions = async () => {
  const addresses = new Set<string>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://ses');
    const address = decodeURIComponent(pathname.split('/').at(-1) ?? '');
    const isThere = request.method === 'DELETE' && addresses.delete(address);
    response.writeHead(isThere ? 200 : 404, {
      'content-type': 'application/json',
      'x-amzn-errortype': 'NotFoundException',
    });
    response.end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    addresses,
    close: () => new Promise((done) => server.close(done)),
  };
};

/**
 * A world in which Camille is known by all that one can be known by, through the functions themselves: a consent, a sale, attributes, a
 * person that Alix belongs to as well, an uploaded list, a campaign, messages that were sent and that wait.
 */
export const aWorldThatKnowsCamille = async () => {
  const campaigns = await aWorldOfCampaigns();
  const world = withLists(campaigns, campaigns.queue);
  const suppressions = await startSuppressions();
  onTestFinished(async () => void (await suppressions.close()));
  const published: object[] = [];
  const of = (email: string) => ({ advertiserId: ADVERTISER, contact: { email } });
  const example = (name: keyof typeof EXAMPLES) => EXAMPLES[name] as object;
  const post = async (name: keyof typeof EXAMPLES, body: object) => {
    const { status, text, body: answered } = await world.call(name, { body });
    if (status >= 400) throw new Error(`${name} answered ${status}: ${text}`);
    return answered;
  };
  const s3 = new S3Client({ forcePathStyle: true });
  const journalBucket = process.env.CONTENT_BUCKET ?? '';
  const ports = {
    sendQueue: { put: async () => undefined },
    bus: { publish: async (events: readonly object[]) => void published.push(...events) },
    journal: journalOf(s3, journalBucket),
    partners: notifyingOn(tableOfWorld(), { now: () => NOW }),
  };
  /** What the outbox and the index make of these images, whenever the stream brings them. */
  const stream = async (items: readonly Item[]) => {
    for (const item of items) {
      const change = changeOf({ eventName: 'INSERT', dynamodb: { NewImage: marshall(item) } });
      if (change !== undefined) await publishChange(ports, change);
    }
    const followable = items.filter(({ sk }) => sk === 'STANDING' || sk === 'STANDING#PROFILE');
    await project(followable.map((item) => recordOf(undefined, item)));
  };
  const [asked] = (example('accept-messages') as { messages: object[] }).messages;
  const message = (change: object) =>
    post('accept-messages', { advertiserId: ADVERTISER, messages: [{ ...asked, ...change }] });

  for (const email of [CAMILLE, ALIX]) await world.agree(email);
  const form = { advertiserId: ADVERTISER, formId: 'checkout', version: '7' };
  await world.call('put-form-version', { path: form, body: example('put-form-version') });
  const known = { personRef: 'client-42', attributes: { loyalty: 'or-massif' } };
  await followed(() => post('record-sale', { ...example('record-sale'), ...of(CAMILLE), reference: 'commande-7731' }));
  await followed(() => post('declare-contact', { ...of(CAMILLE), ...known }));
  await followed(() => post('declare-contact', { ...of(ALIX), personRef: 'client-42' }));
  await post('record-activity', { ...example('record-activity'), ...of(CAMILLE) });
  const list = await world.list(`email\n${ALIX}\n${CAMILLE}\n`);
  await world.work();
  await campaigns.create();
  await campaigns.send(await campaigns.minute());
  campaigns.queue.queued.length = 0;
  const accepted = await message({ contact: { email: CAMILLE }, reference: 'facture-5521', content: OWN_TEXT });
  await post('record-request', { ...of(CAMILLE), kind: 'question', via: 'email', words: 'Et ma bague-perdue ?' });
  const contact = { email: CAMILLE };
  await post('record-disclosures', {
    ...example('record-disclosures'),
    disclosures: [{ contact, disclosedAt: '2026-11-20T09:00:00Z' }],
  });
  const access = await post('record-request', { ...of(CAMILLE), kind: 'access', via: 'email' });
  const exported = { action: 'exported', identity: 'account', decider: 'Jeanne Roy' };
  const begun = await world.call('answer-request', { path: { requestId: access.id }, body: exported });
  if (begun.status !== 200) throw new Error(begun.text);
  campaigns.queue.queued.splice(0, campaigns.queue.queued.length - 1);
  await world.work();
  const { body: found } = await world.call('look-up-contact', { body: of(CAMILLE) });
  const before = await itemsOf(tableOfWorld());
  await stream(before);
  suppressions.addresses.add(CAMILLE);
  vi.stubEnv('AWS_ENDPOINT_URL_SESV2', suppressions.url);
  startCold();

  const places = async (): Promise<readonly Place[]> => [
    ...placesOf(await itemsOf(tableOfWorld())),
    ...(await objectsIn(s3, journalBucket)),
    ...campaigns.queue.queued.map((each) => ({ where: 'queue', text: JSON.stringify(each) })),
    ...published.map((event) => ({ where: 'event', text: JSON.stringify(event) })),
    { where: 'log', text: world.logged() },
    ...[...suppressions.addresses].map((text) => ({ where: 'list of SES', text })),
  ];
  return {
    ...world,
    campaigns,
    suppressions,
    of,
    post,
    example,
    asked,
    message,
    stream,
    before,
    listId: list.body.listId as string,
    contactId: found.contactId as string,
    messageId: accepted.messages[0].id as string,
    erase: (contactId: string, asked: object = {}) =>
      world.call('erase-contact', { path: { contactId }, query: { advertiserId: ADVERTISER }, body: {}, ...asked }),
    /** What was published. */
    published,
    /** Everything stored, wherever. */
    places,
    /** Where Camille can be found. Files that the advertiser uploaded go by themselves, and the answer says so. */
    traces: async (words: readonly string[] = WORDS) =>
      (await search(await places(), words, OWNERS)).filter((each) => !each.startsWith('object uploads')),
  };
};
