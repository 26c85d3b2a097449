import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { allOf, settleAtMost } from '#shared/domain/at-most.ts';
import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { earlier } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { AdvertiserList } from '../oppositions/advertiser-list.port.ts';
import { registerOpposition } from '../oppositions/register-opposition.ts';
import type { Mailboxes, MailboxToken } from '../oppositions/tokens.port.ts';
import type { Pause } from '../pause.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { ALL_MAILS, KIND_OF_MAILS } from './of-mails.ts';

/** How the opposition of such a mail was found, kept with it. */
const MAILTO_MAPPING = 'mailto/1';
const AT_ONCE = 20;

/** A mail to a mailbox that `Mailboxes` made, as far as it counts: neither who it is from nor what it says does. */
export interface OppositionMail {
  /** Of the mail: the same again is the same act. */
  readonly mailId: string;
  /** When it was received. Absent: not known. */
  readonly receivedAt?: Instant | undefined;
  /** Those to whom the envelope was addressed at our domain. */
  readonly recipients: readonly string[];
  /** A mail that was sent back, with a null return path: nobody asked for anything (RFC 5321). */
  readonly hasComeBack: boolean;
}

export interface OppositionMailPorts {
  readonly mailboxes: Mailboxes;
  readonly advertiserList: AdvertiserList;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly pause: Pause;
}

/** What became of a mail. */
export interface AppliedMail {
  /** Each advertiser at which an opposition is registered. */
  readonly registered: readonly AdvertiserId[];
  /** Recipients that look like mailboxes of ours and are none: they were cut on their way, or invented. */
  readonly unreadable: number;
}

const localPartOf = (recipient: string): string => recipient.slice(0, recipient.lastIndexOf('@'));

const register = (ports: OppositionMailPorts, { mailId, receivedAt }: OppositionMail, token: MailboxToken) => {
  const { advertiserId, contactId, isRelational } = token;
  const act = sha256Of(`mailbox/${contactId}/${mailId}${isRelational ? '/relational' : ''}`);
  return registerOpposition(ports, {
    access: admit(advertiserId),
    contactId,
    addressKind: KIND_OF_MAILS,
    of: ALL_MAILS,
    via: 'link',
    // The mail may wait in a queue while the person agrees again: it counts from when it was received (OPP-4).
    ...(receivedAt === undefined ? {} : { occurredAt: earlier(receivedAt, ports.clock.now()) }),
    requestId: act,
    bodySha256: act,
    ...(isRelational ? { coversRelational: true as const } : {}),
    evidence: { sha256: sha256Of(`${contactId}/${mailId}`), reference: MAILTO_MAPPING },
    actor: { by: 'person' },
  });
};

/**
 * Registers the opposition of a mail to the mailbox that a message named beside its link (RFC 2369): mails of the advertiser to
 * that one address end. The mailbox alone decides, also where the mail is called spam: it carries what only the message said.
 * One that came back changes nothing. Throws what can be tried again; at one advertiser that fails the others register it.
 */
export const opposeByMail = async (ports: OppositionMailPorts, mail: OppositionMail): Promise<AppliedMail> => {
  if (mail.hasComeBack) return { registered: [], unreadable: 0 };
  const names = [...new Set(mail.recipients.map(localPartOf))].filter((name) => ports.mailboxes.read(name, []));
  if (names.length === 0) return { registered: [], unreadable: 0 };
  const everyone = await ports.advertiserList.all();
  const read = names.map((name) => ports.mailboxes.read(name, everyone) ?? []);
  const tokens = read.flat();
  allOf(await settleAtMost(AT_ONCE, tokens, (token) => register(ports, mail, token)));
  return {
    registered: tokens.map(({ advertiserId }) => advertiserId),
    unreadable: read.filter((found) => found.length === 0).length,
  };
};
