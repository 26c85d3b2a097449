import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import { CHANNELS, type Channel } from '#shared/domain/message/channel.ts';
import { costsMore } from '#shared/domain/message/surcharge.ts';
import { anyOf, ELECTRONIC_MEANS, has, lowered, NAMES_OF, pattern, SENTENCE_ENDS } from './names.ts';
import { readOnce } from './read-once.ts';
import { costsInFact, refusesOtherwise, withoutAgreedByNo } from './refusal-in-fact.ts';
import { faultOfWhatIsRefused } from './refusal-of-what.ts';
import { ASKS, refusesByAVerb, refusingBesideYes } from './refusal-verbs.ts';
import { REFUSAL } from './refusals.ts';
import { AGREES } from './signs.ts';

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
    'text(?:ing)?\\s+(?:us\\s+)?[«"“]?\\p{L}+[»"”]?\\s+to',
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
    'escr[ií]b\\p{L}*',
    'envi(?:ando|ar|e)\\p{L}*|envíe(?:nos)?',
    'scriv\\p{L}*',
    'invia\\p{L}*',
    'clic\\p{L}*',
    'schrij[fv]\\p{L}*',
    'klik\\p{L}*',
  ],
);

/** What one refuses by, in a sentence. */
const REFUSES = anyOf(
  [
    'refus\\p{L}*',
    "(?:[mts][’']y?\\s?|[dl][’'])?oppos\\p{L}*",
    "(?:ne|n[’'])\\s*(?:(?:me|nous|vous|le|la|les|en|plus|pas)\\s+)?(?:plus|pas|souhait\\p{L}*|veu\\p{L}*|voul\\p{L}*|désir\\p{L}*|accept\\p{L}*|autoris\\p{L}*|contact\\p{L}*)",
    "pas\\s+(?:de|d[’']\\p{L}+)",
    'non(?:\\s+(?:aux?|merci))?',
    'aucune?s?',
    'sans',
    'décoch\\p{L}*',
    'désabonn\\p{L}*',
    'désinscri\\p{L}*',
  ],
  ["object|opt\\s+out|decline|not|don[’']t|no|unsubscribe"],
  ['keine?n?|nicht|widersp\\p{L}*|ablehn\\p{L}*|rechaz\\p{L}*|rifiut\\p{L}*|geen|niet|weiger\\p{L}*'],
);
/** The box is one to agree by: who leaves it empty has not agreed, and nothing refuses ("laissez cette case vide si vous ne souhaitez pas …"). */
const LEFT_EMPTY = pattern(
  [
    "(?:laiss[^.;!?\\n]{1,40}(?:vide|vierge|blanche|décochée)|ne\\s+(?:la\\s+)?cochez\\s+pas[^.;,!?\\n]{0,20})\\s(?:si|pour)\\s+(?:vous\\s+)?(?:ne\\s|n[’'])",
    "(?<!\\p{L})(?:ne|n[’'])\\s?[^.;,!?\\n]{1,80},\\s(?:laiss[^.;!?\\n]{1,40}(?:vide|vierge|blanche|décochée)|ne\\s+(?:la\\s+)?cochez\\s+pas)",
    "leave\\s[^.;!?\\n]{1,30}(?:blank|empty|unticked|unchecked)\\s(?:if|unless|to)\\s[^.;!?\\n]{0,20}(?:n[’']t|not|no)\\s",
    "(?:n[’']t|not)\\s[^.;,!?\\n]{1,60},\\s(?:please\\s)?(?:leave\\s[^.;!?\\n]{1,30}(?:blank|empty|unticked|unchecked)|do\\s+not\\s+(?:tick|check))",
  ].join('|'),
);
const NAMES = CHANNELS.map((each) => NAMES_OF[each].source).join('|');
/** The means by which a refusal is passed on ("par simple e-mail à dpo@…", "par téléphone au 01…"); not where one is reached oneself. */
const SENT_BY = new RegExp(
  `(?:${NAMES})\\s+(?:à|au|at|to)\\s+(?!.{0,40}(?:mon|ma|mes|my|indiqu|saisi|fourni|communiqu|donn|renseign))(?:[^,;]{0,30}[\\d@]|l[’']adresse|notre|our)`,
);
/** Where one refuses: an account, an application, a choice to be changed there. */
const IN_ACCOUNT = anyOf(
  ["(?:dans|depuis|sur|via)\\s+(?:l[’']|la\\s|notre\\s|votre\\s|mon\\s)(?:applications?|appli|app|espace|compte|site)"],
  ['(?:in|from|on|via)\\s+(?:the|our|your|my)\\s+(?:app|account|site)', 'décoch\\p{L}*', 'modifi\\p{L}*'],
  ['(?:par|by)\\s+simple'],
);
const WAYS = [WAY, SENT_BY, IN_ACCOUNT];

