/** Art. 9 § 2 a GDPR, SENS-1: whether the words that are quoted for a sensitive use name it outright. */
import { OFFER, tokens } from './strangers.ts';
import { isRead, plain, saidOf } from './wording.ts';

/** What § 1 of art. 9 lists, and what people call it in six languages: roots at the start of a word; a space is part of some. */
const OF_ART_9: Readonly<Record<string, string>> = {
  health:
    'sante|salud\\b|salute\\b|health|gesundheit|gezondheid|malad|malatti|malato|enferm|krank(?!enwagen)|erkrank|ziek(?:e|t)|illness|disease|patholog|medic|medik|medizin|medisch|medec|arzt|arts\\b|doctor|docteur|ordonnance|prescription|soins\\b|soigner|cur[ae] medic|therap|terap|psych|psicol|psiq|diabet|allerg|alerg|asthm|asma|cancer|krebs|kanker|chemo|chimio|quimio|arthr|artr(?:i|o)|rheum|rhum?atis|hypert|blutdruck|bloeddruk|blood pressure|tension arter|pression arter|presion arter|pressione arter|cholest|apn[oe]|insomn|insonn|schlaflos|slapelo|sommeil|sleep (?:apn|dis|prob)|my sleep|ronfl|schnarch|snor(?:ing|er)|snurk|complements? aliment|supplements? aliment|food supplement|nahrungserg|voedingssup|integratori|gluten|glutin|c[o]?eliac|coeliaq|zoliak|lactose|laktose|incontinen|inkontinen|fuites? urin|perdit[ea]s? (?:de orina|urin)|urinar|prostat|impoten|disabil|handicap|behinder|discapac|beperking|rollstuhl|wheelchair|fauteuil roul|pregnan|grossesse|enceinte\\b|schwanger|embaraz|gravidanz|incinta|zwanger|fertilit|fertilid|infertil|fruchtbar|vruchtbaar|kinderwunsch|kinderwens|\\bivf\\b|\\bfiv\\b|\\bpma\\b|reproduccion|procrea|menopau|menstr|regles doul|endometr|migr|emicran|depress|depresi|vaccin|vacuna|impf|hiv\\b|vih\\b|epilep|autis|parkinson|alzheim|demen[tcz]|eczem|ekzem|psorias|acne|alopec|chute de[s]? cheveux|hair loss|haarausfall|haaruitval|caida del|caduta dei cap|viagra|erect|glycemi|insulin',
  body: 'audi(?:tion|tif|ophon|fono|cion)|mieux entendre|appareils? audit|entend(?:re|ent|s)? (?:mal|plus|pas|mieux)|entend\\w* plus|malentend|sourd|surdit|sord[oai]|deaf|doof|doven|hearing (?:aid|loss|test|care|prob)|my hearing|hor(?:gerat|verlust|test|hilf)|schwerhor|gehor|hoor(?:toest|app)|gehoor|acustic|udito|lunettes|brille|glasses|gafas|occhiali|bril(?:len)?\\b|sehst|sehtest|eyesight|eye test|ma vue|la vue\\b|mi vista|vista\\b|malvoy|blind|aveugle|cieg[oa]|ciech|slechtzien|lentilles|lentillas|contact lens|kontaktlins|contactlens|lenti a|optic|optik|ophtal|oftalm|dent(?:ier|air|ure|al|ist|adur|ier[ae])|teeth|zahn|tand(?:arts|proth)|gebit|gebiss|prothes|prostes|protes|orthop|ortop|steunzol|dos\\b|back pain|ruckensch|rugpijn|espalda|schiena|douleur|pain\\b|schmerz|pijn\\b|dolor|poids\\b|maigrir|mincir|minceur|weight|slimming|abnehm|gewicht|peso\\b|adelgaz|dimagr|afvallen|af te vallen|obes|fum(?:er|eur|ar|are|ador|ator)\\b|tabac|tabag|smok(?:ing|er|e-free)|raucher|rauchen|roken\\b|roker|alcoolis|alcoholi|addict|adicci',
  'sex life':
    'sexual|sexuel|sessual|seksu|seks|erotic|erotiq|erotik|gay|lesb|lgbt|queer|homo(?:sex|ss|s)|bisex|transgen|schwul|condom|preservati|kondom|libertin|naturis|libido|contracep',
  belief:
    'religi|relig|kirch|church|eglise|chiesa|iglesia|kerk|halal|kosher|koscher|kasher|casher|koosjer|muslim|musulm|moslim|islam|ramadan|jewish|juif|juive|judi[oa]|jud(?:isch|en)|joods|ebrai|ebrei|christian|chretien|cristian|christlich|christelijk|cathol|cattol|catoli|katholi|protestan|hindu|hindou|bu?oud?dh|buddh|budd|pelerin|pilgri|pilger|pellegrin|peregrin|bedevaart|ma foi|faith|glaube|fede\\b|mi fe\\b|geloof|philosoph|filosof|weltansch|convictions|beliefs|uberzeugung|convinzioni|levensov',
  opinion:
    'politi|parti (?:pol|soc|comm|eco)|au parti|du parti|mon parti|party member|my party|partei|partij(?:lid)?\\b|partido|partito|militan|syndic|sindac|sindic|trade union|union member|my union|gewerksch|vakbond',
  origin:
    'ethni|etni|origine (?:eth|geo|raci)|mes origines|racial|raci[ae]l|herkunft|abstamm|afkomst|ancestr|adn\\b|dna\\b|genet|genom|biometr|empreinte|fingerprint|fingerabdr|huella|impront|vingerafdr',
};
const NAMED = new RegExp(`(?<![a-z])(?:${Object.values(OF_ART_9).join('|')})`, 'g');
/** German and Dutch write such a word within another. */
const WITHIN = /[a-z]{2,}(?:gesundheit|gezondheid|krankheit|ziekte|behinder|schmerz|therap|apno|apneu|proth)/g;
/** The same letters in offers of anything. */
const SAID_OF_ANYTHING =
  /en vue de|points? de vue|lunettes de (?:soleil|ski)|sunglasses|enceintes? (?:bluetooth|connect)|parti(?:e|cip|culi|r)\w*|punto de vista|punto di vista|optique de|hearing from/g;

