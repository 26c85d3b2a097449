import type { Comparison } from '#shared/channels/content/external.ts';
import { externalEmail } from '#shared/channels/email/external.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { mentionsOf } from '../mentions.ts';

export const MENTIONS = mentionsOf({});
export const OURS = MENTIONS.oppositionUrl;
const ROUTE: Comparison = {
  names: ['Caves Dubois'],
  noticeUrl: MENTIONS.noticeUrl,
  address: 'jeanne@exemple.example',
  sources: [],
  isOurLink: (url) => url === OURS,
  isOurHost: (url) => url.startsWith(new URL(OURS).origin),
  linkAloneSuffices: false,
};
/** A mail of another system, with a sheet of its own. */
export const pageOf = (style: string, body: string, attributes = '') =>
  `<html><head><style>${style}</style></head><body${attributes}><p>Publicité de Caves Dubois.</p>${body}</body></html>`;
/** What a verdict says of the link of ours in it: `refused`, `allowed`, or what a human is asked about, without what it was found in. */
export const judged = (html: string) => askedAbout(html).replace(/^(unseen-link)-[0-9a-f]{12}$/, '$1');

/** The same, with what it was found in. */
export const askedAbout = (html: string) => {
  const facts = externalEmail({
    email: { from: { address: 'a@dubois.example' }, subject: 'Nos vins', headers: [], html },
  }).factsFor(ROUTE, { senders: { email: [], sms: [] } } as unknown as Advertiser);
  if (!facts.carriesOppositionMeans) return 'refused';
  if (facts.oppositionMeansWork) return 'allowed';
  return facts.externalMeans?.[0] ?? 'refused';
};
