import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { vi } from 'vitest';
import { exporting } from '#functions/wiring/job-worker.ts';
import { oppositionLists } from '#functions/wiring.ts';
import { type Item, toImage } from '#shared/adapters/dynamodb/table.ts';
import type { JobReference } from '#shared/app/jobs/jobs.port.ts';
import { runExport } from '#shared/app/rights/export/run-export.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ListedOpposition } from '#shared/domain/opposition/listed.ts';
import { sharedFingerprint } from '#shared/domain/opposition/shared-fingerprint.ts';
import { personalDataPage } from '#shared/pages/personal-data/personal-data-page.ts';
import { dynamoDbClient } from '#test/support/aws.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { EXAMPLES } from '#test/support/routes.ts';
import { aWorldOfCampaigns } from '../campaigns/campaign-functions.ts';
import { withLists } from '../jobs/lists-world.ts';
import { streamed } from '../retention/passing-time.ts';
import { ADVERTISER } from '../support/api.ts';
import { started } from '../support/cold-start.ts';
import { type Change, dying, faults, KILLED, killed } from './export-faults.ts';

/** The person who asks, at two addresses. */
export const CAMILLE = 'camille.martin@example.com';
export const CAMILLE_AT_WORK = 'c.martin@bureau.example';
/** Other people: a neighbour, one who was linked to Camille by mistake, and one of whom a link is half undone. */
export const NEIGHBOUR = 'camille.martin@exemple.com';
export const MISTAKEN = 'camille.martini@example.com';

/** What would do harm in a page, if it were not written as text; and the same with line breaks, where words may have them. */
const HOSTILE = '</script></style><img src=x onerror="alert(1)"><a href=javascript:alert(1)>x</a> {{name}} \'`';
const HOSTILE_WORDS = `${HOSTILE}\nX-Header: 1\n\n<!-- ]]>`;

const WITH_TIME = { getRemainingTimeInMillis: () => 60_000 };
const queued = (body: object): SQSEvent =>
  ({
    Records: [{ messageId: 'one', body: JSON.stringify(body), attributes: { ApproximateReceiveCount: '1' } }],
  }) as unknown as SQSEvent;
const example = (name: keyof typeof EXAMPLES) => EXAMPLES[name] as object;
export const DPO = { decider: 'Jeanne Roy', identity: 'account' };

