import { FOOTER_WORDS } from '#shared/words/footer.ts';
import type { FooterWords } from '#shared/words/shape/messages.ts';
import type { Mentions } from '../../content/mentions.ts';

/** Who writes and how to reach them: "Caves Dubois (Caves Dubois SARL, 3 rue du Port, 33000 Bordeaux, bonjour@…)". */
export const whoOf = (mentions: Pick<Mentions, 'publicName' | 'legalName' | 'postalAddress' | 'contact'>): string => {
  const { publicName, legalName, postalAddress, contact } = mentions;
  const more = [...(legalName === publicName ? [] : [legalName]), postalAddress ?? '', contact];
  return `${publicName} (${more.filter((words) => words !== '').join(', ')})`;
};

/** The sentences of the footer in the reader's language. */
export const footerWords = (mentions: Pick<Mentions, 'language'>): FooterWords => FOOTER_WORDS[mentions.language];
