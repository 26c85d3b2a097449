/** What "existing customer" and each condition of the exception rest on: a sale, its checkout form, the map of goods. */

import { APPROVER, daysAgo, type Fields, FORM, NOTICE_URL, OFFERED, SHOWN, SOLD, type World } from '../world.ts';
import { supplied } from './not-expressible.ts';

const USUAL_AGE_DAYS = 120;
const REFUSAL = '☐ Je ne veux pas recevoir d’offres.';

const CHECKOUT: Fields = {
  mode: 'web',
  wording: `Vos coordonnées servent à votre commande et à vous proposer des produits analogues. ${REFUSAL}`,
  notice: { version: '2023-01', url: NOTICE_URL },
  refusal: { words: REFUSAL },
  shown: SHOWN,
  approver: { ...APPROVER, approvedAt: '2021-01-04T09:00:00.000Z' },
};

const SALE_TYPES = {
  sale: 'order',
  service: 'service-contract',
  'free-service': 'free-account',
  'account-only': 'account-only',
  quote: 'quote',
  contest: 'contest',
  basket: 'basket',
  lead: 'lead',
} as const;

/** The relation by its kind: what it is worth is for the verdict to say. */
export const saleOrService = (world: World, kind: keyof typeof SALE_TYPES): World => ({
  ...world,
  form: CHECKOUT,
  sale: {
    reference: `CMD-${world.identity.advertiserId.slice(-8)}`,
    type: SALE_TYPES[kind],
    soldAt: daysAgo(world, USUAL_AGE_DAYS),
    lines: [{ category: SOLD }],
    form: FORM,
    coordinatesFrom: world.facts.collectedFrom === 'person' ? 'data-subject' : 'third-party',
  },
});

/** Another legal person sold. */
export const sameEntity = (world: World, was: boolean): World =>
  was ? world : { ...world, sale: { ...world.sale, sellerSiren: world.identity.otherSiren } };

/** The advertiser's own justified map of analogous goods has the pair, or has it not. */
export const similarOffer = (world: World, is: boolean): World => {
  const told = supplied(world, 'which goods are analogous (the advertiser’s map)');
  if (!is) return told;
  const analogy = { sold: SOLD, offered: [OFFERED], rationale: 'Qui achète un outil de jardin sème et plante.' };
  return { ...told, settings: { ...told.settings, analogies: [analogy] } };
};

/** No processing notice at the checkout. */
export const informedAtCollection = (world: World, was: boolean): World =>
  was ? world : { ...world, form: { ...world.form, notice: undefined } };

/** No way to refuse at the checkout. */
export const couldObjectAtCollection = (world: World, was: boolean): World =>
  was ? world : { ...world, form: { ...world.form, refusal: undefined } };

/** Whether a free account is paid for otherwise: a human decides once per advertiser and kind of relation (D6). */
export const indirectRemuneration = (world: World, is: boolean): World => ({
  ...world,
  decisions: [
    ...world.decisions,
    {
      cause: 'sale-type:free-account',
      decision: is ? 'allowed' : 'refused',
      reason: is ? 'Le compte gratuit ouvre une offre payante.' : 'Rien n’est vendu, ni directement ni indirectement.',
    },
  ],
});
