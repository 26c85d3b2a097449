/**
 * Signs that a text offers something (D5): a price, a discount, goods by their name, a call to buy. Generous by
 * decision: a sign found in a transactional template costs one review; one missed writes to people who opposed.
 */
export const OFFER_SIGNS = ['price', 'discount', 'product', 'call-to-buy'] as const;
export type OfferSign = (typeof OFFER_SIGNS)[number];

/**
 * Version of the lists below; the signs found are stored with the template, so that a change does not judge old
 * versions again.
 */
const PATTERNS: Readonly<Record<Exclude<OfferSign, 'product'>, RegExp>> = {
  price: /\d\s?(?:€|eur\b|euros?\b)|(?:€|\beur)\s?\d|&euro;\s?\d|\d\s?&euro;/,
  discount:
    /[-–−]\s?\d{1,2}\s?%|\b\d{1,2}\s?% (?:de |off|d['’])|\b(?:remises?|reductions?|rabais|promos?|promotions?|soldes?|code promo|bon d['’]achat|offerte?s?|gratuite?s?|vente privee|black friday|cashback|discounts?|sale|vouchers?|coupons?|special offers?)\b/,
  'call-to-buy':
    /\b(?:achetez|commandez|profitez|j['’]en profite|j['’]achete|je commande|decouvrez|craquez|offrez[- ]vous|ajoutez? au panier|reservez vite|ne manquez pas|vous aimerez aussi|nos (?:nouveautes|selections?|produits|offres|bons plans)|buy now|shop now|order now|discover our|you may also like|don['’]t miss)\b/,
};

/** Lower case without accents, tags and entities of white space: what a reader reads, about. */
const read = (text: string): string =>
  text
    .replace(/<(?:style|script|head)\b[\s\S]*?<\/(?:style|script|head)>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|&#160;/gi, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ');

const names = (words: string, product: string): boolean => {
  const name = read(product.replaceAll('-', ' ')).trim();
  return name.length > 2 && ` ${words.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${name} `);
};

/** The signs of an offer in these texts, in the order of the list; `products` are names of goods. */
export const offerSignsIn = (texts: readonly string[], products: readonly string[]): readonly OfferSign[] => {
  const words = texts.map(read).join(' \n ');
  const found = new Set<OfferSign>();
  for (const sign of ['price', 'discount', 'call-to-buy'] as const) if (PATTERNS[sign].test(words)) found.add(sign);
  if (products.some((product) => names(words, product))) found.add('product');
  return OFFER_SIGNS.filter((sign) => found.has(sign));
};

/**
 * True when a merge value brings an offer into a template that has none. Prices and goods are what an order
 * confirmation contains; a discount or a call to buy is what no order calls for.
 */
export const valuesCarryOffer = (values: Readonly<Record<string, string>>): boolean =>
  offerSignsIn(Object.values(values), []).some((sign) => sign === 'discount' || sign === 'call-to-buy');
