import * as z from 'zod/mini';
import { contactOf } from '#shared/app/contacts/contact-of.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import { callsBesideOf } from '#shared/app/verdicts/calls-beside.ts';
import { giveVerdicts, requestOn } from '#shared/app/verdicts/give-verdicts.ts';
import { addressOf, ContactAddress } from '#shared/contracts/http/contact-address.ts';
import { askedMessages, giveVerdictsRoute } from '#shared/contracts/http/routes/give-verdicts.ts';
import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { messageIdOf } from '#shared/domain/contact/fingerprint.ts';
import { Failure } from '#shared/domain/failure.ts';
import { AdvertiserId, type ContactId, type Instant } from '#shared/domain/ids.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding, foldLedger, type Standing } from '#shared/domain/ledger/standing.ts';
import { Channel } from '#shared/domain/message/channel.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import type { ReviewDecision } from '#shared/domain/review/review.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { parseEach } from '#shared/edge/validate.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import type { RecordingCall } from '../acceptance/requests.ts';
import type { Act, Opinion, World } from '../oracle/world.ts';
import { decideInProcess, type Named, recordInProcess } from '../support/in-process/record.ts';
import { type Stores, storesInMemory } from '../support/in-process/stores.ts';
import { agreeOnOurPage, OTHER_ACTS } from './other-acts.ts';
import { ownLinksOf } from './own-links.ts';
import { putVersions } from './versions.ts';

const ADVERTISER = 'maison-ablette';
const ACCESS: AdvertiserAccess = admit(z.parse(AdvertiserId, ADVERTISER));

/** Any of these words is read as an opposition: the second of everything. */
const STOP = 'STOP';
const NEVER_AGAIN = 'Ne me contactez plus';

/** A reply by SMS, which says what it says: a STOP. */
const reply = async (stores: Stores, from: string, of: OppositionScope, index: number): Promise<Named> => {
  const text = of.scope === 'global' ? NEVER_AGAIN : STOP;
  const replyCodes = { advertisersOf: async () => [ACCESS.advertiserId] };
  const advertiserList = { all: replyCodes.advertisersOf };
  const ports = {
    ...stores,
    replyCodes,
    advertiserList,
    answeredMessages: { withProviderId: async () => [], recipientNamed: async () => undefined },
    vetReads: { read: () => Promise.reject(new Error('one advertiser alone')) },
    doubtfulReplies: { open: () => Promise.reject(new Error('no words here are doubtful')) },
    shareOut: () => Promise.reject(new Error('one advertiser alone')),
  };
  await applySmsReply(ports, { replyId: `reply-${index}`, from, replyCode: '36180', text });
  return {};
};

/** An opposition that came to us: by a link, a provider's one click, or a reply. */
const observe = async (stores: Stores, act: Act, contact: unknown, index: number): Promise<Named> => {
  const address = asAddress(contact);
  const { contactId, addressKind } = await contactOf(stores.fingerprints, ACCESS, address);
  const of = z.parse(OppositionScope, act.body.of);
  if (act.observed === 'sms-reply') return reply(stores, address.value, of, index);
  const request = { requestId: `seen-${index}`, bodySha256: `seen-${index}` };
  const actor = { by: 'person' } as const;
  const via = act.observed === 'one-click' ? act.observed : ('link' as const);
  // No message of ours is known that held the link, so that nobody can say that it was no relational one.
  const seen = { access: ACCESS, contactId, addressKind, of, via, coversRelational: true as const, ...request, actor };
  const { id } = await registerOpposition(stores, seen);
  return { recordId: id };
};

/** Acts whose body says of whom it speaks. */
const OF_A_CONTACT: readonly Act['kind'][] = ['contact', 'consent', 'sale', 'activity', 'opposition'];

const record = (stores: Stores, world: World, act: Act, index: number, named: Named): Promise<Named> => {
  const contact = world.addresses[act.address];
  const told = { access: ACCESS, contact, addresses: world.addresses, act, index, named };
  if (act.observed === 'hosted') return agreeOnOurPage(stores, told);
  if (act.observed !== undefined) return observe(stores, act, contact, index);
  const other = OTHER_ACTS[act.kind];
  if (other !== undefined) return other(stores, told);
  const whole = OF_A_CONTACT.includes(act.kind) ? { advertiserId: ADVERTISER, contact, ...act.body } : act.body;
  return recordInProcess(stores, ACCESS, { kind: act.kind as RecordingCall['kind'], body: whole }, { index, named });
};

