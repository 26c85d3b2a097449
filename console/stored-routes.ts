import { LANGUAGES, type Language } from '#tools/law/page/language.ts';
import { type Answer, type Asked, page, type Routes } from './answer.ts';
import { campaignsPage, changeControl, makeReport, reportPage } from './campaigns/campaigns.ts';
import { controlPath, reportPath } from './campaigns/view.ts';
import { contactsPage, lookUpContact } from './contacts/contacts.ts';
import type { Around } from './frame/around.ts';
import { POLICY } from './frame/layout.ts';
import { PATHS } from './frame/words.ts';
import { messagesPage } from './messages/messages.ts';
import { decide, reviewsPage } from './reviews/reviews.ts';
import type { Watched } from './watched.ts';

type Shows = (around: Around, given: unknown) => Answer | Promise<Answer>;

const messages: Shows = async (around, given) => page(await messagesPage(around, given), POLICY);

/** By address what an address may hold; by the body of a form what is of a person. */
const showsOf = (language: Language): Readonly<Record<string, Shows>> => {
  const paths = PATHS[language];
  return {
    [`GET ${paths.messages}`]: (around, given) => messages(around, { ...Object(given), q: '' }),
    [`POST ${paths.messages}`]: messages,
    [`GET ${paths.contacts}`]: contactsPage,
    [`POST ${paths.contacts}`]: lookUpContact,
    [`GET ${paths.reviews}`]: reviewsPage,
    [`POST ${paths.reviews}`]: decide,
    [`GET ${paths.campaigns}`]: campaignsPage,
    [`POST ${paths.campaigns}`]: makeReport,
    // Who looks again at what a button answered sees the list.
    [`GET ${controlPath(language)}`]: campaignsPage,
    [`POST ${controlPath(language)}`]: changeControl,
    [`GET ${reportPath(language)}`]: reportPage,
  };
};

/** The pages of what is stored, asked of the application API with `rootKey`, which no page holds. */
export const storedRoutes = (stack: Watched, rootKey: () => string): Routes =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) =>
      Object.entries(showsOf(language)).map(([route, shows]) => {
        const answer = ({ search, body }: Asked) => {
          const around = { stack, language, api: { url: stack.urlOf('application'), key: rootKey() } };
          return shows(around, route.startsWith('GET') ? Object.fromEntries(search) : body);
        };
        return [route, answer] as const;
      }),
    ),
  );
