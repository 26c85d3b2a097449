/** L. 34-5 al. 1 ("systeme automatise de communications", "par ce moyen"): by whom a call is that is agreed to. Word by word. */

import { tokens } from './strangers.ts';

const MACHINE = /^(?:[ld]')?(?:automat\w*|robots?|robo-?calls?|pre-?enregistr\w*|pre-?recorded)$/;
/** Machines by a noun: what speaks. What is only done by itself needs calls. */
const SPEAKS =
  /^(?:[ld]')?(?:automate[ns]?|robot(?:er|s)?|robo-?calls?|pre-?enregistr\w*|pre-?recorded|anruf(?:automat|maschine)\w*)$/;
const OF_CALLS =
  /^(?:[nmdl]')?(?:r?appel|tele|contact|sollicit|demarch|phone|call|ring|robo-?call|voca|voice|parl|speak|talk)/;
/** What comes by itself, and nobody is called by it; and robots that one buys. */
const BY_ITSELF =
  /\b(?:renouvellement|prelevement|reconduction|paiement|debit|abonnement|inscription|decision|traitement|reponse)s? automati\w+|\bautomat(?:ic|ed) (?:renewal|payment|decision|billing|processing)s?|\brobots?[ -](?:de )?(?:cuis\w*|culinaires?|menagers?|aspirateurs?|tondeuses?|laveurs?|patissiers?|multifonctions?|mixeurs?|piscine|jouets?|vacuum|cleaners?|mowers?|toys?)\b|\b(?:kitchen|cooking|vacuum|cleaning|mowing|pool|toy) robots?\b/g;
const NO =
  /^(?:(?:l')?exclusion|(?:l')?exception|hors|sauf|excepte|sans|zero|pas|jamais|aucune?|ni|non|refus\w*|excluding|except|not?|never|without|\w+n't|non-\w+|kein\w*|nicht|ohne)$/;
const ONLY = /^(?:seulement|uniquement|exclusivement|only|just)$/;
const ABLE = /^(?:pouvez|pourrez|peux|can|may|could|possible|droit)$/;
const NO_LINE = /^(?:suis|etes|sommes|etre|am|are|be|isn't|bin|sind)$/;
/** And that is all that is said of it: no hour, no number of times, nothing that it does not speak of. */
const isAll = (behind: readonly string[]): boolean => {
  const [then = '', whose = '', what = ''] = behind.filter((each) => !/^(?:pas|jamais|you|me)$/.test(each));
  return (
    /^(?:[^a-z]*|chez|ici|par|here|by|for|to|dans|lors)$/.test(then) ||
    (/^(?:pour|de)$/.test(then) && /^(?:ces|nos|mes)$/.test(whose) && what === 'appels')
  );
};

/** How many words it takes from here to name a machine that speaks; none: it names no such thing here. */
const speakerAt = (all: readonly string[], at: number): number => {
  const [word = '', next = '', then = ''] = all.slice(at, at + 3);
  if (SPEAKS.test(word)) return 1;
  if (/^(?:systeme|machine|message|appel|system)s?$/.test(word) && /^automat/.test(next)) return 2;
  if (/^(?:automated|automatische[nr]?)$/.test(word) && /^(?:systems?$|calls?$|anruf|telefonanruf)/.test(next))
    return 2;
  if (/^recorded$/.test(word) && /^(?:message|call|voice)s?$/.test(next)) return 2;
  if (/^serveurs?$/.test(word) && /^voca/.test(next)) return 2;
  return /^messages?$/.test(word) && SPEAKS.test(next) && then !== '' ? 2 : 0;
};

/** A word at this place says no to what follows: not "not only", nor a right to refuse. */
const saysNoAt = (all: readonly string[], at: number): boolean =>
  NO.test(all[at] ?? '') &&
  !ONLY.test(all[at + 1] ?? '') &&
  !(/^refus/.test(all[at] ?? '') && all.slice(Math.max(0, at - 6), at).some((each) => ABLE.test(each)));

/** A machine that speaks is denied there; not who somebody is, nor what reads pages. */
const deniesASpeaker = (all: readonly string[]): boolean =>
  all.some((_word, at) => {
    if (!saysNoAt(all, at)) return false;
    const place = [1, 2, 3, 4].find((far) => speakerAt(all, at + far) > 0);
    if (place === undefined || all.slice(at, at + place).includes(',')) return false;
    const named = all[at + place] ?? '';
    const isWho =
      /^(?:robots?|roboter|automat)$/.test(named) &&
      (all.slice(Math.max(0, at - 2), at + place).some((each) => NO_LINE.test(each.replace(/^n'/, ''))) ||
        /^(?:bin|sind|im)$/.test(all[at + place + 1] ?? '') ||
        (/^kein/.test(all[at] ?? '') && all.some((each) => /^(?:bin|sind)$/.test(each))));
    const isOfPages =
      /^(?:n'(?:index|acced|li)|d'indexation|indexation)/.test(all[at + 1 + place] ?? '') || all.includes('indexation');
    return !isWho && !isOfPages;
  });

/** What is said behind a machine leaves it out: "les automates sont exclus", "ne vous appellent jamais"; not at some hours alone. */
const isSpeakerLeftOut = (all: readonly string[]): boolean =>
  all.some((_word, at) => {
    const width = speakerAt(all, at);
    if (width === 0) return false;
    const whole = all.slice(at + width).filter((each, place) => !(place === 0 && /^d'appels?$/.test(each)));
    const mark = whole.findIndex((each) => /^[^a-z]+$/.test(each));
    const behind = mark < 0 ? whole : whole.slice(0, mark);
    const [first = '', second = ''] = behind;
    const verdict = /^(?:sont|est|seront|sera|restent|are|is)$/.test(first) ? second : first;
    if (/^(?:exclu[es]{0,2}|proscrit\w*|interdit\w*|bannis?|excluded|banned)$/.test(verdict))
      return isAll(behind.slice(verdict === first ? 1 : 2));
    const isNot =
      /^(?:ne|n'\w+|\w+n't)$/.test(first) ||
      (/^(?:are|is|will|do|does)$/.test(first) && /^(?:not|never)$/.test(second)) ||
      (/^(?:finden|erfolgen|werden)$/.test(first) &&
        behind.slice(1, 4).some((each) => /^(?:nicht|nie|niemals)$/.test(each)));
    if (!isNot || /^(?:finden|erfolgen|werden)$/.test(first)) return isNot;
    const used = behind.findIndex(
      (each, place) =>
        place < 5 &&
        /^(?:n')?(?:utilis|employ|appel|contact|joind|sollicit|telephon|demarch|parl|admis|autoris|used|call|ring|phone|play)/.test(
          each,
        ),
    );
    return used >= 0 && isAll(behind.slice(used + 1));
  });

/** "Aucune machine ne vous appelle": a machine and no more; "machine a cafe" is one that one buys. */
const deniesADevice = (all: readonly string[]): boolean =>
  all.some((word, at) => {
    if (!/^machines?$/.test(word) || /^(?:a|de|d'\w+)$/.test(all[at + 1] ?? '')) return false;
    let before = at - 1;
    while (/^(?:par|a|avec|by|with|from|to|des|une?|any)$/.test(all[before] ?? '') && at - before < 3) before -= 1;
    const isBy = all.slice(before + 1, at).some((each) => /^(?:par|a|avec|by|with|from|to)$/.test(each));
    return saysNoAt(all, before) && (isBy || /^(?:ne|n'\w+|qui|that|will|calls?|ever)$/.test(all[at + 1] ?? ''));
  });

const leavesMachinesOut = (part: string): boolean => {
  const all = tokens(part);
  if (deniesASpeaker(all) || isSpeakerLeftOut(all)) return true;
  const isOfCalls = all.some((word) => OF_CALLS.test(word));
  if (isOfCalls && deniesADevice(all)) return true;
  const at = all.findIndex((_word, place) => {
    const on = all.slice(place + 1, place + 5);
    const named = on.findIndex((each) => MACHINE.test(each));
    return saysNoAt(all, place) && named >= 0 && !on.slice(0, named).includes(',');
  });
  if (at < 0) return false;
  const isAlone =
    all.length <= 4 &&
    MACHINE.test(all.at(-1) ?? '') &&
    !/^aucune?$/.test(all[0] ?? '') &&
    !/^decisions?$/.test(all.at(-2) ?? '');
  return isOfCalls || (at === 0 && (isAlone || all.length === 2));
};

const SELLER =
  /^(?:conseill(?:er|ere)s?|vendeu(?:r|se)s?|tele(?:vend|prosp|op)\w*|commerciaux|collaborat\w+|advis[eo]rs?|agents?|representatives?)$/;
const ENDS = /[.!?;\n☐☑]/u;

/** By whom a call is: no machine, some seller or people, or nothing is said of it. */
export const callerOf = (text: string, sentence: string, named: string): 'no-machine' | 'somebody' | 'unsaid' => {
  const isNamed = (part: string): boolean =>
    tokens(part).some((word) => MACHINE.test(word) || /^anruf(?:automat|maschine)/.test(word)) ||
    /serveurs? voca/.test(part);
  if (isNamed(named))
    return sentence.split(ENDS).some((part) => isSpeakerLeftOut(tokens(part))) ? 'no-machine' : 'unsaid';
  if (text.replace(BY_ITSELF, ' ').split(ENDS).some(leavesMachinesOut)) return 'no-machine';
  const said = tokens(sentence);
  const isBy = said.some(
    (word, at) =>
      SELLER.test(word) &&
      /^(?:(?:qu')?une?|vos|nos|votre|an?|your|our|sales)$/.test(said[at - 1] ?? '') &&
      !(word === 'commerciaux' && /^r?appels?$/.test(said[at - 1] ?? '')),
  );
  const isByPeople =
    /\b(?:appel\w*|passee?s?|telephon\w*|contact\w*|phone|call\w*|telefon\w*)(?: ?[,(]? ?(?:uniquement|seulement|exclusivement|et|only|nur))?[ ,(]+(?:par|by|von) (?:(?:des|de|un|a|real|vraies?|vrais) ){0,2}(?:personnes|humains?|etres humains|humans?|people|menschen)\b/.test(
      sentence,
    );
  return (isBy || isByPeople) && !isNamed(sentence) ? 'somebody' : 'unsaid';
};
