import { createHash } from 'node:crypto';
import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { addressKindOf, familyOf } from '#shared/domain/message/channel.ts';
import type { OppositionScope, Via } from '#shared/domain/opposition/opposition.ts';
import { isOfRequest } from '#shared/domain/rights/identity-link.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { coversRelational, type MessageReads, messageOpposed } from './message-opposed.ts';
import { type AnsweringPorts, opposeAsAnswer } from './oppose-as-answer.ts';
import { type OppositionNotice, showOppositionPage } from './show-opposition-page.ts';
import type { OppositionToken } from './tokens.port.ts';

/** What came with the link: a mailbox provider's one click (RFC 8058), or a person's button. */
export interface OpposeByLink {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  readonly isOneClick: boolean;
  /** The person chose everything from this advertiser, rather than the message's channel. */
  readonly everything: boolean;
  /** What the person chose in the preference centre, once for all messages or narrower. Absent: see above. */
  readonly chosen?: OppositionScope | undefined;
  /** The person typed a code that was sent to the address: it is they who speak, for all their contacts (D1). */
  readonly isKnown?: boolean | undefined;
  /** Called once it is recorded. */
  readonly onRecorded?: (() => void) | undefined;
  /** SHA-256 of the body received, kept as evidence (UNS-3). */
  readonly receivedSha256: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const oppositionScopeOf = ({ everything, chosen, link }: OpposeByLink): OppositionScope =>
  chosen ?? (everything ? { scope: 'global' } : { scope: 'channel', channels: [...familyOf(link.channel)] });

/** Choosing everything is an act of the person on our page; the rest is the link's or the provider's. */
const viaOf = ({ everything, chosen, isKnown, isOneClick }: OpposeByLink): Via => {
  if (everything || isKnown || chosen?.scope === 'global') return 'preference-page';
  return isOneClick ? 'one-click' : 'link';
};

/** What makes the act the same when it comes again. */
const nameOf = (command: OpposeByLink): readonly unknown[] => {
  const { link, chosen } = command;
  const of = oppositionScopeOf(command);
  if (chosen === undefined) return ['opposition-link', link.messageId, link.contactId, of.scope];
  return ['preference-centre', link.messageId, link.contactId, of, viaOf(command)];
};

/**
 * Registers the opposition of a link: all purposes of the message's channel family, for that address alone, or
 * everything from the advertiser for the person's contacts (D1), or what they chose in the preference centre. The act is named after its link, so that a click
 * repeated, or one by the provider and one by the reader, are one opposition. The link of a relational message stops such
 * messages too; that of a request was in no message. Resolves once it is recorded (P2); throws `dependency-unavailable` when it is not.
 */
export const opposeByLink = async (
  ports: MessageReads & AnsweringPorts & { readonly advertisers: Advertisers },
  command: OpposeByLink,
): Promise<OppositionNotice | undefined> => {
  const { access, link } = command;
  const act = sha256(JSON.stringify(nameOf(command)));
  const isWider =
    !isOfRequest(link.messageId) &&
    coversRelational(await messageOpposed(ports, access, link.messageId, link.contactId));
  await opposeAsAnswer(ports, {
    access,
    contactId: link.contactId,
    addressKind: addressKindOf(link.channel) ?? KIND_NOT_KNOWN,
    of: oppositionScopeOf(command),
    via: viaOf(command),
    requestId: act,
    bodySha256: act,
    messageId: link.messageId,
    ...(isWider ? { coversRelational: true } : {}),
    evidence: { sha256: command.receivedSha256 },
    actor: { by: 'person' },
  });
  command.onRecorded?.();
  return showOppositionPage(ports, access, link).catch(() => undefined);
};
