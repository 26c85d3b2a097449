import { namesAny, saysUndenied } from '../content/denied.ts';
import type { Comparison } from '../content/external.ts';

/** Words by which a message says that it is advertising, unless a denial leads to them: "ceci n’est pas une publicité". */
const ADVERTISING =
  /publici(?:t|dad)|promotion|commercia|\bcomercial|newsletter|lettre d.information|annonce|advertis(?!\w*[- ]free\b)|\badvertentie|marketing|\b(?:courriel|e-?mail|message) de prospection|\boffres?\b|\bwerb(?:ung\b|e[- ]?(?:e-)?mail|enachricht)|pubblicit|\breclame-?(?:e-)?mail|\breclamebericht/;
/** Folded words on one line say that they are advertising. */
export const announces = (words: string): boolean => saysUndenied(words, ADVERTISING);
/** Words by which a message says why the reader gets it. Whether they are true, the bytes alone do not say (D12). */
const WHY = new RegExp(
  [
    'vous (?:le |la |l.|nous )?recevez|recevez[- ](?:ce|vous)|parce que vous|car vous (?:avez|etes)',
    'vous (?:est|a ete) (?:adresse|envoye)e? (?:car|parce|puisque|suite|a la suite|en tant que|en qualite|en raison|a titre|au titre|dans le cadre|a votre demande)\\b',
    'nous vous (?:ecrivons|contactons|adressons|envoyons)\\b[^.!?]{0,40}\\b(?:parce que|car|puisque|suite a|en raison)\\b',
    'vous etes (?:inscrit|abonne)|vous nous avez demande de|voila pourquoi|pourquoi (?:ce (?:message|courriel|mail)|cet e-?mail|je recois)',
    'you(?:.re| are)? (?:getting|receiv)|because you|sent to you (?:because|as|since)\\b|writing to you because\\b',
    'why (?:(?:am|do|did) (?:i|you) (?:get|receiv)|this (?:message|e-?mail))',
    '\\bsie erhalten|\\bweil sie\\b|\\blo recibe|recibe este|\\briceve quest|\\bu ontvangt|\\bomdat u\\b',
  ].join('|'),
);

/** What a mail must say in words, and whether it does. */
export interface Said {
  readonly name: boolean;
  readonly advertising: boolean;
  readonly why: boolean;
  readonly source: boolean;
}

type Names = Pick<Comparison, 'names' | 'sources'>;
/** Whether folded words say one of it. */
export const SAYS: Readonly<Record<keyof Said, (words: string, names: Names) => boolean>> = {
  name: (words, { names }) => namesAny(words, names),
  advertising: announces,
  why: (words) => WHY.test(words),
  source: (words, { sources }) => sources.length > 0 && namesAny(words, sources),
};
/** What folded words say of it. */
export const saidIn = (words: string, names: Names): Said => ({
  name: SAYS.name(words, names),
  advertising: announces(words),
  why: WHY.test(words),
  source: SAYS.source(words, names),
});
