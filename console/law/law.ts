import { LANGUAGES, type Language, withoutBreaks } from '#tools/law/page/language.ts';
import { type LawPage, lawPage } from '#tools/law/page/page.ts';
import { search } from './search.ts';
import { lawPageHtml } from './view.ts';

let built: readonly LawPage[] | undefined;

/** The law does not change while the console runs: both pages are made once. */
const pages = (): readonly LawPage[] => {
  built ??= LANGUAGES.map(lawPage);
  return built;
};

/** The style sheet, where a space before a colon means something, is left as it is. */
const bodyWithoutBreaks = (page: string): string => {
  const body = page.indexOf('<body>');
  return page.slice(0, body) + withoutBreaks(page.slice(body));
};

/** The law page in a language, with what a search finds in it. */
export const law = (language: Language, query: string | undefined): string => {
  const all = pages();
  const page = all.find((each) => each.language === language);
  if (page === undefined) throw new RangeError('no such language');
  const asked = (query ?? '').trim().slice(0, 100);
  const others = all.filter((each) => each !== page);
  const shown = lawPageHtml(page, { asked, found: search(page, others, asked) });
  return language === 'fr' ? bodyWithoutBreaks(shown) : shown;
};