/** Records every act and decision; the facts of which something else changes what is stored then. */
const recordAll = async (stores: Stores, world: World): Promise<ReadonlySet<string>> => {
  const recorded: Named[] = [];
  for (const [index, act] of world.acts.entries()) {
    stores.setTo(Date.parse(act.recordedAt));
    const named = act.ofAct === undefined ? {} : (recorded[act.ofAct] ?? {});
    recorded.push(await record(stores, world, act, index, named));
  }
  for (const [index, { cause, decidedAt, body }] of world.decisions.entries()) {
    stores.setTo(Date.parse(decidedAt));
    await decideInProcess(stores, ACCESS, { cause, body }, world.acts.length + index);
  }
  return new Set(world.acts.flatMap(({ altered }, index) => (altered ? [String(recorded[index]?.recordId)] : [])));
};

/** A standing in which these facts do not match their seals any more. */
const withAltered = (standing: Standing | undefined, facts: ReadonlySet<string>): Standing | undefined => {
  const alteredOf = <Fact extends { readonly id: string; readonly seal: string }>(fact: Fact): Fact =>
    facts.has(fact.id) ? { ...fact, seal: '0'.repeat(fact.seal.length) } : fact;
  return standing && { ...standing, consents: standing.consents.map(alteredOf), sales: standing.sales.map(alteredOf) };
};

const asAddress = (contact: unknown) => addressOf(z.parse(ContactAddress, contact));

/**
 * What is known of a contact at the moment of the clock. Where its address is left or corrected later, and nothing is known of any other, that is known
 * too, and the law is asked for a time before it; where anything else comes later, the ledger is replayed up to the moment (P4).
 */
const standingAt = async (stores: Stores, { acts }: World, contactId: ContactId): Promise<Standing | undefined> => {
  const standing = await stores.ledger.readStanding(ACCESS, contactId);
  const now = stores.clock.now();
  const later = acts.filter(({ recordedAt }) => Date.parse(recordedAt) > Date.parse(now));
  const isLeft = acts.every(({ address }) => address === 0) && later.every(({ kind }) => kind === 'moved');
  if (standing === undefined || later.length === 0 || isLeft) return standing;
  const events = (await stores.ledger.listEvents(ACCESS, contactId)).filter(({ recordedAt }) => recordedAt <= now);
  const [first] = events;
  return first && foldLedger(emptyStanding(standing, first.recordedAt), events);
};

/** The ledger, of which everything can be read. */
const glimpsed = ({ ledger }: Stores): Stores['ledger'] => ({
  ...ledger,
  glimpse: {
    ...ledger.glimpse,
    contact: async (access, contactId) => {
      const standing = await ledger.readStanding(access, contactId);
      const { person, movedTo } = standing ?? {};
      return { isThere: standing !== undefined, position: standing?.seq ?? 0, person, movedTo };
    },
  },
});

/** The ledger as it was at the moment of the clock: what was recorded later is not in it. Acts are in the order in which they were recorded. */
const storesNow = async (stores: Stores, world: World): Promise<Stores> => {
  const now = stores.clock.now();
  const acts = world.acts.filter(({ recordedAt }) => recordedAt <= now);
  if (acts.length === world.acts.length) return stores;
  const then = storesInMemory(Math.min(Date.parse(now), ...acts.map(({ recordedAt }) => Date.parse(recordedAt))));
  const known = { ...world, acts, decisions: [] };
  await putVersions(then, ACCESS, known);
  await recordAll(then, known);
  return then;
};

/** What was handed over to an address before, as claims count it. */
const sendsOf = ({ sent }: World, address: number) =>
  [
    ...Map.groupBy(
      sent.filter((each) => (each.address ?? 0) === address),
      ({ channel, at }) => `${channel} ${at.slice(0, 7)}`,
    ).values(),
  ].map((entries) => ({
    month: String(entries[0]?.at.slice(0, 7)),
    channel: z.parse(Channel, entries[0]?.channel),
    entries: entries.map(({ at, asksToRenew, class: noted }, index) => ({
      messageId: messageIdOf(`${address} ${at} ${index}`),
      claimedAt: toInstant(Date.parse(at)),
      claimToken: `token-${index}`,
      result: 'sent' as const,
      ...(asksToRenew ? { asksToRenew } : {}),
      ...(noted ? { class: noted } : {}),
    })),
    revision: entries.length,
  }));

/** The ledger that a world leads to, and a way to ask it about the message of the world at some moment (ms). */
export interface Built {
  readonly verdictAt: (at: number) => Promise<StoredVerdict>;
  /** What the law itself is asked at the moment of the world, with what humans decided. */
  readonly request: () => Promise<VetRequest>;
  /** Every event of the contact that the message of the world goes to. */
  readonly events: () => Promise<readonly LedgerEvent[]>;
}

