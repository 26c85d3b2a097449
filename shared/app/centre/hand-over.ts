import type { CodeChannel } from '#shared/channels/codes/carriers.ts';
import type { Outgoing } from '#shared/channels/renderings.ts';
import type { MessageId } from '#shared/domain/ids.ts';
import type { NewId } from '../clock.port.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import type { HandOff, Provider } from '../send/providers.port.ts';

export interface HandOverPorts {
  readonly newId: NewId;
  readonly providers: { readonly [Name in CodeChannel]: Provider<Outgoing[Name]> };
  /** The URL to which a provider brings what is answered to what was handed over, and which opens nothing. Absent: it brings that otherwise. */
  readonly answeredAt: { readonly [Name in CodeChannel]?: ((link: OppositionToken) => Promise<string>) | undefined };
}

interface HandOver<Name extends CodeChannel> {
  /** `undefined`: the advertiser has no sender for it. */
  readonly outgoing: Outgoing[Name] | undefined;
  readonly link: OppositionToken;
  readonly validForSeconds: number;
}

/** The provider has this long. */
const TIMEOUT_MS = 5_000;

/** It is answered at a link of its own, and never settles the message of the link by which it was asked for. */
const callbackOf = async (
  { answeredAt }: HandOverPorts,
  carrier: CodeChannel,
  link: OppositionToken,
): Promise<{ readonly callbackUrl?: string }> => {
  const urlOf = answeredAt[carrier];
  return urlOf === undefined ? {} : { callbackUrl: await urlOf({ ...link, channel: carrier }) };
};

/** Hands over what a person asked for in the centre: no message of an advertiser, so that nothing is vetted, counted or tracked. */
export const handOver = async <Name extends CodeChannel>(
  ports: HandOverPorts,
  carrier: Name,
  { outgoing, link, validForSeconds }: HandOver<Name>,
): Promise<HandOff> => {
  if (outgoing === undefined) return { answer: 'not-taken', retryable: false, cause: 'no-sender' };
  const messageId = `msg_${ports.newId()}` as MessageId;
  const { advertiserId, contactId } = link;
  const called = await callbackOf(ports, carrier, { ...link, messageId });
  const terms = { timeoutMs: TIMEOUT_MS, validForSeconds, ...called };
  return ports.providers[carrier](outgoing, { advertiserId, messageId, contactId, isAnswer: true }, terms);
};
