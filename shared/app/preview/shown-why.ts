import type { Why } from '#shared/channels/content/mentions.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Purpose } from '#shared/domain/message/channel.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
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

/** As what the template of a message is shown: what was judged to be prospecting speaks as prospecting does. */
export const judgedAs = (
  template: Pick<TemplateVersion, 'class'>,
  { notes }: Pick<StoredVerdict, 'notes'>,
): Pick<TemplateVersion, 'class'> =>
  notes.some(({ code }) => code === 'MIXED_CONTENT_REQUALIFIED') ? { class: 'prospecting' } : template;

/** Nothing was stated but the class of the template, which is recorded; `undefined`: the verdict says why. */
export const restsOnRecords = (why: Why | undefined): boolean =>
  why === undefined || why.basis === 'service' || why.basis === 'relation';

/** Nobody recorded what these bytes say of why. */
export const WHY_IS_NOT_RECORDED: Missing = missing(
  '',
  {
    fr: 'Ce message ne partirait pas : il est montré comme s’il était permis, et la phrase qui dit à ce lecteur pourquoi il le reçoit ne repose sur rien d’enregistré.',
    en: 'This message would not leave: it is shown as if it were allowed, and the sentence on why this reader gets it rests on nothing recorded.',
  },
  {
    fr: 'Lisez le verdict : chaque motif dit quoi faire.',
    en: 'Read the verdict: each reason says what to do.',
  },
);