/**
 * Builds a world through the ledger: everything is parsed by the schemas of the routes and recorded by their use cases,
 * in memory, at the moment at which it reached us. Throws the `Failure` of what a route would refuse.
 */
export const build = async (world: World): Promise<Built> => {
  const at = Date.parse(world.at);
  const stores = storesInMemory(Math.min(at, ...world.acts.map(({ recordedAt }) => Date.parse(recordedAt))));
  await putVersions(stores, ACCESS, world);
  const altered = await recordAll(stores, world);
  const addressOfContact = new Map<string, number>();
  for (const [index, contact] of world.addresses.entries())
    addressOfContact.set((await contactOf(stores.fingerprints, ACCESS, asAddress(contact))).contactId, index);
  const sendsTo = async (contactId: ContactId) => sendsOf(world, addressOfContact.get(contactId) ?? -1);
  const vetReads = {
    callsBeside: async (access: AdvertiserAccess, contactId: ContactId, now: Instant) => {
      const sends = { of: async (_: AdvertiserAccess, each: ContactId) => sendsTo(each) };
      return callsBesideOf({ ledger: glimpsed(await storesNow(stores, world)), sends })(access, contactId, now);
    },
    read: async (_: AdvertiserAccess, contactId: ContactId) => ({
      standing: withAltered(await standingAt(stores, world, contactId), altered),
      sends: await sendsTo(contactId),
      address: undefined,
      readAt: stores.clock.now(),
    }),
  };
  const ports = { ...stores, ...(await ownLinksOf(stores, ACCESS, world)), vetReads };
  const item = { contact: world.addresses[0], ...world.message };
  const items = askedMessages(parseEach(giveVerdictsRoute.item, [item]));
  const verdictAt = async (moment: number): Promise<StoredVerdict> => {
    // Who gives a verdict asks for the first time; what was allowed is judged again by the sender.
    if (world.allowedAt !== undefined) {
      const { request: judged, found } = await toJudgeAt(moment);
      return found === undefined ? vet(judged) : vetBytes(judged, vet(judged), found);
    }
    stores.setTo(moment);
    const [given] = await giveVerdicts(ports, { access: ACCESS, items });
    if (given === undefined || given instanceof Failure) throw given ?? new Error('no answer');
    return given.verdict;
  };
  /** Where the ledger of the contact was when the message was allowed. */
  const allowedAtSeq = async ({ standing }: Pick<VetRequest, 'standing'>): Promise<{ allowedAtSeq?: number }> => {
    if (world.allowedAt === undefined) return {};
    const allowedAt = Date.parse(world.allowedAt);
    const events = standing === undefined ? [] : await stores.ledger.listEvents(ACCESS, standing.contactId);
    const before = events.filter(({ recordedAt }) => Date.parse(recordedAt) <= allowedAt);
    return { allowedAtSeq: Math.max(0, ...before.map(({ seq }) => seq)) };
  };
  const toJudgeAt = async (moment: number): Promise<{ request: VetRequest; found: BytesFacts | undefined }> => {
    stores.setTo(moment);
    const [asked] = items;
    if (asked === undefined || asked instanceof Failure) throw asked ?? new Error('no message');
    const { request: judged, found } = await requestOn(ports, ACCESS, asked);
    const decided = new Map<string, ReviewDecision | undefined>();
    for (const { cause } of world.decisions) decided.set(cause, (await stores.reviews.find(ACCESS, cause))?.decision);
    return { request: { ...judged, ...(await allowedAtSeq(judged)), decisions: (cause) => decided.get(cause) }, found };
  };
  const request = async (): Promise<VetRequest> => (await toJudgeAt(at)).request;
  const events = async (): Promise<readonly LedgerEvent[]> => {
    const { standing } = await request();
    return standing === undefined ? [] : stores.ledger.listEvents(ACCESS, standing.contactId);
  };
  return { verdictAt, request, events };
};

/** The verdict on the message of a world at its moment. */
export const verdictOf = async (world: World): Promise<StoredVerdict> =>
  (await build(world)).verdictAt(Date.parse(world.at));

/** The same as an opinion: the outcome, and the code of the first reason. */
export const opinionOf = ({ outcome, reasons }: Pick<StoredVerdict, 'outcome' | 'reasons'>): Opinion => ({
  outcome,
  primary: reasons[0]?.code ?? 'none',
});
