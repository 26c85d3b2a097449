import type { Why } from '#shared/channels/content/mentions.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Purpose } from '#shared/domain/message/channel.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import { type Missing, missing } from '#shared/domain/missing.ts';

/** The basis that a preview is to name, where its verdict names none. */
export interface StatedWhy {
  readonly basis: 'consent' | 'existing-customer' | 'donation' | 'membership' | 'legal-person';
  /** Absent: the instant of the preview. */
  readonly since?: Instant | undefined;
}

/** What a preview says of why: as stated, else what most messages of this class say. */
export const shownWhy = (
  template: Pick<TemplateVersion, 'class'>,
  purpose: Purpose,
  at: Instant,
  stated: StatedWhy = { basis: 'consent' },
): Why => {
  if (template.class === 'transactional') return { basis: 'service' };
  if (template.class === 'relational') return { basis: 'relation' };
  const asksToRenew = template.class === 'renewal-request' ? { asksToRenew: true as const } : {};
  const { basis, since = at } = stated;
  if (basis === 'legal-person') return { basis, ...asksToRenew };
  if (basis === 'consent') return { basis, since, areOffersOfPartners: purpose === 'partner-offers', ...asksToRenew };
  return { basis, since, ...asksToRenew };
};

/** Nobody recorded what these bytes say of why. */
export const WHY_IS_NOT_RECORDED: Missing = missing(
  '',
  {
    fr: 'Ce message ne partirait pas : ses octets sont montrés comme s’il était permis, et la phrase qui dit pourquoi ce lecteur le reçoit n’est fondée sur rien d’enregistré.',
    en: 'This message would not leave: its bytes are shown as if it were allowed, and the sentence on why this reader gets it rests on nothing recorded.',
  },
  {
    fr: 'Lisez le verdict : chaque motif dit quoi faire.',
    en: 'Read the verdict: each reason says what to do.',
  },
);
