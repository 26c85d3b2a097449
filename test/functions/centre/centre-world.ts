import { randomBytes } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { manifest } from '#functions/manifest.ts';
import { closedVault } from '#functions/wiring/keys/vaults.ts';
import { codeKeysOf } from '#shared/adapters/crypto/code-keys.ts';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import { addressOfLinkOf } from '#shared/adapters/dynamodb/centre/address-of-link.ts';
import { askedRequestsOf } from '#shared/adapters/dynamodb/centre/asked-requests.ts';
import { codesOf } from '#shared/adapters/dynamodb/centre/codes.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { storedNamesOf } from '#shared/adapters/dynamodb/ledger/stored-names.ts';
import { vetReadsOf } from '#shared/adapters/dynamodb/ledger/vet-reads.ts';
import { messagesOf } from '#shared/adapters/dynamodb/messages/messages.ts';
import { reviewsOf } from '#shared/adapters/dynamodb/messages/reviews.ts';
import { disclosuresOf } from '#shared/adapters/dynamodb/partners/disclosures.ts';
import { oppositionListsOf } from '#shared/adapters/dynamodb/rights/opposition-lists.ts';
import { rightsRequestsOf } from '#shared/adapters/dynamodb/rights/rights-requests.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import { formVersionsOf, templateVersionsOf } from '#shared/adapters/dynamodb/settings/versions.ts';
import { actInCentre, type CentreAnswer, type CentrePorts, type NotSaid } from '#shared/app/centre/act-in-centre.ts';
import type { Codes } from '#shared/app/centre/codes.port.ts';
import { showOppositionPage } from '#shared/app/oppositions/show-opposition-page.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { byLedger, leftInReads } from '#shared/app/retention/left-of-contact.ts';
import type { HandOff, HandOffTags } from '#shared/app/send/providers.port.ts';
import type { OutgoingEmail } from '#shared/channels/email/rendering.ts';
import type { OutgoingSms } from '#shared/channels/sms/rendering.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { CENTRE_FIELDS } from '#shared/domain/centre/asked.ts';
import type { ContactId, FactId, MessageId } from '#shared/domain/ids.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { addSeconds, addYears } from '#shared/domain/time/instant.ts';
import { page } from '#shared/edge/public/by-link.ts';
import { centrePage } from '#shared/pages/centre/centre-page.ts';
import { closedCentre } from '#shared/pages/centre/closed-centre.ts';
import { notDoneNow } from '#shared/pages/not-recorded.ts';
import { freshTable, noPause, oneKey, TEST_SECRET, testClock, testVault } from '#test/support/aws.ts';
import { anAdvertiser, NOW } from '#test/support/builders.ts';
import { publicEvent, typedForm, WITH_TIME } from '../support/public-functions.ts';

/** What a provider was handed. */
interface Sent {
  readonly to: string;
  readonly text: string;
  readonly from: string;
  readonly tags: HandOffTags;
}

/** What the settings name for the centre; a test stores those that it wants. */
const CENTRE_FORMS = [
  { formId: 'again', version: '1' },
  { formId: 'texts', version: '1' },
  { formId: 'odd', version: '1' },
] as const;

const VARIABLES = ['STAGE', 'TABLE_NAME', 'FINGERPRINT_SECRET_ID', 'DATA_SECRET_ID', 'KEY_ARN', 'TOKEN_SECRET_ID'];