/** Of a sentence that refuses, what is said of the offers, or else of what is refused, up to the way in which it is. */
const saidOfOffers = (sentence: string): string => {
  const offers = sentence.search(OFFERS);
  const said = sentence.slice(offers < 0 ? Math.max(0, sentence.search(REFUSES)) : offers);
  const ends = WAYS.map((way) => said.search(way)).filter((end) => end >= 0);
  return said.slice(0, Math.min(said.length, ...ends));
};

const sentencesOf = (words: string): readonly string[] => lowered(words).split(SENTENCE_ENDS);

/** The sentences that refuse: others say what is done with the address. Where none does, each is read for what it says of offers. */
const refusingIn = (words: string): readonly string[] => {
  const sentences = sentencesOf(words);
  const refusing = sentences.filter((sentence) => has(sentence, REFUSES));
  return refusing.length > 0 ? refusing : sentences.filter((sentence) => has(sentence, OFFERS));
};

/** Those of sentences that refuse here and now, and not in what is sent later ("dans chacun de nos e-mails"). */
const refusingNow = (sentences: readonly string[], words: string): readonly string[] =>
  sentences.filter((sentence) => faultOfWhatIsRefused([sentence], words) !== 'later');

/** The means that these words name beside what they refuse; none: any. */
const meansNamed = readOnce((words): readonly Channel[] => {
  const said = refusingNow(refusingIn(words), words).map(saidOfOffers).join('. ');
  return has(said, ELECTRONIC_MEANS) ? [] : CHANNELS.filter((each) => has(said, NAMES_OF[each]));
});
/** True where those are others than this one: what the words refuse is not this. */
const isOfOtherMeans = (words: string, channel: Channel): boolean => {
  const named = meansNamed(words);
  return named.length > 0 && !named.includes(channel);
};

/** Why a refusal that is there offers nothing: it costs or is not simple, it is of something else than own offers, or it can be given later alone. */
export type RefusalFault = 'costs' | 'later' | 'something-else';

/** What is wrong with the words of a refusal (L. 34-5, al. 4); `undefined`: nothing that is read. */
export const faultOfRefusal = readOnce((given): RefusalFault | undefined => {
  const said = lowered(given.normalize('NFC'));
  if (costsMore(said) || costsInFact(said, (sentence) => has(sentence, REFUSES))) return 'costs';
  const words = withoutAgreedByNo(said);
  if (
    onlyAgrees(words) ||
    has(words, LEFT_EMPTY) ||
    (words !== said && !has(words, REFUSES) && !refusesOtherwise(words))
  )
    return 'something-else';
  const besideYes = refusingBesideYes(words);
  if (besideYes !== undefined) return faultOfWhatIsRefused(besideYes, words);
  const refusing = refusingIn(words);
  return faultOfWhatIsRefused(refusing.length > 0 ? refusing : sentencesOf(words), words);
});
/** One agrees by it or is sent offers, and nothing in it refuses. */
const onlyAgrees = (words: string): boolean =>
  [OFFERS, AGREES, ASKS].some((signs) => has(words, signs)) &&
  ![REFUSES, REFUSAL].some((signs) => has(words, signs)) &&
  !refusesOtherwise(words) &&
  !refusesByAVerb(words);

/** The same, of what a human found of it (it misleads), and of the channel: it is of offers by another means alone. */
export type OfferedFault = RefusalFault | 'misleads' | 'other-means';

/** What is wrong with the refusal of a form, whatever the channel; `undefined`: nothing, or it has none. */
const faultOfForm = ({ refusal, design, lacking }: FormVersion): OfferedFault | undefined => {
  if (refusal === undefined) return undefined;
  if (design?.misleading === true) return 'misleads';
  return lacking?.includes('freedom') === true ? 'costs' : faultOfRefusal(refusal.words);
};
/** What is wrong with it for messages by this channel; `undefined`: nothing, or it has none. */
export const faultOfOffered = (form: FormVersion, channel: Channel): OfferedFault | undefined =>
  faultOfForm(form) ??
  (form.refusal !== undefined && isOfOtherMeans(form.refusal.words.normalize('NFC'), channel)
    ? 'other-means'
    : undefined);

/**
 * A checkout offers its customer to refuse messages by this channel, freely (L. 34-5, al. 4: "de manière expresse et dénuée d’ambiguïté", "sans frais",
 * "de manière simple", "à l’utilisation de ses coordonnées au moment où elles sont recueillies"). What misleads, has a price or is to be said to a
 * surcharged number offers nothing; nor does a refusal of something else than own offers, one that can be given later alone, or one of offers by
 * another means that it names.
 */
export const offersRefusal = (form: FormVersion, channel: Channel): boolean =>
  form.refusal !== undefined && faultOfOffered(form, channel) === undefined;

/** The same, of whatever channel. */
export const isFreelyOffered = (form: FormVersion): boolean =>
  form.refusal !== undefined && faultOfForm(form) === undefined;
