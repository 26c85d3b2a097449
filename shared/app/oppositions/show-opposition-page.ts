import { type Advertiser, firstContactOf, publicNameOf } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { PageLook } from '#shared/domain/advertiser/page-look.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { shortReferenceOf } from '#shared/domain/message/short-reference.ts';
import { isOfRequest } from '#shared/domain/rights/identity-link.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { OppositionToken } from './tokens.port.ts';

/** What an opposition page shows: who writes and by which channel; never to whom. */
export interface OppositionNotice {
  readonly publicName: string;
  readonly legalName: string;
  /** The other names under which it writes, each once. Absent: none. */
  readonly otherNames?: readonly string[] | undefined;
  /** Where the advertiser can be reached: the first of mail address, telephone and URL, else its postal address. */
  readonly contact: string;
  /** What opens it: `mailto:` or `https:`. Absent: it is neither a mail address nor a URL. */
  readonly contactLink?: string | undefined;
  /** The contact page that it declared, an https URL. Absent: none. */
  readonly site?: string | undefined;
  /** It names forms by which a person can agree in the preference centre. */
  readonly hasForms?: boolean | undefined;
  readonly noticeUrl: string;
  readonly channel: Channel;
  readonly locale: 'fr' | 'en';
  /** What the reader can quote of the message that the link was in. Absent: it was in none, and is of a request (docs/decisions/0082). */
  readonly shortReference?: string | undefined;
  /** Its colour and logo. Absent: ours, and none. */
  readonly look?: PageLook | undefined;
}

/** A mail address is written as a URL has it; a telephone number is as it is to be shown, and may not be one to dial. */
const linkOf = ({ email, phone, url }: Advertiser['contact']): string | undefined => {
  if (email !== undefined) return `mailto:${encodeURIComponent(email).replace('%40', '@')}`;
  return phone === undefined ? url : undefined;
};

/** Its other trade names and what its mails show, each as it is written first. */
const otherNamesOf = ({ tradeNames, senders, ...of }: Advertiser): readonly string[] => {
  const shown = [...tradeNames, ...senders.email.flatMap(({ name }) => name ?? [])];
  const named = new Map(shown.toReversed().map((name) => [name.toLowerCase(), name]));
  named.delete(publicNameOf({ tradeNames, ...of }).toLowerCase());
  return [...named.values()].toReversed();
};

/** What is shown of an advertiser to whoever follows a link of its. */
export const noticeOf = (advertiser: Advertiser, link: OppositionToken): OppositionNotice => {
  const { contact, legalName } = advertiser;
  return {
    publicName: publicNameOf(advertiser),
    legalName,
    otherNames: otherNamesOf(advertiser),
    contact: firstContactOf(advertiser),
    contactLink: linkOf(contact),
    site: contact.url,
    hasForms: (advertiser.centreForms ?? []).length > 0,
    noticeUrl: advertiser.privacyNoticeUrl,
    channel: link.channel,
    locale: advertiser.locale,
    shortReference: isOfRequest(link.messageId) ? undefined : shortReferenceOf(link.messageId),
    look: advertiser.pageLook,
  };
};

/**
 * The advertiser behind a link. Writes nothing. Throws `advertiser-not-found` for a link older than its advertiser's
 * settings.
 */
export const showOppositionPage = async (
  ports: { readonly advertisers: Pick<Advertisers, 'get'> },
  access: AdvertiserAccess,
  link: OppositionToken,
): Promise<OppositionNotice> => noticeOf(await knownAdvertiser(ports.advertisers, access), link);
