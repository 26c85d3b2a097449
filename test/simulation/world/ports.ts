import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import { vaultOf } from '#shared/adapters/crypto/vault.ts';
import { audienceIndexOf } from '#shared/adapters/dynamodb/audience/audience-index.ts';
import { audienceListsOf } from '#shared/adapters/dynamodb/audience/audience-lists.ts';
import { audiencePagesOf } from '#shared/adapters/dynamodb/audience/audience-pages.ts';
import { campaignsOf } from '#shared/adapters/dynamodb/campaigns/campaigns.ts';
import { answeredRecipientsOf } from '#shared/adapters/dynamodb/campaigns/recipients/recipient-named.ts';
import { withRecipients } from '#shared/adapters/dynamodb/campaigns/recipients/recipients.ts';
import { runFeedbackOf } from '#shared/adapters/dynamodb/campaigns/runs/run-feedback.ts';
import { runRecordsOf } from '#shared/adapters/dynamodb/campaigns/runs/run-records.ts';
import { runsOf } from '#shared/adapters/dynamodb/campaigns/runs/runs.ts';
import { startsOf } from '#shared/adapters/dynamodb/campaigns/runs/starts.ts';
import { haltsOf, handOffHaltsOf } from '#shared/adapters/dynamodb/halts.ts';
import { jobsOf } from '#shared/adapters/dynamodb/jobs/jobs.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { storedNamesOf } from '#shared/adapters/dynamodb/ledger/stored-names.ts';
import { vetReadsOf } from '#shared/adapters/dynamodb/ledger/vet-reads.ts';
import { answeredMessagesOf } from '#shared/adapters/dynamodb/messages/answered-messages.ts';
import { claimsOf } from '#shared/adapters/dynamodb/messages/claims.ts';
import { dueListOf } from '#shared/adapters/dynamodb/messages/due-list.ts';
import { messageListsOf } from '#shared/adapters/dynamodb/messages/message-lists.ts';
import { messagesOf } from '#shared/adapters/dynamodb/messages/messages.ts';
import { namedTextsOf } from '#shared/adapters/dynamodb/messages/named-texts.ts';
import { reviewsOf } from '#shared/adapters/dynamodb/messages/reviews.ts';
import { sameAddressOf } from '#shared/adapters/dynamodb/messages/same-address.ts';
import { advertiserListOf } from '#shared/adapters/dynamodb/settings/advertiser-list.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import { apiKeysOf } from '#shared/adapters/dynamodb/settings/api-keys.ts';
import { replyCodesOf } from '#shared/adapters/dynamodb/settings/reply-codes.ts';
import { formVersionsOf, templateVersionsOf } from '#shared/adapters/dynamodb/settings/versions.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { eventBusOf } from '#shared/adapters/eventbridge/event-bus.ts';
import { contentsOf } from '#shared/adapters/s3/contents.ts';
import { journalOf } from '#shared/adapters/s3/journal.ts';
import { reportFilesOf } from '#shared/adapters/s3/report-files.ts';
import { sentValuesOf } from '#shared/adapters/s3/sent-values.ts';
import { sentVariantsOf } from '#shared/adapters/s3/sent-variants.ts';
import { configurationSetsOf } from '#shared/adapters/ses/configuration-sets.ts';
import { quotasOf } from '#shared/adapters/ses/quotas.ts';
import { emailBySes } from '#shared/adapters/ses/send-email.ts';
import { tenantStatusOf } from '#shared/adapters/ses/tenant-status.ts';
import { smsBySns } from '#shared/adapters/sns/send-sms.ts';
import { chunkQueueOf } from '#shared/adapters/sqs/chunk-queue.ts';
import { jobQueueOf } from '#shared/adapters/sqs/job-queue.ts';
import { parkingOf, sendQueueOf } from '#shared/adapters/sqs/send-queue.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import { expiryOf } from '#shared/law/readings/retention.ts';
import { NO_ADVERTISER_KEYS } from '#test/support/crypto/kms.ts';
import { bytesFrom, type Draws } from '../engine/draws.ts';
import { routedProviders } from '../routed/signed-route.ts';
import { clientsOf, type Services } from './clients.ts';
import type { Process, Simulation } from './process.ts';
import { tenantOf } from './tenants.ts';

const secretOf = (name: string): string =>
  JSON.stringify({ key1: `a-text-long-enough-to-derive-every-key-of-the-simulation-${name}` });
const TOKENS = tokensOf(secretOf('token'));
/** What the table calls everybody: the same in each run. */
export const FINGERPRINTS = fingerprintsOf(secretOf('fingerprint'));

const SETS = configurationSetsOf('aval-simulation-300s,aval-simulation-3600s,aval-simulation-50400s');

