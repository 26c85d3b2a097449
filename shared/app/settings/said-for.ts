import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { hostsOf } from '#shared/domain/advertiser/own-hosts.ts';
import type { SaidFor } from '#shared/domain/message/said-for.ts';
import type { TemplateVersionContent } from '#shared/domain/message/template.ts';

/** Categories that the advertiser's settings speak of: the names of goods that are known here. */
const productsOf = ({ analogies, offers, professionalOffers }: Advertiser): readonly string[] => [
  ...analogies.flatMap(({ sold, offered }) => [sold, ...offered]),
  ...offers.map(({ category }) => category),
  ...professionalOffers.flatMap(({ offered }) => offered),
];

/** What texts of a template are held against: only a transactional one has a reason to keep to. */
export const saidFor = (
  { class: declared, reason }: Pick<TemplateVersionContent, 'class' | 'reason'>,
  advertiser: Advertiser,
): SaidFor => ({
  reason: declared === 'transactional' ? reason : undefined,
  ownHosts: hostsOf(advertiser),
  products: productsOf(advertiser),
});
