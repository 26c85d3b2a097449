import { randomBytes } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { textAnswersIn } from '#functions/manifest/routes/text-answers.ts';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import { vaultOf } from '#shared/adapters/crypto/vault.ts';
import { answeredRecipientsOf } from '#shared/adapters/dynamodb/campaigns/recipients/recipient-named.ts';
import { handOffHaltsOf } from '#shared/adapters/dynamodb/halts.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { sendsReadsOf } from '#shared/adapters/dynamodb/ledger/sends-reads.ts';
import { storedNamesOf } from '#shared/adapters/dynamodb/ledger/stored-names.ts';
import { vetReadsOf } from '#shared/adapters/dynamodb/ledger/vet-reads.ts';
import { answeredMessagesOf } from '#shared/adapters/dynamodb/messages/answered-messages.ts';
import { claimsOf } from '#shared/adapters/dynamodb/messages/claims.ts';
import { dueListOf } from '#shared/adapters/dynamodb/messages/due-list.ts';
import { handOffsOf } from '#shared/adapters/dynamodb/messages/hand-offs.ts';
import { messagesOf } from '#shared/adapters/dynamodb/messages/messages.ts';
import { reviewsOf } from '#shared/adapters/dynamodb/messages/reviews.ts';
import { waitingListsOf } from '#shared/adapters/dynamodb/messages/waiting/waiting-lists.ts';
import { formerEventsOf } from '#shared/adapters/dynamodb/retention/former-events.ts';
import { oppositionListsOf } from '#shared/adapters/dynamodb/rights/opposition-lists.ts';
import { advertiserListOf } from '#shared/adapters/dynamodb/settings/advertiser-list.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import { replyCodesOf } from '#shared/adapters/dynamodb/settings/reply-codes.ts';
import { formVersionsOf, templateVersionsOf } from '#shared/adapters/dynamodb/settings/versions.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { callBySignedHttps, mmsBySignedHttps } from '#shared/adapters/https/by-signed-https.ts';
import { sharedKeysOf } from '#shared/adapters/https/signature.ts';
import { sendingSesClient, sendingSnsClient } from '#shared/adapters/providers/clients.ts';
import { configurationSetsOf } from '#shared/adapters/ses/configuration-sets.ts';
import { emailBySes } from '#shared/adapters/ses/send-email.ts';
import { smsBySns } from '#shared/adapters/sns/send-sms.ts';
import { preparedOnce } from '#shared/app/messages/render-message.ts';
import type { SentVariants } from '#shared/app/messages/sent/sent-variants.port.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import type { AnsweredMessages } from '#shared/app/replies/answered-messages.port.ts';
import { releaseDueMessages } from '#shared/app/send/release-due-messages.ts';
import { sendMessage } from '#shared/app/send/send-message.ts';
import type { SendOutcome, SendPorts } from '#shared/app/send/send-ports.ts';
import type { MessageReference } from '#shared/app/send/send-queue.port.ts';
import type { SendSteps } from '#shared/app/send/send-steps.ts';
import { stepsOf } from '#shared/app/send/steps-of.ts';
import { callsBesideOf } from '#shared/app/verdicts/calls-beside.ts';
import type { VetReads } from '#shared/app/verdicts/vet-reads.port.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AdvertiserId, type ContactId, type Instant } from '#shared/domain/ids.ts';
import { sha256Of, sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import type { Content } from '#shared/domain/message/content.ts';
import type { Message, Sends } from '#shared/domain/message/message.ts';
import type { SentVariant } from '#shared/domain/message/sent-variant.ts';
import { addSeconds, addYears, monthOf } from '#shared/domain/time/instant.ts';
import { archiveInMemory } from '#test/support/crypto/archive-in-memory.ts';
import { NO_ADVERTISER_KEYS } from '#test/support/crypto/kms.ts';
import { tableInput } from './aws.ts';
import { aFormVersion, anAdvertiser, consentFacts, instant, messageId, NOW, referenceOf } from './builders.ts';
import { ownTextsInMemory } from './in-process/own-texts.ts';
import { type ProviderStub, startProviderStub } from './providers.ts';

const EMAIL: Content = { subject: 'Nos vins d’hiver', html: '<p>Bonjour {{prenom}}</p>', text: 'Bonjour {{prenom}}' };
/** With one configuration set, and tenants that are there. */
export const EMAIL_OPTIONS = {
  sets: configurationSetsOf('aval-test-300s,aval-test-50400s'),
  tenantOf: () => 'aval-test',
};
const SMS: Content = { text: 'Maison Valmy: -20 % sur les vins' };
const MMS: Content = {
  text: 'Nos vins d’hiver {{prenom}}',
  media: { url: 'https://maison-valmy.example/hiver.jpg', sha256: 'a'.repeat(64), type: 'image/jpeg', bytes: 120_000 },
};
const CALL: Content = { script: 'Bonjour {{prenom}}, nos vins d’hiver sont arrivés.' };
const CONTENTS = { email: EMAIL, sms: SMS, mms: MMS, 'automated-call': CALL } as const;
type WorldChannel = keyof typeof CONTENTS;
const FUNCTION_SECONDS = 60;

/** A clock that stands still until told otherwise. */
interface TestClock {
  now(): Instant;
  set(to: Instant): void;
  forward(seconds: number): void;
}
const clockAt = (start: Instant): TestClock => {
  let now = start;
  return {
    now: () => now,
    set: (to) => {
      now = to;
    },
    forward: (seconds) => {
      now = addSeconds(now, seconds);
    },
  };
};

/** What was put on the send queue, and what was parked. */
interface RecordedQueue {
  readonly puts: {
    reference: MessageReference;
    attempt: number;
    putBack?: number;
    slow?: number;
    delaySeconds: number;
  }[];
  readonly parked: { body: string; reason: string }[];
}

/** How one delivery differs from a plain one. */
interface Delivery {
  readonly attempt?: number;
  readonly putBack?: number;
  readonly slow?: number;
  readonly receiveCount?: number;
  /** A number, or what says it whenever it is asked. */
  readonly timeLeftMs?: number | (() => number);
  readonly wrap?: (steps: SendSteps) => Partial<SendSteps>;
  readonly ports?: Partial<SendPorts>;
}

export interface SendWorld {
  readonly table: Table;
  readonly clock: TestClock;
  readonly stub: ProviderStub;
  readonly queue: RecordedQueue;
  readonly ports: SendPorts;
  readonly fingerprints: ReturnType<typeof fingerprintsOf>;
  readonly ledger: ReturnType<typeof ledgerOf>;
  readonly replyCodes: ReturnType<typeof replyCodesOf>;
  /** Of who decides on no message, as in the functions: without what partners listed. */
  readonly sendReads: VetReads;
  readonly answeredMessages: AnsweredMessages;
  readonly advertiserList: ReturnType<typeof advertiserListOf>;
  readonly reviews: ReturnType<typeof reviewsOf>;
  readonly templates: ReturnType<typeof templateVersionsOf>;
  readonly waitingLists: ReturnType<typeof waitingListsOf>;
  readonly handOffs: ReturnType<typeof handOffsOf>;
  /** What encrypts for the archive that `handOffs` reads. */
  readonly archive: ReturnType<typeof archiveInMemory>;
  readonly access: AdvertiserAccess;
  /** What was kept of what left, without what is of its readers. */
  readonly variants: SentVariants;
  /** Ports on another table of the same store. */
  readonly portsOn: (table: Table) => SendPorts;
  /** Ports on a store that nobody can reach. */
  readonly unreachable: SendPorts;
  /** An accepted message to a fresh contact who agreed to it (unless told otherwise). */
  aMessage(change?: MessageChange): Promise<MessageReference & { contactId: ContactId; address: string }>;
  oppose(contactId: ContactId, channel: WorldChannel): Promise<void>;
  /** They agree to mail. */
  agree(contactId: ContactId, address: string): Promise<void>;
  deliver(reference: MessageReference, delivery?: Delivery): Promise<SendOutcome>;
  /** One run of the clock's function. */
  release(): Promise<number>;
  message(reference: MessageReference): Promise<Message>;
  sends(contactId: ContactId): Promise<readonly Sends[]>;
  close(): Promise<void>;
}

interface MessageChange {
  readonly channel?: WorldChannel;
  readonly contact?: ContactId;
  readonly consents?: boolean;
  readonly advertiser?: AdvertiserAccess;
  /** Whom it goes to. Absent: somebody in France. */
  readonly to?: string;
  readonly fields?: Partial<Message>;
}

const secretOf = (name: string) => JSON.stringify({ key1: sha256Of(name) });

/** As a process has them: keys are derived once. */
const VAULT = vaultOf({ keys: NO_ADVERTISER_KEYS, secret: async () => secretOf('data'), randomBytes });
const TOKENS = tokensOf(secretOf('token'));

/** What encrypts in this world. */
export const sendVault = () => VAULT;

const tableIn = async (url: string) => {
  const tableName = `send-${randomBytes(6).toString('hex')}`;
  const client = new DynamoDBClient({ endpoint: url, region: 'eu-west-3', maxAttempts: 1 });
  await client.send(new CreateTableCommand(tableInput(tableName)));
  return { tableName, client };
};

const contentsInMemory = (): SendPorts['contents'] => {
  const kept = new Map<string, Content>();
  return {
    put: async (_access, content) => {
      kept.set(sha256OfJson(content), content);
      return sha256OfJson(content);
    },
    has: async (_access, sha256) => kept.has(sha256),
    get: async (_access, sha256) => kept.get(sha256),
    ...ownTextsInMemory(),
  };
};

/** What left, in clear, for tests that show it again. */
const variantsInMemory = (): SentVariants => {
  const kept = new Map<string, SentVariant>();
  return {
    keep: async (_access, sha256, variant) => void kept.set(sha256, variant),
    get: async (_access, sha256) => kept.get(sha256),
  };
};

const settingsOf = () => {
  const { advertiserId: _a, settingsVersion: _v, recordedAt: _r, ...settings } = anAdvertiser();
  return AdvertiserSettings.parse(settings);
};

/**
 * A lawful world on a real store and real clients: DynamoDB Local at `url`, or the table that is given, and an HTTP provider
 * that obeys the test.
 */
export const startSendWorld = async (url: string, given?: Table): Promise<SendWorld> => {
  Object.assign(process.env, { AWS_REGION: 'eu-west-3', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  const stub = await startProviderStub();
  process.env.AWS_ENDPOINT_URL_SESV2 = stub.url;
  process.env.AWS_ENDPOINT_URL_SNS = stub.url;
  process.env.AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2 = stub.url;
  const table = given ?? (await tableIn(url));
  const clock = clockAt(NOW);
  const vault = sendVault();
  const archive = archiveInMemory();
  const fingerprints = fingerprintsOf(secretOf('fingerprint'), storedNamesOf(table));
  const queue: RecordedQueue = { puts: [], parked: [] };
  const keys = async () => sharedKeysOf(JSON.stringify({ key1: 'k'.repeat(64) }));
  const route = { url: `${stub.url}/handover`, keys, clock, mediaBytes: 300_000 };
  const contents = contentsInMemory();
  const variants = variantsInMemory();
  // As a process has them: one client for all that it sends.
  const [email, sms] = [emailBySes(sendingSesClient(), EMAIL_OPTIONS), smsBySns(sendingSnsClient())];
  /** Of who decides on no message, as `sendReads` of the functions: without what partners listed. */
  const sendReads = vetReadsOf({ ...table, vault, clock });
  const ledgerOn = (on: Table) => ledgerOf({ ...on, vault, clock, expiryOf: async () => addYears(clock.now(), 3) });
  const versions = new WeakMap<Table['client'], Pick<SendPorts, 'formVersions' | 'templates'>>();
  /** As a process keeps them, which takes many deliveries: what their wordings say is read once. */
  const versionsOn = (on: Table) => {
    const kept = versions.get(on.client) ?? { formVersions: formVersionsOf(on), templates: templateVersionsOf(on) };
    versions.set(on.client, kept);
    return kept;
  };
  const portsOn = (on: Table): SendPorts => {
    const deps = { ...on, vault, clock };
    return {
      clock,
      newId: () => randomBytes(16).toString('base64url'),
      messages: messagesOf(deps),
      vetReads: {
        ...vetReadsOf({ ...deps, lists: oppositionListsOf(deps) }),
        callsBeside: callsBesideOf({ ledger: ledgerOn(on), sends: sendsReadsOf(deps) }),
      },
      claims: claimsOf(on),
      halts: handOffHaltsOf(on, undefined),
      advertisers: advertisersOf(deps),
      ...versionsOn(on),
      reviews: reviewsOf(on),
      contents,
      variants,
      providers: {
        email,
        sms,
        mms: mmsBySignedHttps(route),
        'automated-call': callBySignedHttps(route),
      },
      callAnswers: { keyPress: true },
      textAnswers: { ...textAnswersIn('none'), mms: {} },
      sendQueue: {
        put: async ({ advertiserId, messageId: id, ...entry }, delaySeconds) => {
          const numbers = JSON.parse(JSON.stringify(entry)) as typeof entry & { putBack: number; slow: number };
          queue.puts.push({ reference: { advertiserId, messageId: id }, ...numbers, delaySeconds });
        },
        park: async (body, reason) => void queue.parked.push({ body, reason }),
      },
      dueList: dueListOf(deps),
      tokens: async () => TOKENS,
      opposing: {
        ...{ ledger: ledgerOn(on), advertisers: advertisersOf(deps) },
        ...{ pause: async () => undefined, sameAddress: { othersOf: async () => [] } },
      },
      publicBaseUrl: 'https://stop.maison-valmy.example',
      allowsLocalLinks: false,
      functionTimeoutSeconds: FUNCTION_SECONDS,
    };
  };
  const ports = portsOn(table);
  const dead = new DynamoDBClient({ endpoint: 'http://127.0.0.1:9', region: 'eu-west-3', maxAttempts: 1 });
  const ledger = ledgerOn(table);
  const access = admit(anAdvertiser().advertiserId);
  await ports.advertisers.put(access, settingsOf(), NOW);
  await ports.formVersions.put(access, aFormVersion());
  let made = 0;
  // As a process has it, which takes many deliveries: each content is parsed once.
  const prepare = preparedOnce();

  const consenting = async (of: AdvertiserAccess, contactId: ContactId, channel: WorldChannel, address: string) => {
    const seen = emptyStanding(
      { advertiserId: of.advertiserId, contactId, addressKind: channel === 'email' ? 'email' : 'phone' },
      clock.now(),
    );
    const consent = consentFacts({
      channels: [channel],
      form: referenceOf(aFormVersion()),
    });
    const id = `${contactId}.${'c'.repeat(16)}` as never;
    const event = { type: 'consent-given', id, consent, observed: false, actor: { by: 'system' } } as const;
    await appendToLedger(ledger, of, [{ contactId, seen, events: [event], address }], {
      at: instant('2026-05-20T09:00:01Z'),
    });
  };

  return {
    table,
    clock,
    stub,
    queue,
    ports,
    fingerprints,
    ledger,
    access,
    variants,
    replyCodes: replyCodesOf(table),
    answeredMessages: { ...answeredMessagesOf(table), ...answeredRecipientsOf({ ...table, clock }) },
    sendReads,
    advertiserList: advertiserListOf(table),
    reviews: reviewsOf(table),
    templates: templateVersionsOf(table),
    waitingLists: waitingListsOf(table),
    portsOn,
    archive,
    handOffs: handOffsOf(table, formerEventsOf(archive.readerOver({ ...table, clock }))),
    unreachable: portsOn({ ...table, client: dead }),
    aMessage: async (change = {}) => {
      made += 1;
      const channel = change.channel ?? 'email';
      const of = change.advertiser ?? access;
      const inFrance = channel === 'email' ? `lecteur-${made}@example.fr` : `+336${String(10_000_000 + made)}`;
      const address = change.to ?? inFrance;
      const kind = channel === 'email' ? 'email' : 'phone';
      const contactId = change.contact ?? fingerprints.contactIdOf(of.advertiserId, { kind, value: address });
      if (change.consents !== false && change.contact === undefined) await consenting(of, contactId, channel, address);
      // What a test put under a hash of its own is a text of this message like any other; a hash of nothing is that of a text that is gone.
      const stated = change.fields?.contentSha256;
      const content = stated === undefined ? CONTENTS[channel] : await contents.get(of, stated);
      const acceptedAt = change.fields?.acceptedAt ?? clock.now();
      const isOwn = change.fields?.template === undefined && content !== undefined;
      const text = isOwn ? await contents.putOwn(of, content) : undefined;
      const message: Message = {
        advertiserId: of.advertiserId,
        messageId: messageId(`m-${String(made).padStart(4, '0')}-`),
        contactId,
        channel,
        purpose: 'own-offers',
        offerCategory: 'wine',
        contentSha256: stated ?? (isOwn ? sha256OfJson(content) : await contents.put(of, CONTENTS[channel])),
        acceptedAt,
        validUntil: addSeconds(acceptedAt, channel === 'email' ? 72 * 3600 : 24 * 3600),
        status: 'accepted',
        claimMonth: monthOf(acceptedAt),
        ...change.fields,
      };
      const secrets = { address, mergeValues: { prenom: 'Camille' }, ...(text && { text }) };
      await messagesOf({ ...table, vault: sendVault(), clock }).accept(of, [
        { message, secrets, bodySha256: sha256Of(message.messageId) },
      ]);
      return { advertiserId: of.advertiserId, messageId: message.messageId, contactId, address };
    },
    agree: (contactId, address) => consenting(access, contactId, 'email', address),
    oppose: async (contactId, channel) => {
      await registerOpposition(
        { ledger, clock, pause: async () => undefined },
        {
          access,
          contactId,
          addressKind: channel === 'email' ? 'email' : 'phone',
          of: { scope: 'channel', channels: [channel] },
          via: 'link',
          requestId: sha256Of(`${contactId}/${clock.now()}`),
          bodySha256: sha256Of('body'),
          actor: { by: 'person' },
        },
      );
    },
    deliver: (reference, delivery = {}) => {
      const used = { ...ports, ...delivery.ports };
      const steps = stepsOf(used, prepare);
      const sender = { ports: used, steps: { ...steps, ...delivery.wrap?.(steps) } };
      const { advertiserId, messageId: id } = reference;
      const given = delivery.timeLeftMs ?? FUNCTION_SECONDS * 1000;
      const timeLeftMs = () => (typeof given === 'function' ? given() : given);
      const { attempt = 0, receiveCount = 1, putBack, slow } = delivery;
      return sendMessage(sender, { advertiserId, messageId: id, attempt, putBack, slow, receiveCount, timeLeftMs });
    },
    release: () => releaseDueMessages(ports),
    message: async ({ advertiserId, messageId: id }) => {
      const message = await ports.messages.get(admit(advertiserId), id);
      if (message === undefined) throw new Error('the message is gone');
      return message;
    },
    sends: async (contactId) => (await ports.vetReads.read(access, contactId, clock.now())).sends,
    close: async () => {
      await stub.close();
      table.client.destroy();
      dead.destroy();
    },
  };
};

/** Another advertiser of the same world, with its own SIREN. */
export const anotherAdvertiser = async (world: SendWorld, name: string, siren: string): Promise<AdvertiserAccess> => {
  const access = admit(AdvertiserId.parse(name));
  await world.ports.advertisers.put(access, { ...settingsOf(), siren }, NOW);
  await world.ports.formVersions.put(access, aFormVersion({ advertiserId: access.advertiserId }));
  return access;
};
