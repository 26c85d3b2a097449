import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { settleAtMost } from '#shared/domain/at-most.ts';
import { messageNotFound } from '#shared/domain/failure.ts';
import type { AdvertiserId, FactId } from '#shared/domain/ids.ts';
import { purposeOfMessage } from '#shared/domain/message/channel.ts';
import type { Claim, Message } from '#shared/domain/message/message.ts';
import { type HandedOff, ignoredOpposition } from '#shared/domain/opposition/ignored-opposition.ts';
import { roundRobin } from '#shared/domain/round-robin.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { Messages } from '../messages/messages.port.ts';
import type { TemplateVersions } from '../settings/versions.port.ts';
import type { HandOffs, SendsOfContact } from './hand-offs.port.ts';

/** This hour and the two before it: what one run does not look at, or does not live to, the next one does. */
const HOURS = 3;
const LISTS_AT_ONCE = 8;
const CONTACTS_AT_ONCE = 8;

interface Ports {
  readonly clock: Clock;
  readonly handOffs: HandOffs;
  readonly messages: Pick<Messages, 'get'>;
  readonly templates: Pick<TemplateVersions, 'get'>;
}

/** A message that was handed off against an opposition. Ids alone. */
interface Ignored {
  readonly advertiserId: AdvertiserId;
  readonly messageId: Message['messageId'];
  readonly contactId: Message['contactId'];
  /** The opposition. */
  readonly factId: FactId;
}

interface Audit {
  /** Hand-offs that were looked at. */
  readonly count: number;
  readonly ignored: readonly Ignored[];
  /** False: its time ended before it had looked at all, or something could not be read. */
  readonly isWhole: boolean;
}

/** What the message was, by its template: blocks that promote make it prospecting, unless the verdict says that they were left out. */
const classOf = async ({ templates }: Ports, message: Message): Promise<HandedOff['class']> => {
  const { template, test, verdict, advertiserId } = message;
  if (template === undefined || test === true) return 'prospecting';
  const version = await templates.get(admit(advertiserId), template);
  const withBlocks =
    version?.withoutBlocksSha256 !== undefined &&
    verdict?.notes.some(({ code }) => code === 'PROSPECTING_BLOCKS_LEFT_OUT') !== true;
  return version === undefined || withBlocks ? 'prospecting' : version.class;
};

/** The hand-off of a claim, with what its message was. Throws where the message is gone. */
const handedOffOf = async (
  ports: Ports,
  { advertiserId, contactId, channel }: SendsOfContact,
  { messageId, claimedAt }: Claim,
): Promise<HandedOff> => {
  const message = await ports.messages.get(admit(advertiserId), messageId, contactId);
  if (message === undefined) throw messageNotFound();
  const { verdict } = message;
  const purpose = purposeOfMessage(message.purpose);
  const kind = await classOf(ports, message);
  // A refusal is the verdict of another worker: it let nothing go, and says nothing of what whoever claimed had read.
  const readTo = verdict?.outcome === 'refuse' ? undefined : verdict?.seq;
  return { at: claimedAt, messageId, contactId, channel, purpose, class: kind, readTo };
};

/**
 * Compares what was claimed in the last hours, and so handed off, with the oppositions in the ledgers of those who got it, and
 * gives each that went out against one. It uses nothing of the vet (docs/decisions/0048). What cannot be read stops nothing else.
 */
export const auditHandOffs = async (ports: Ports, hasTime: () => boolean): Promise<Audit> => {
  const now = ports.clock.now();
  const hours = Array.from({ length: HOURS }, (_, hour) => addSeconds(now, -hour * 3600));
  const since = addSeconds(now, -HOURS * 3600);
  const ignored: Ignored[] = [];
  let count = 0;
  let unreadable = 0;
  const look = async (sends: SendsOfContact): Promise<void> => {
    const { entries, events, unreadable: ofLedger } = await ports.handOffs.read(admit(sends.advertiserId), sends);
    unreadable += ofLedger;
    for (const claim of entries.filter(({ claimedAt }) => claimedAt > since)) {
      count += 1;
      const factId = ignoredOpposition(events, await handedOffOf(ports, sends, claim));
      const { advertiserId, contactId } = sends;
      if (factId !== undefined) ignored.push({ advertiserId, messageId: claim.messageId, contactId, factId });
    }
  };
  async function* lookedAt(list: AsyncGenerator<readonly SendsOfContact[]>): AsyncGenerator<number> {
    for await (const page of list) {
      const looks = await settleAtMost(CONTACTS_AT_ONCE, page, look);
      unreadable += looks.filter(({ status }) => status === 'rejected').length;
      yield page.length;
    }
  }
  const lists = hours.flatMap((hour) => ports.handOffs.handedOffIn(hour));
  const { isWhole } = await roundRobin(lists.map(lookedAt), { atOnce: LISTS_AT_ONCE, hasTime });
  return { count, ignored, isWhole: isWhole && unreadable === 0 };
};