const OFFERING =
  /\b(?:offres?|offers?|oferta?s?|offert[ae]|angebote?n?|werbung|aanbiedingen|publicites?|conseils?|deals)\b|\b(?:veux|souhaite|accepte|want|agree|accept|consent|mochte|will|willige|quiero|deseo|acepto|accetto|desidero|wil|ga)\b(?:\s+(?:pas|plus|not|nicht|kein\w*|niet|geen))?/g;
const CLOSING =
  /\b(?:refus\w*|oppos\w*|reject\w*|refuse[sd]?|ablehn\w*|lehne|weiger\w*|rifiut\w*|rechaz\w*|(?:nicht|niet)\s+(?:erhalten|ontvangen))\b/;
const TOPIC = 'xthemax';

/** Whether the place of it only tells what one may do later, and agrees to nothing. */
const isRightAlone = (sentence: string): boolean =>
  /\b(?:peux|pouvez|pourr\w+|can|may|kann|konnen|puedo|puede|posso|puo|kan|kunt|droit|right|recht|derecho|diritto)\b/.test(
    sentence,
  ) &&
  /oppos|retir|withdr|object|widerr|revoc|desinscri|unsubscr|abmeld|uitschrij|baja\b|intrek/.test(sentence) &&
  !/\b(?:j'accepte|souhaite|veux|agree|want|consent|mochte|willige|acepto|quiero|deseo|accetto|desidero|acconsento|wil|akkoord)\b/.test(
    sentence,
  );

