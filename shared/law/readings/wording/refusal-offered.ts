import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import { CHANNELS, type Channel } from '#shared/domain/message/channel.ts';
import { costsMore } from '#shared/domain/message/surcharge.ts';
import { anyOf, ELECTRONIC_MEANS, lowered, NAMES_OF } from './names.ts';

/** What is refused: offers, or that one gets them. Signs: what they miss is seen by who looks at the form. */
const OFFERS = anyOf(
  [
    'offres?',
    'promo\\p{L}*',
    'publicit\\p{L}*',
    'prospection\\p{L}*',
    'démarchage',
    'actualités?',
    'nouvelles',
    'communications?',
  ],
  [
    'recevoir',
    'réception',
    'sollicit\\p{L}*',
    'contacte?r?\\p{L}*',
    'commercia\\p{L}*',
    'informations?',
    'messages?',
    'envois?',
  ],
  ['offers?', 'marketing', 'advertis\\p{L}*', 'news', 'receive', 'receiving', 'contacted'],
  ['angebote?n?', 'werbung', 'erhalten', 'ofertas?', 'publicidad', 'recibir', 'offerte', 'pubblicità', 'ricevere'],
  ['aanbiedingen', 'reclame', 'ontvangen'],
);
/** How one refuses: what follows is the way, and no means of offers. */
const WAY = anyOf(
  [
    '(?:en\\s+(?:nous\\s+)?)?(?:écriv|adress|envoy|répond|cliqu|appel(?:ez|ant)|téléphon(?:ez|ant)|contact(?:ez|ant)|rend(?:ez|ant)|connect)\\p{L}*',
    'lien',
    'sur\\s+simple',
    "à\\s+l[’']adresse",
  ],
  [
    'writ(?:e|ing)',
    'send(?:ing)?',
    'reply(?:ing)?',
    'click(?:ing)?',
    'call(?:ing)?\\s+us',
    'emailing',
    'link',
    'by\\s+contacting',
  ],
  [
    'schreib\\p{L}*',
    'senden',
    'klick\\p{L}*',
    'escrib\\p{L}*',
    'envi(?:ando|ar|e)\\p{L}*',
    'scriv\\p{L}*',
    'invia\\p{L}*',
    'clic\\p{L}*',
    'schrijv\\p{L}*',
    'klik\\p{L}*',
  ],
);

/** Of a sentence, what is said of the offers, up to the way in which they are refused. */
const saidOfOffers = (sentence: string): string => {
  const from = sentence.search(OFFERS);
  return from < 0 ? '' : (sentence.slice(from).split(WAY)[0] ?? '');
};

/** True where the means that these words name beside the offers are others than this one: what they refuse is not this. */
const isOfOtherMeans = (words: string, channel: Channel): boolean => {
  const said = lowered(words)
    .split(/[.!?;\n]/u)
    .map(saidOfOffers)
    .join('. ');
  if (said.search(ELECTRONIC_MEANS) >= 0) return false;
  const named = CHANNELS.filter((each) => said.search(NAMES_OF[each]) >= 0);
  return named.length > 0 && !named.includes(channel);
};

/**
 * A checkout offers its customer to refuse messages by this channel, freely (L. 34-5, al. 4: "de manière expresse et dénuée d’ambiguïté", "sans frais",
 * "de manière simple", "à l’utilisation de ses coordonnées"). What misleads, has a price or is to be said to a surcharged number offers nothing, and a
 * refusal of offers by another means that it names is none of these.
 */
export const offersRefusal = ({ refusal, design, lacking }: FormVersion, channel: Channel): boolean =>
  isFreelyOffered({ refusal, design, lacking }) &&
  refusal !== undefined &&
  !isOfOtherMeans(refusal.words.normalize('NFC'), channel);

/** The same, of whatever channel. */
export const isFreelyOffered = ({
  refusal,
  design,
  lacking,
}: Pick<FormVersion, 'refusal' | 'design' | 'lacking'>): boolean =>
  refusal !== undefined &&
  design?.misleading !== true &&
  lacking?.includes('freedom') !== true &&
  !costsMore(lowered(refusal.words.normalize('NFC')));
