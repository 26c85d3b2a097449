import { isOwnHost, isServiceHost } from '../fields/hosts.ts';
import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import type { Language } from './language.ts';
import { FIELD, type Passages } from './reading.ts';

/** Parts of a path that say what a page is for. */
const PATH_WORDS =
  /^(?:com|www|html?|php|aspx?|pdf|fr|en|uk|api|app|my|mes?|mon|id|ref|num\w*|c|o|r|s|t|p|faq\w*|cg[uv]s?|rgpd|gdpr|cookies?|track\w*|suiv\w*|follow\w*|colis|outils|vos?|votre|your|espace|client\w*|customer\w*|user\w*|perso\w*|donnees|liv|delivery|rdv|auth\w*|log\w*|sign\w*|sso|token|jeton|verify|verif\w*|unlock|activate|confirm\w*|valid\w*|cancel\w*|annul\w*|modif\w*|pay\w*|regl\w*|bill\w*|devis|quote\w*|doc\w*|download\w*|telecharg\w*|hc|kb|notices?|manuals?|modes?|emploi|guides?|handbooks?|articles?|pages?|view|show|voir|edit|web|mobile|secure|code|pass\w*|utm_\w+|source|medium|campaign|email|mail|transac\w*|lang|locale|reprendre|liberer)$/;

/** It opens no page: an address, a number, a picture, a place on the page itself. */
const NO_PAGE = /^(?:mailto|tel|sms|cid):|^#|^$/i;

/** What the foot of any message leads to, often in another language than its text: who sends it, their privacy policy, the way to stop. */
const OF_A_FOOT = new RegExp(
  `^(?:${[
    '(?:(?:notre|la|charte de|politique de) )*confidentialite|(?:our )?privacy(?: (?:policy|notice|statement))?|notice d.information',
    'mentions legales|legal(?: notice)?|imprint|terms(?: (?:of (?:use|service|sale)|and conditions))?|cg[uv]|(?:your|vos) (?:rights|droits)',
    '(?:(?:politique (?:de|sur les) |gerer (?:les |mes )?)?cookies?(?: policy)?)|(?:protection de )?(?:vos |mes |les )?donnees personnelles|how we use your data',
    '(?:se |me |vous )?(?:desabonn|desinscri)[a-z]*(?: ici)?|unsubscribe(?: here)?|manage (?:your |my )?(?:subscription|preferences)|gerer (?:mes|vos) preferences',
    '(?:nous )?contacter?|contact us|about us|qui sommes-nous|aide|help|retours?|returns?(?: policy)?',
    '(?:voir|lire|afficher|view|read)(?: (?:cet e-mail|ce message|this (?:e-?mail|message)))?(?: (?:en ligne|dans (?:le|votre) navigateur|online|in (?:your |a )?browser))',
  ].join('|')})\\W*$`,
);

const hostOf = (url: string): string | undefined => /^https?:\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase();

/** Addresses are often in the other language. */
const PATH_STEMS = [FRENCH, ENGLISH].flatMap(({ core, asks }) => [...core, ...asks]);
const isOfService = (part: string): boolean =>
  PATH_WORDS.test(part) || PATH_STEMS.some((stem) => part.startsWith(stem));

/** Each word of the path is one of the transaction, or no word at all. */
const leadsElsewhere = (url: string): boolean => {
  const path = decodeURIComponentOrAsIs(url.replace(/^https?:\/\/[^/?#]+/i, '').split('#')[0] ?? '');
  const parts = path
    .toLowerCase()
    .split(/[^a-z0-9§_]+/)
    .filter((part) => /^[a-z_]{3,}$/.test(part));
  return parts.some((part) => !isOfService(part));
};

const decodeURIComponentOrAsIs = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Words of a link that name nothing of the transaction. */
const saysOther = (words: string, { core, asks, small }: Language): boolean => {
  const spoken = words.match(/[a-z]{3,}/g) ?? [];
  if (spoken.length === 0 || words.includes(FIELD) || OF_A_FOOT.test(words)) return false;
  const content = spoken.filter((word) => !small.has(word));
  return (
    content.length > 0 &&
    !content.some((word) => core.some((stem) => word.startsWith(stem))) &&
    !isPlainAsk(content, asks)
  );
};

/** "Cliquez ici", "Confirm": the sentence around it says what. */
const isPlainAsk = (content: readonly string[], asks: readonly string[]): boolean =>
  content.length <= 2 && content.some((word) => asks.some((stem) => word === stem || beginsLike(word, stem)));

/** Two letters begin words of any meaning: "no" begins "nos", "be" begins "best". */
const beginsLike = (word: string, stem: string): boolean => stem.length > 2 && word.startsWith(stem);

/** A link leads to a host or a page that the reason of the message does not call for. */
export const hasOtherLink = ({ links }: Pick<Passages, 'links'>, own: readonly string[], language: Language): boolean =>
  links.some(({ url, words }) => {
    if (NO_PAGE.test(url) || url.startsWith(FIELD)) return saysOther(words, language);
    const host = hostOf(url);
    if (host === undefined) return true;
    if (host.includes(FIELD)) return saysOther(words, language);
    if (isServiceHost(host)) return false;
    return !isOwnHost(host, own) || leadsElsewhere(url) || saysOther(words, language);
  });

/**
 * A link leads to a host that is neither the advertiser's nor one of those that serve every transaction, or its words
 * name something else.
 */
export const hasExternalLink = (
  { links }: Pick<Passages, 'links'>,
  own: readonly string[],
  language: Language,
): boolean =>
  links.some(({ url, words }) => {
    if (!/^https?:/.test(words) && saysOther(words, language)) return true;
    if (NO_PAGE.test(url) || url.startsWith(FIELD)) return false;
    const host = hostOf(url);
    return host === undefined || !(host.includes(FIELD) || isServiceHost(host) || isOwnHost(host, own));
  });
