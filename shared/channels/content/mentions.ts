import type { FooterColours } from '#shared/domain/advertiser/footer-colours.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';

/**
 * What a message must contain besides its author's words: who writes, why, how to stop, and where the processing is
 * explained (L. 34-5 al. 5 CPCE, GDPR 13, 14 and 21, D12).
 */
export interface Mentions {
  readonly language: ReaderLanguage;
  /** Every name under which the advertiser may be recognised, legal name first. */
  readonly advertiserNames: readonly string[];
  /** The name a reader knows; first in an SMS, in From and in the footer. */
  readonly publicName: string;
  readonly legalName: string;
  readonly postalAddress?: string | undefined;
  /** Where the advertiser can be reached: mail address, telephone or URL. */
  readonly contact: string;
  readonly noticeUrl: string;
  /** Personal opposition link: `https://<host>/o/<token>`. */
  readonly oppositionUrl: string;
  /** What its reader can quote, so that the message is found again. */
  readonly shortReference?: string | undefined;
  /** A mail to this address is a stop by itself, made for this reader. It comes before the next. */
  readonly oppositionMailbox?: string | undefined;
  /** Monitored mailbox for the mailto alternative (RFC 2369), if configured. */
  readonly oppositionInbox?: string | undefined;
  /** Why this reader gets it, true by the verdict: the basis and its date (UTC instant). */
  readonly why: Why;
  /** Where the coordinates come from, when the first message to their owner must say it (GDPR 14(3)(b)). */
  readonly sourceToName?: string | undefined;
  /** The colours of the block in the HTML part. Absent: dark grey on light grey. */
  readonly colours?: FooterColours | undefined;
  /** It tries a template, and says so first. */
  readonly isTest?: true | undefined;
  /** SMS: the code that receives STOP for this sender. */
  readonly replyCode?: string | undefined;
  readonly maxSegments?: number | undefined;
}

/** A message that the reader's own act or contract calls for says who writes and how to reach them, and no more (D5). */
export const isService = ({ why }: Pick<Mentions, 'why'>): boolean => why.basis === 'service';

/** How such a message is named to a provider: as no prospecting. Absent: it is, or may be. */
export const ofService = (mentions: Pick<Mentions, 'why'>): { readonly isService?: true } =>
  isService(mentions) ? { isService: true } : {};

export type Why = BasisOfWhy & {
  /** It asks whether its reader wants to stay, and offers nothing (RET-4). */
  readonly asksToRenew?: true | undefined;
};

type BasisOfWhy =
  | {
      readonly basis: 'consent';
      readonly since: string;
      /** The consent is to offers of the advertiser's partners, which the advertiser sends (purpose `partner-offers`). */
      readonly areOffersOfPartners?: boolean | undefined;
      /** Partner that collected it, named in the message. */
      readonly collectedBy?: string | undefined;
      /** When it was recorded: offers since then had to name that partner. */
      readonly heldSince?: string | undefined;
    }
  | { readonly basis: 'existing-customer'; readonly since: string }
  /** A donor or a member, who gets an appeal that sells nothing (D28). */
  | { readonly basis: 'donation' | 'membership'; readonly since: string }
  | { readonly basis: 'professional-interest'; readonly source: string; readonly since?: string | undefined }
  | { readonly basis: 'legal-person' }
  /** A relational message: no word on advertising, and the means to refuse the next ones. */
  | { readonly basis: 'relation' }
  /** A test of a template: its reader agreed, on this day, to receive tests. */
  | {
      readonly basis: 'test';
      readonly since: string;
      /** The template is relational: no word on advertising. Absent: it is prospecting. */
      readonly isNoAdvertising?: true | undefined;
    }
  /** Transactional: the message contains identity and contact, no means to oppose and no word on advertising (D5). */
  | { readonly basis: 'service' };