/** A world in which four people did alike, each in words of their own, through the functions themselves. */
export const aWorldToExport = async () => {
  const campaigns = await aWorldOfCampaigns();
  const world = withLists(campaigns, campaigns.queue);
  vi.stubEnv('SEND_QUEUE_URL', `${campaigns.queue.url}/000000000000/send`);
  vi.stubEnv('SEND_PARKED_QUEUE_URL', `${campaigns.queue.url}/000000000000/send-parked`);
  const of = (email: string) => ({ advertiserId: ADVERTISER, contact: { email } });
  const post = async (name: keyof typeof EXAMPLES, body: object, more: object = {}) => {
    const { status, text, body: answered } = await world.call(name, { body, ...more });
    if (status >= 400) throw new Error(`${name} answered ${status}: ${text}`);
    return answered;
  };
  const idOf = async (email: string): Promise<string> => (await post('look-up-contact', of(email))).contactId;
  const send = async (messageId: string) => {
    const { handler } = await started<typeof import('#functions/workers/send-message.ts')>('workers/send-message');
    const entry = { advertiserId: ADVERTISER, messageId, attempt: 0 };
    await askedBy('send-message', () => handler(queued(entry), WITH_TIME));
  };
  const message = async (email: string, mark: string, more: object = {}) => {
    const accepted = await post('accept-messages', {
      advertiserId: ADVERTISER,
      messages: [
        {
          ...{
            ...of(email),
            advertiserId: undefined,
            channel: 'email',
            offerCategory: 'wine',
            reference: `ref-${mark}`,
          },
          content: { email: { subject: 'Pour {{name}}', html: '<p>Bonjour {{name}}, votre cuvée vous attend.</p>' } },
          mergeValues: { name: `prénom-${mark}` },
          ...more,
        },
      ],
    });
    await send(accepted.messages[0].id);
    return accepted.messages[0].id as string;
  };
  const form = { advertiserId: ADVERTISER, formId: 'checkout', version: '7' };
  await world.call('put-form-version', { path: form, body: example('put-form-version') });

  /** Does for one what one can do, each thing with a word of theirs in it. */
  const live = async (email: string, mark: string, personRef: string, said?: { attribute: string; words: string }) => {
    const { attribute, words } = said ?? { attribute: `attr-${mark}`, words: `mots-${mark}` };
    await world.agree(email);
    await post('record-sale', { ...example('record-sale'), ...of(email), reference: `commande-${mark}` });
    await post('declare-contact', {
      ...of(email),
      personRef,
      attributes: { loyalty: attribute, [`key-${mark}`]: 'yes' },
    });
    await post('record-activity', { ...example('record-activity'), ...of(email) });
    const opposition = { via: 'shop', of: { scope: 'channel', channels: ['sms'] } };
    await post('register-opposition', { ...of(email), ...opposition });
    await post('record-request', { ...of(email), kind: 'question', via: 'email', words });
    const disclosures = [{ contact: { email }, disclosedAt: '2026-11-20T09:00:00Z', reference: `envoi-${mark}` }];
    await post('record-disclosures', { ...example('record-disclosures'), disclosures });
    await message(email, mark);
  };
  await streamed(async () => {
    await live(CAMILLE, 'camille', 'client-42', { attribute: HOSTILE, words: HOSTILE_WORDS });
    await live(CAMILLE_AT_WORK, 'bureau', 'client-42');
    await live(NEIGHBOUR, 'voisin', 'client-7');
    await live(MISTAKEN, 'erreur', 'client-42');
    const contactId = await idOf(MISTAKEN);
    const body = { action: 'unlink', reason: 'liée par erreur' };
    await post('change-person', body, { path: { contactId }, query: { advertiserId: ADVERTISER } });
  });
  const everyone = [CAMILLE, CAMILLE_AT_WORK, NEIGHBOUR, MISTAKEN];
  const list = await world.list(`email\n${everyone.join('\n')}\n`);
  await streamed(() => world.work());
  const campaignId = await campaigns.create();
  await streamed(async () => campaigns.send(await campaigns.minute()));
  const later = await campaigns.create({
    schedule: { at: '2026-12-01T09:00', zone: 'Europe/Paris' },
    name: 'Plus tard',
  });
  await world.call('begin-dry-run', { path: { campaignId: later }, query: { advertiserId: ADVERTISER } });
  campaigns.queue.queued.splice(0, campaigns.queue.queued.length - 1);
  await streamed(() => world.work());
  campaigns.queue.queued.length = 0;

  const asked = async (email: string, kind: 'access' | 'portability' = 'access') =>
    (await post('record-request', { ...of(email), kind, via: 'email', words: 'Que savez-vous de moi ?' })).id as string;
  const step = (requestId: string, body: object, more: object = {}) =>
    world.call('answer-request', { path: { requestId }, body: { ...DPO, ...body }, ...more });
  const show = async (requestId: string) => (await world.call('get-request', { path: { requestId } })).body;
  const download = async (shown: { export: { files: { format: string; fileUrl: string }[] } }, format: string) => {
    const response = await fetch(shown.export.files.find((file) => file.format === format)?.fileUrl ?? '');
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
  /** Asks, exports and downloads. */
  const exported = async (email: string, more: object = {}) => {
    const requestId = await asked(email);
    const begun = await step(requestId, { action: 'exported', ...more });
    if (begun.status !== 200) throw new Error(begun.text + world.logged().slice(-3000));
    await world.work();
    const shown = await show(requestId);
    const [json, html] = [await download(shown, 'json'), await download(shown, 'html')];
    return { requestId, shown, json: json.text, html: html.text };
  };
  const remove = async (items: readonly Item[]) => {
    for (const { pk, sk } of items)
      await dynamoDbClient().send(
        new DeleteItemCommand({ TableName: process.env.TABLE_NAME, Key: toImage({ pk, sk }) }),
      );
  };
  /** The same, by these ports: with a fault, or by workers that are killed. Resolves to the file for programs. */
  const exportedWith = async (email: string, change: Change, mortal?: { seed: number; workers: number }) => {
    const requestId = await asked(email);
    await step(requestId, { action: 'exported' });
    const entry = campaigns.queue.queued.splice(0).at(-1)?.body as unknown as JobReference | undefined;
    if (entry === undefined) throw new Error('no job');
    const ports = {
      ...exporting({ ...process.env } as never, personalDataPage),
      jobQueue: { put: async () => undefined },
    };
    const changed = change.of?.(ports) ?? ports;
    const dies = dying(mortal?.seed);
    const mortals = mortal === undefined ? changed : killed(changed, dies);
    const run = () => askedBy('run-job', () => runExport(mortals, { ...entry, timeLeftMs: () => 120_000 }));
    for (let tries = 0; tries < 400; tries += 1) {
      const done = await Promise.allSettled(Array.from({ length: mortal?.workers ?? 1 }, run));
      for (const each of done) if (each.status === 'rejected' && each.reason.message !== KILLED) throw each.reason;
      if (done.some((each) => each.status === 'fulfilled' && each.value?.state === 'finished')) break;
    }
    return (await download(await show(requestId), 'json')).text;
  };
  return {
    ...world,
    faults,
    remove,
    exportedWith,
    campaigns,
    of,
    post,
    idOf,
    message,
    /** What a partner listed of an address, under a key that is in force. */
    listed: async (email: string, key: Uint8Array, row: ListedOpposition) => {
      const lists = oppositionLists({ ...process.env } as never);
      const keyId = await lists.offerKey(admit(ADVERTISER), key);
      await lists.keepKey(admit(ADVERTISER), keyId);
      const fingerprint = sharedFingerprint(key, { kind: 'email', value: email });
      await lists.keep(admit(ADVERTISER), { keyId, fingerprint }, row);
    },
    listId: list.body.listId as string,
    campaignId,
    asked,
    step,
    show,
    download,
    exported,
  };
};
export type ExportWorld = Awaited<ReturnType<typeof aWorldToExport>>;
