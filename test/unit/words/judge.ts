import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { type Catalogue, sentencesIn } from '#tools/words/sentences.ts';

/** Small words that a language has and the others have not: what a text is known by. From no code of ours. */
const SMALL: Readonly<Record<string, readonly string[]>> = {
  fr: 'le les des du est vous votre vos ne pas et ou où ce cette ces une au aux par pour que qui plus été sont dans avez être il sur nous notre'.split(
    ' ',
  ),
  en: 'the of is you your not and or this that these a an to for by was it are no be with at from we our who has have already'.split(
    ' ',
  ),
  de: 'der die das den dem des ist sie ihr ihre ihren ihnen nicht und oder diese dieser diesem dieses ein eine einen einem zu für von wurde es sind keine kein mehr mit an auf wir unser haben weil bei noch'.split(
    ' ',
  ),
  es: 'el los las del la una es usted su sus no y este esta estos un una por para que ha son en se le lo ya al más porque puede nos nuestro nuestros'.split(
    ' ',
  ),
  it: 'il gli delle della del è lei suo suoi sua non questo questa questi un una per che ha sono nel si le ne già più perché può di nostri nostro'.split(
    ' ',
  ),
  nl: 'het een is u uw niet en of dit deze dat op van voor door er zijn geen meer met aan bij wij onze hebt omdat te om nog wat kan'.split(
    ' ',
  ),
};

/** What says that nothing is recorded: where it is lost, the page says the contrary. */
const NOT_RECORDED = {
  fr: /pas/,
  en: /\b(not|cannot|Nothing)\b/,
  de: /nicht/,
  es: /\bno\b/,
  it: /\b[Nn]on\b/,
  nl: /\b(niet|geen)\b/,
};

/** What says that no call comes any more: without it a key is one for whatever. */
const NO_MORE_CALLS = {
  fr: /ne plus être appelé/,
  en: /opt out of these calls/,
  de: /nicht mehr angerufen/,
  es: /no recibir más llamadas/,
  it: /non ricevere più chiamate/,
  nl: /niet meer gebeld/,
};

/** Words that a sentence owes its reader, wherever it is in each language. */
const OWED: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  'footer.advertising': { fr: /publicit/, en: /advertis/, de: /Werb/, es: /publicit/, it: /pubblicit/, nl: /reclame/ },
  'footer.stop': {
    fr: /plus recevoir/,
    en: /Stop/,
    de: /abbestellen/,
    es: /Darse de baja/,
    it: /Disiscriv/,
    nl: /Afmelden/,
  },
  'footer.stopEnd': { fr: /gratuit/, en: /free/, de: /kostenlos/, es: /gratuito/, it: /gratuito/, nl: /gratis/ },
  'footer.stopHint': { fr: /gratuit/, en: /free/, de: /kostenlos/, es: /gratuito/, it: /gratuito/, nl: /gratis/ },
  'footer.why customer': {
    fr: /analogues/,
    en: /similar/,
    de: /ähnliche/,
    es: /similares/,
    it: /analoghi/,
    nl: /gelijksoortige/,
  },
  'footer.why relation': {
    fr: /refuser/,
    en: /refuse/,
    de: /widersprechen/,
    es: /oponerse/,
    it: /opporsi/,
    nl: /bezwaar/,
  },
  'calls.who': {
    fr: /publicitaire automatique.*synthèse/,
    en: /Automated advertising.*synthetic/,
    de: /Automatische Werb.*synthetisch/,
    es: /publicitario automático.*sintética/,
    it: /pubblicitario automatico.*sintetica/,
    nl: /Automatisch reclame.*synthetisch/,
  },
  'calls.whoOfService': {
    fr: /automatique.*synthèse/,
    en: /Automated.*synthetic/,
    de: /Automatische.*synthetisch/,
    es: /automático.*sintética/,
    it: /automatico.*sintetica/,
    nl: /Automatisch.*synthetisch/,
  },
  'calls.test': Object.fromEntries(READER_LANGUAGES.map((language) => [language, /\bTEST\b/])),
  'calls.key': NO_MORE_CALLS,
  'calls.number': NO_MORE_CALLS,
  'pages.ask.means': { fr: /opposez/, en: /object/, de: /widersprechen/, es: /opone/, it: /oppone/, nl: /bezwaar/ },
  'pages.ask.free': { fr: /gratuit/, en: /free/, de: /kostenlos/, es: /gratuito/, it: /gratuito/, nl: /gratis/ },
  'pages.recorded.title': {
    fr: /opposition/,
    en: /opposition/,
    de: /Widerspruch/,
    es: /oposición/,
    it: /opposizione/,
    nl: /bezwaar/,
  },
  'pages.form.explained': { fr: /gratuit/, en: /free/, de: /kostenlos/, es: /gratuito/, it: /gratuito/, nl: /gratis/ },
  'pages.start.shortest': Object.fromEntries(READER_LANGUAGES.map((language) => [language, /\bSTOP\b/])),
  'pages.unreadable.steps.2': Object.fromEntries(READER_LANGUAGES.map((language) => [language, /\bSTOP\b/])),
  'pages.form.neither': {
    fr: /n’est pas enregistré/,
    en: /is not recorded/,
    de: /wurde nicht gespeichert/,
    es: /no se ha registrado/,
    it: /non è stato registrato/,
    nl: /is niet geregistreerd/,
  },
  'pages.notNow.opposition': NOT_RECORDED,
  'pages.notNow.request': NOT_RECORDED,
  'gateway.unavailable.title': NOT_RECORDED,
  'centre.closed.free': { fr: /gratuit/, en: /free/, de: /kostenlos/, es: /gratuito/, it: /gratuito/, nl: /gratis/ },
};

