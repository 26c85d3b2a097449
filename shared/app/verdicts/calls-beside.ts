import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { type Channel, isVoice } from '#shared/domain/message/channel.ts';
import { othersOfPerson } from '../contacts/others-of-person.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { sendsBesideOf } from './sends-beside.ts';
import type { SendsReads, VetInput, VetReads } from './vet-reads.port.ts';

/**
 * The calls to the other numbers of the person of a contact: those that are linked, and those of before and after a change of number, since
 * the quota is of calls to one consumer (D. 223-9 C. conso., al. 2).
 */
export const callsBesideOf =
  ({ ledger, sends }: { readonly ledger: Ledger; readonly sends: SendsReads }): NonNullable<VetReads['callsBeside']> =>
  async (access, contactId, at) => {
    const others = await othersOfPerson(ledger, access, contactId);
    const found = await Promise.all(others.map((each) => sends.of(access, each, at)));
    return found.flat().filter(({ channel }) => isVoice(channel));
  };

/** What is asked of a contact, to write to it on a channel. */
interface Asked {
  readonly contactId: ContactId;
  readonly channel: Channel;
  readonly at: Instant;
  /** The one that is written to; absent: the one that is kept. */
  readonly address: string | undefined;
}

/** What a vet needs of a message on this channel: also what was sent to addresses that the person left or took of late; of a call, the calls to other numbers of the person. */
export const readForChannel = async (
  vetReads: VetReads,
  access: AdvertiserAccess,
  { contactId, channel, at, address }: Asked,
): Promise<VetInput> => {
  const [input, callsBeside] = await Promise.all([
    vetReads.read(access, contactId, at, address),
    isVoice(channel) ? vetReads.callsBeside?.(access, contactId, at) : undefined,
  ]);
  const sendsBeside = await sendsBesideOf(vetReads, access, contactId, input, at);
  const withCalls = callsBeside === undefined ? input : { ...input, callsBeside };
  return sendsBeside.length === 0 ? withCalls : { ...withCalls, sendsBeside };
};