/** The preference centre on a real store, with a clock that stands still and providers that obey the test. */
export const startCentreWorld = async () => {
  for (const name of VARIABLES) process.env[name] = 'test';
  process.env.SES_CONFIGURATION_SETS = 'aval-test-300s';
  Object.assign(process.env, { PROVIDER_ROUTE: 'none', SMS_ROUTE: 'none', TEXT_SECRET_ID: 'none' });
  process.env.PUBLIC_BASE_URL = 'https://stop.example.fr';
  const table = await freshTable();
  const clock = testClock(NOW);
  const vault = testVault();
  const deps = { ...table, vault, clock };
  const advertisers = advertisersOf(deps);
  const { advertiserId, settingsVersion: _v, recordedAt: _r, ...settings } = anAdvertiser();
  const access = admit(advertiserId);
  await advertisers.put(access, AdvertiserSettings.parse({ ...settings, centreForms: CENTRE_FORMS }), NOW);
  const tokens = tokensOf(TEST_SECRET);
  const fingerprints = fingerprintsOf(TEST_SECRET, storedNamesOf(table));
  const expiryOf = async () => addYears(clock.now(), 3);
  const ledger = ledgerOf({ ...deps, expiryOf });
  const sent: Sent[] = [];
  const answers: HandOff[] = [];
  const reasons: string[] = [];
  const notSaid: NotSaid[] = [];
  const taken = (one: Sent): Promise<HandOff> => {
    const answer = answers.shift() ?? { answer: 'taken', providerMessageId: 'p' };
    if (answer.answer !== 'not-taken') sent.push(one);
    return Promise.resolve(answer);
  };
  const codes: Codes = codesOf(table);
  const lists = oppositionListsOf(deps);
  const requests = rightsRequestsOf(deps);
  const forms = formVersionsOf(table);
  const reviews = reviewsOf(table);
  const ports: CentrePorts = {
    // As it is wired: what stops and asks keeps no address.
    ...{ ledger: ledgerOf({ ...deps, vault: closedVault, expiryOf }), keepingLedger: ledger },
    ...{ advertisers, clock, pause: noPause, sameAddress: oneKey, fingerprints, codes },
    messages: messagesOf(deps),
    templates: templateVersionsOf(table),
    formVersions: forms,
    reviews,
    requests,
    askedRequests: askedRequestsOf(deps),
    disclosures: disclosuresOf(deps),
    addressOfLink: addressOfLinkOf({
      // As it is wired.
      vetReads: leftInReads({ ...byLedger(ledger), advertisers, clock, vetReads: vetReadsOf({ ...deps, lists }) }),
      fingerprints,
      messages: messagesOf(deps),
      clock,
    }),
    codeKeys: async () => codeKeysOf(TEST_SECRET),
    providers: {
      email: ({ to, text, from }: OutgoingEmail, tags) => taken({ to, text, from: from.address, tags }),
      sms: ({ to, text, senderId }: OutgoingSms, tags) => taken({ to, text, from: senderId, tags }),
    },
    answeredAt: {},
    newId: () => randomBytes(16).toString('base64url'),
    chance: (size) => randomBytes(size),
  };
  const using = (changed: Partial<CentrePorts>) => {
    const used = { ...ports, ...changed };
    return page(manifest['use-preference-centre'], () => ({
      tokens: () => tokens,
      show: async (visit) => {
        const onRecorded = (answer: CentreAnswer) => visit.recordedAs(centrePage(answer, visit));
        return centrePage(
          await actInCentre(
            { stopping: used, centre: async () => used },
            {
              ...{ ...visit, onRecorded, countReason: (reason) => reasons.push(reason) },
              onNotSaid: (why) => notSaid.push(why),
            },
          ),
          visit,
        );
      },
      again: { fields: CENTRE_FIELDS, page: notDoneNow },
    }));
  };
  const showing = page(manifest['show-preference-centre'], () => ({
    tokens: () => tokens,
    show: async ({ access: of, link, token, languageOr }) => {
      const notice = await showOppositionPage({ advertisers }, of, link);
      return closedCentre(notice, { token }, languageOr(notice.locale));
    },
  }));
  const event = (method: 'GET' | 'HEAD' | 'POST', token: string, more: Partial<APIGatewayProxyEvent>) =>
    publicEvent(method, `/p/${token}`, { pathParameters: { token }, ...more });
  let made = 0;
  return {
    ...{
      forms,
      reviews,
      table,
      clock,
      access,
      tokens,
      ledger,
      ports,
      requests,
      sent,
      reasons,
      notSaid,
      answers,
      codes,
      fingerprints,
      lists,
    },
    forward: (seconds: number) => clock.set(addSeconds(clock.now(), seconds)),
    /** A link of a message to a person who agreed to e-mail, or to texts, for own offers and partners' offers. */
    aReader: async (channel: 'email' | 'sms' = 'email', isKnown = true, at?: string) => {
      made += 1;
      const kind = channel === 'email' ? 'email' : 'phone';
      const address =
        at ?? (channel === 'email' ? `lectrice-${made}@example.fr` : `+336120000${String(made).padStart(2, '0')}`);
      const contactId: ContactId = fingerprints.contactIdOf(access.advertiserId, { kind, value: address });
      const messageId = `msg_${randomBytes(16).toString('base64url')}` as MessageId;
      const facts = {
        advertiserId: access.advertiserId,
        contactId,
        messageId,
        channel,
        purpose: 'own-offers',
      } as const;
      if (isKnown) {
        const channels: Channel[] = channel === 'email' ? ['email'] : ['sms', 'mms'];
        const seen = emptyStanding({ advertiserId: access.advertiserId, contactId, addressKind: kind }, NOW);
        const events = (['own-offers', 'partner-offers'] as const).map((purpose, index) => ({
          type: 'consent-given' as const,
          id: `${contactId}.${String(index).repeat(16)}` as FactId,
          consent: { channels, purpose, givenAt: NOW, transferredBy: [] },
          observed: false,
          actor: { by: 'system' as const },
        }));
        await appendToLedger(ledger, access, [{ contactId, seen, events, address }], { at: NOW });
      }
      return { token: tokens.mint(facts), contactId, address, messageId };
    },
    get: (token: string, method: 'GET' | 'HEAD' = 'GET') => shown(showing(event(method, token, {}), WITH_TIME)),
    post: (
      token: string,
      fields: Readonly<Record<string, string>>,
      changed: Partial<CentrePorts> = {},
      timeLeft = WITH_TIME,
    ) => shown(using(changed)(event('POST', token, typedForm(fields)), timeLeft)),
    /** What lies in the table, as plain items. */
    stored: async () => {
      const { Items = [] } = await table.client.send(
        new ScanCommand({ TableName: table.tableName, ConsistentRead: true }),
      );
      return Items.map((item) => unmarshall(item));
    },
    codeSent: () => /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? '',
    close: () => table.client.destroy(),
  };
};
export type CentreWorld = Awaited<ReturnType<typeof startCentreWorld>>;

/** An answer whose words are as a reader sees them. */
const shown = async (answer: Promise<APIGatewayProxyResult>): Promise<APIGatewayProxyResult> => {
  const { body, ...rest } = await answer;
  return { ...rest, body: body.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))) };
};

/** The hidden value by which a page of the open centre knows that it is open. */
export const passIn = (body: string): string => /name="pass" value="([^"]+)"/.exec(body)?.[1] ?? '';
