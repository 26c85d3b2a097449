import type { FactId, MessageId } from '#shared/domain/ids.ts';
import { isOfRequest } from '#shared/domain/rights/identity-link.ts';
import type { Clock } from '../clock.port.ts';
import type { Pause } from '../pause.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { coveredAt } from '../settings/stop-covers.ts';
import { actAt, type RegisteredOpposition, type RegisterOpposition } from './act-of-opposition.ts';
import { registerOpposition } from './register-opposition.ts';
import type { SameAddress } from './same-address.port.ts';

/** Registers what answers a message, by a name that the message carries rather than by an address. */
export interface AnsweringPorts {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly pause: Pause;
  readonly sameAddress: SameAddress;
}

/** An opposition, and the same at the other names of its address. */
export interface AnsweredOpposition extends RegisteredOpposition {
  readonly others: readonly FactId[];
}

/**
 * Registers an opposition at the contact that a message names, and at whatever contact its address is under another key or in another spelling: the address may
 * have become a contact after the message was accepted. The name of the message comes first: from then on no other contact of the address
 * can be stored, and one that was stored before is found. By the link of a request there is no message, and none is noted. Throws as `registerOpposition`.
 */
export const opposeAsAnswer = async (
  ports: AnsweringPorts,
  command: RegisterOpposition & { readonly messageId: MessageId },
): Promise<AnsweredOpposition> => {
  if (isOfRequest(command.messageId))
    return { ...(await registerOpposition(ports, { ...command, messageId: undefined })), others: [] };
  const registered = await registerOpposition(ports, command);
  const others: FactId[] = [];
  for (const other of await ports.sameAddress.othersOf(command.access, command))
    others.push((await registerOpposition(ports, actAt(other, command))).id);
  return { ...registered, others };
};

/** The same, where what answers may be a STOP, whose advertiser chose what one covers. */
export interface StopPorts extends AnsweringPorts {
  readonly advertisers: Pick<Advertisers, 'get'>;
}

/**
 * The same of what a provider reports that a person said: a STOP covers what its advertiser chose, whoever brings it. Throws as
 * `opposeAsAnswer`, and where the settings can be read later.
 */
export const opposeByReport = async (
  ports: StopPorts,
  command: Parameters<typeof opposeAsAnswer>[1],
): Promise<AnsweredOpposition> =>
  opposeAsAnswer(ports, { ...command, of: await coveredAt(ports.advertisers, command.access, command.of) });