const YES =
  /^(?:j'(?:accepte|autorise|aimerais)|souhaite|veux|consens|oui|agree|want|consent|yes|please|mochte|willige|stimme|acepto|quiero|deseo|accetto|desidero|acconsento|vorrei|wil|akkoord|\w+[sz]-moi)$/;
const NO_TO =
  /^(?:[mts]'y?|[dl]')?(?:refus\w*|oppos\w*|interdi\w*|object|decline|widersp\w*|untersag\w*|opongo|rechazo|oppongo|rifiuto|weiger|bezwaar)$/;
const USING = /^(?:[dl]')?(?:serv|utilis|exploit|trait|emplo[iy]|use[sd]?$|process)/;
const NOT_EVER = /^(?:pas|jamais|plus|nullement|aucune?|not|never)$/;

/** "Agréé" is no English, and "n'accepte", "not agree" no yes. */
const saysYes = (all: readonly string[], at: number): boolean =>
  YES.test(all[at] ?? '') &&
  !/^(?:ne|not|don't)$/.test(all[at - 1] ?? '') &&
  (all[at] !== 'agree' || /^(?:i|we|and|to)$/.test(all[at - 1] ?? ''));

/** Of a sentence, whether it lets what is named in it be used: nobody refuses it, and somebody agrees or offers are spoken of. */
const letsUse = (sentence: string, at: number): boolean => {
  const [lead, rest] = [sentence.slice(0, at), sentence.slice(at)];
  const all = lead.match(/[a-z'-]+/g) ?? [];
  const last = (is: (word: string, index: number) => boolean): number => all.findLastIndex(is);
  const yes = last((_word, index) => saysYes(all, index));
  const no = last(
    (word, index) =>
      NO_TO.test(word) ||
      (/^(?:pas|not|don't)$/.test(word) &&
        all
          .slice(Math.max(0, index - 2), index + 2)
          .some((each) => /^(?:n'accepte|n'autorise|consens|souhaite|veux|want|agree|consent)$/.test(each))),
  );
  if (no >= 0 && no >= yes) return false;
  const turned = last((word) => /^(?:mais|but|aber|pero|ma|maar)$/.test(word));
  const whole = sentence.match(/[a-z'-]+/g) ?? [];
  const isKeptOut = whole.some((word, index) => {
    const near = whole.slice(Math.max(0, index - 2), index + 3);
    const goesElse = whole.slice(index, index + 5).some((each) => /^(?:d')?autres?$|^other$/.test(each));
    return NOT_EVER.test(word) && near.some((each) => USING.test(each.replace(/^n'/, ''))) && !goesElse;
  });
  if (yes <= turned && (isKeptOut || /\b(?:est|sera|sont|seront) (?:exclue?s?|interdite?s?)\b/.test(rest)))
    return false;
  return (
    yes >= 0 ||
    whole.some((_word, index) => saysYes(whole, index)) ||
    tokens(sentence).some((word) => OFFER.test(word)) ||
    /\b(?:ils|elles|celles|il s'agit|they|these|sie|ellas|esse|ze)\b|☐/u.test(sentence) ||
    /\b(?:produits?|products?|selections?|conseils?)\b/.test(sentence)
  );
};

/** The names of who asks, where each stands whole; one word that is a name is one where it begins as one. */
const withoutNames = (text: string, names: readonly string[]): string =>
  names.reduce((left, name) => {
    if (name.trim() === '') return left;
    const whole = name.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return left.replace(new RegExp(`(?<![\\p{L}\\d])${whole}(?![\\p{L}\\d])`, 'giu'), (found) =>
      !name.trim().includes(' ') && found === found.toLowerCase() && name !== name.toLowerCase()
        ? found
        : '#'.repeat(3),
    );
  }, text);

/** Its topic is one of art. 9, the names aside, and what is around the topic does not deny it. */
export const namesUseIn = (wording: string, quoted: string, names: readonly string[], language: string): boolean => {
  const words = quoted.trim();
  if (words === '' || !wording.includes(words) || !isRead(wording, language)) return false;
  const left = plain(withoutNames(words, names)).replace(SAID_OF_ANYTHING, ' ');
  const topics = [...left.matchAll(NAMED), ...left.matchAll(WITHIN)].map(({ 0: found }) => found);
  if (topics.length === 0) return false;
  const [text, whole] = [plain(wording), plain(words)];
  const places = [...text.matchAll(new RegExp(whole.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'))].map(
    (at) => at.index,
  );
  return places.some((at) =>
    topics.every((topic) => {
      const begins = whole.indexOf(topic);
      const lead = whole.slice(0, begins);
      const said = [...lead.matchAll(OFFERING)].at(-1);
      const kept = said === undefined ? '' : lead.slice(0, said.index + said[0].length);
      const rest = whole.slice(begins + topic.length).match(/^[a-z]*(.*)$/s)?.[1] ?? '';
      const after = CLOSING.test(rest) ? rest : '';
      const [before, behind] = [text.slice(0, at), text.slice(at + whole.length)];
      const sentence = `${before.split(/[.!?;\n]/).at(-1)}${whole}${behind.split(/[.!?;\n]/)[0]}`;
      if (isRightAlone(sentence)) return false;
      const start = (before.split(/[.!?;\n]/).at(-1) ?? '').length;
      if (!letsUse(sentence, start + begins)) return false;
      return saidOf(`${before}${kept} ${TOPIC}${after}${behind}`, TOPIC, 'use', language) !== 'no';
    }),
  );
};