const wordsOf = (said: string): readonly string[] => said.toLowerCase().match(/\p{L}+/gu) ?? [];
const countIn = (words: readonly string[], language: string): number =>
  words.filter((word) => SMALL[language]?.includes(word)).length;

/** The language whose small words a text has most of; `undefined`: it has too few to know. */
const seemsToBe = (said: string): string | undefined => {
  const words = wordsOf(said);
  const counts = READER_LANGUAGES.map((language) => [countIn(words, language), language] as const);
  const [best, second] = counts.toSorted((a, b) => b[0] - a[0]);
  return best !== undefined && second !== undefined && best[0] > second[0] + 1 ? best[1] : undefined;
};

const ofDayOf = (said: string): string => [...new Set(said.match(/⟦[^⟧]*⟧/g))].toSorted().join(' ');

/** What is wrong with a catalogue, a line each: a sentence that is missing, empty, of another language, or lacks what it owes. */
export const faultsIn = (catalogue: Catalogue): readonly string[] => {
  const french = sentencesIn(catalogue, 'fr');
  const unnamed = Object.keys(OWED).filter((path) => !french.has(path));
  if (unnamed.length > 0) return unnamed.map((path) => `${path} owes words, and there is no such sentence`);
  return READER_LANGUAGES.flatMap((language) => {
    const said = sentencesIn(catalogue, language);
    const paths = new Set([...french.keys(), ...said.keys()]);
    return [...paths].flatMap((path) => {
      const [sentence, model] = [said.get(path)?.trim(), french.get(path)];
      if (sentence === undefined || sentence === '') return [`${language} ${path} is missing`];
      if (model === undefined) return [`${language} ${path} is in no French`];
      const seems = seemsToBe(sentence);
      return [
        ...(ofDayOf(sentence) === ofDayOf(model) ? [] : [`${language} ${path} does not name what the French names`]),
        ...(seems === undefined || seems === language ? [] : [`${language} ${path} seems to be ${seems}`]),
        ...(OWED[path]?.[language]?.test(sentence) === false ? [`${language} ${path} does not say what it owes`] : []),
        ...(language !== 'fr' && sentence === model && wordsOf(sentence.replaceAll(/⟦[^⟧]*⟧/g, '')).length > 2
          ? [`${language} ${path} is the French`]
          : []),
      ];
    });
  });
};
