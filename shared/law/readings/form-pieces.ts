/** The pieces that a form version can lack, each with its words and where it is mended. */
import type { Bilingual, Missing } from '#shared/domain/missing.ts';
import { awaitsReview } from '#shared/domain/review/awaits-review.ts';
import { REFUSED_CAUSE_PREFIX } from '../fold/fault.ts';
import { wordsOnceDecided } from '../reasons/decided.ts';
import { reasonOf } from '../reasons/reasons.ts';
import { EVIDENCE_OF_FORM, MISSING_FOR_SALES, POINTERS_OF_REASONS, REFUSALS_OF_NO_USE } from './form-words.ts';

/** A version never changes, so that every remedy is another version. */
const NEW_VERSION = 'PUT /v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}';
const newVersion = (pointer: string, sentence: Bilingual, mend: Bilingual): Missing => ({
  pointer,
  sentence,
  remedy: { sentence: mend, pointer, route: NEW_VERSION },
});

const ANOTHER: Bilingual = {
  fr: 'Corrigez le formulaire, et enregistrez ce qu’il montre désormais comme une nouvelle version.',
  en: 'Mend the form, and store what it shows from then on as a new version.',
};

/** Nobody decided yet what the wording carries: the one piece of a form that no other version needs to mend. */
export const FORM_AWAITS_REVIEW: Missing = awaitsReview('/channels', {
  fr: 'Les mots cités ne nomment pas ce canal, ne parlent pour lui que d’une commande, d’une réponse ou des offres d’autrui, y joignent d’un même geste autre chose (conditions, commande, compte, jeu), énoncent un terme (agreedFor) ou des horaires qui ne sont pas déclarés, ou sont d’une langue qui n’est pas lue, et personne n’a encore jugé s’ils le portent.',
  en: 'The words quoted do not name this channel, speak for it of an order, an answer or the offers of others alone, agree by the same act to something else (terms, an order, an account, a game), set an end (agreedFor) or hours that are not declared, or are in a language that is not read, and nobody has judged yet whether they carry it.',
});

/** Nobody looked yet whether the archives show what people saw (D9). */
export const REBUILT_FORM_AWAITS_REVIEW: Missing = awaitsReview('/reconstruction', {
  fr: 'Cette version est reconstituée d’après des archives, et personne n’a encore jugé si elle montre ce que les personnes ont vu.',
  en: 'This version was rebuilt from archives, and nobody has judged yet whether it shows what people saw.',
});

/** What a decision of a human mends, and no other version. */
export const AWAITS_REVIEW: ReadonlySet<Missing> = new Set([FORM_AWAITS_REVIEW, REBUILT_FORM_AWAITS_REVIEW]);

/** What a reason found on the form asks for; `decided`: the cause that a human refused. */
export const ofReason = (code: string, decided?: string): Missing => {
  const once = decided === undefined ? undefined : wordsOnceDecided(code, `${REFUSED_CAUSE_PREFIX}${decided}`)?.says;
  const { fr, en } = once ?? reasonOf(code) ?? { fr: code, en: code };
  return newVersion(POINTERS_OF_REASONS[code] ?? '', { fr, en }, ANOTHER);
};

/** A channel on which Aval gives no verdict. */
export const ofUnbuilt: Missing = {
  pointer: '/channels',
  sentence: {
    fr: 'Aucun message ne part sur ce canal : Aval n’y donne pas de verdict.',
    en: 'No message leaves on this channel: Aval gives no verdict on it.',
  },
  remedy: {
    sentence: {
      fr: 'Rien n’est à corriger dans le formulaire : les consentements à ce canal sont gardés.',
      en: 'Nothing is to be mended in the form: consents to this channel are kept.',
    },
  },
};

/** Evidence of consents that is missing in the form, by its pointers into a consent. */
export const ofEvidence = (pointers: readonly string[]): readonly Missing[] =>
  pointers
    .filter((pointer) => pointer.startsWith('/form/'))
    .map((pointer) => pointer.slice('/form'.length))
    .map((pointer) => {
      const words = EVIDENCE_OF_FORM[pointer];
      return newVersion(pointer, words?.sentence ?? { fr: pointer, en: pointer }, words?.remedy ?? ANOTHER);
    });

/** A piece that sales made with the form lack, by its pointer into the sale. */
export const ofSales = (pointer: string): Missing => {
  const inForm = pointer.slice('/form'.length);
  const words = MISSING_FOR_SALES[pointer] ?? EVIDENCE_OF_FORM[inForm];
  return newVersion(inForm, words?.sentence ?? { fr: inForm, en: inForm }, words?.remedy ?? ANOTHER);
};

/** A refusal that is there and offers nothing (L. 34-5, al. 4). */
export const ofRefusal = (fault: keyof typeof REFUSALS_OF_NO_USE): Missing => {
  const { sentence, remedy } = REFUSALS_OF_NO_USE[fault];
  return newVersion('/refusal', sentence, remedy);
};