/** Names of the queues, which stand for their URLs. */
export const QUEUES = {
  send: 'send',
  parked: 'send-parked',
  outboxParked: 'outbox-parked',
  chunks: 'campaign',
  chunksParked: 'campaign-parked',
  jobs: 'jobs',
  jobsParked: 'jobs-parked',
  projectParked: 'project-parked',
} as const;

/** The ports that keep what is recorded. */
export const recordingPorts = (table: Table, clock: Clock, draws: Draws) => {
  const randomBytes = bytesFrom(draws('keys'));
  const deps = {
    ...table,
    vault: vaultOf({ keys: NO_ADVERTISER_KEYS, secret: async () => secretOf('data'), randomBytes }),
    clock,
  };
  const advertisers = advertisersOf(deps);
  return {
    deps,
    randomBytes,
    fingerprints: fingerprintsOf(secretOf('fingerprint'), storedNamesOf(table)),
    advertisers,
    formVersions: formVersionsOf(table),
    ledger: ledgerOf({
      ...deps,
      expiryOf: async (access, standing) => expiryOf(standing, await advertisers.get(access)),
    }),
  };
};

/** The codes of both advertisers, answered to from wherever readers of the simulation are: overseas too, as by no route of AWS. */
const REPLY_CODES = ['36105', '36106'].map((code) => ({ code, countries: ['FR', 'RE', 'YT', 'MQ'] }));

/** The ports of one process: the product's own adapters, over the clients of the simulation. */
export const portsOf = (sim: Simulation, services: Services, process: Process) => {
  const { table, s3, sqs, ses, account, tenantClient, sns, bus } = clientsOf(sim, services, process);
  const { clock, pause } = process;
  const { deps, randomBytes, ...recording } = recordingPorts(table, clock, sim.draws);
  return {
    ...recording,
    clock,
    pause,
    newId: () => Buffer.from(randomBytes(16)).toString('base64url'),
    tokens: async () => TOKENS,
    messages: messagesOf(deps),
    sentMessages: withRecipients(table, messagesOf(deps)),
    vetReads: vetReadsOf(deps),
    claims: claimsOf(table),
    runFeedback: runFeedbackOf({ ...table, clock }),
    operatorHalts: haltsOf(table),
    halts: handOffHaltsOf(table, undefined),
    templates: templateVersionsOf(table),
    reviews: reviewsOf(table),
    contents: contentsOf({ client: s3, bucket: 'contents' }),
    namedTexts: namedTextsOf(deps),
    variants: sentVariantsOf({ client: s3, bucket: 'contents' }),
    values: sentValuesOf({ client: s3, bucket: 'contents', clock, monthsOf: async () => 13 }),
    journal: journalOf(s3, 'journal'),
    bus: eventBusOf(bus, 'events'),
    providers: {
      email: emailBySes(ses, { sets: SETS, tenantOf }),
      ...(services.onPosted === undefined ? { sms: smsBySns(sns) } : routedProviders(services, process)),
    },
    textAnswers: { sms: { codes: REPLY_CODES }, mms: { codes: REPLY_CODES } },
    callAnswers: { keyPress: true },
    endedByRoute: services.onPosted === undefined ? [] : (['sms'] as const),
    sendQueue: { ...sendQueueOf(sqs, QUEUES.send), ...parkingOf(sqs, QUEUES.parked) },
    outboxParking: parkingOf(sqs, QUEUES.outboxParked),
    dueList: dueListOf(deps),
    messageLists: messageListsOf(deps),
    advertiserList: advertiserListOf(table),
    replyCodes: replyCodesOf(table),
    answeredMessages: { ...answeredMessagesOf(table), ...answeredRecipientsOf(deps) },
    sameAddress: sameAddressOf({
      names: async () => recording.fingerprints,
      stored: storedNamesOf(table),
      messages: messagesOf(deps),
      ...{ vetReads: vetReadsOf(deps), clock },
    }),
    apiKeys: apiKeysOf(table),
    jobs: jobsOf(deps),
    jobQueue: jobQueueOf(sqs, QUEUES.jobs),
    jobParking: parkingOf(sqs, QUEUES.jobsParked),
    reportFiles: reportFilesOf({ client: s3, bucket: 'uploads', clock }),
    runRecords: runRecordsOf(deps),
    audienceLists: audienceListsOf({ ...table, clock }),
    campaigns: campaignsOf(deps),
    starts: startsOf(deps),
    runs: runsOf(deps),
    audience: audiencePagesOf(deps),
    audienceIndex: audienceIndexOf(deps),
    queue: chunkQueueOf(sqs, QUEUES.chunks),
    chunkParking: parkingOf(sqs, QUEUES.chunksParked),
    projectParking: parkingOf(sqs, QUEUES.projectParked),
    quotas: quotasOf(account, { requests: 1, parts: 10 }),
    tenants: tenantStatusOf(tenantClient, tenantOf),
    publicBaseUrl: 'https://stop.maison-valmy.example',
    allowsLocalLinks: false,
  };
};
export type Ports = ReturnType<typeof portsOf>;
