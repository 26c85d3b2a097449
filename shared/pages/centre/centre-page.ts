import type { CentreAnswer } from '#shared/app/centre/act-in-centre.ts';
import { CENTRE_FIELDS } from '#shared/domain/centre/asked.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { typedOppositionRecorded } from '../address-form.ts';
import type { Page } from '../layout.ts';
import { notDoneNow } from '../not-recorded.ts';
import { closedCentre } from './closed-centre.ts';
import { openCentrePage } from './open-centre.ts';

/** What a form that could not be done gives back, and how. */
export const CENTRE_AGAIN = { fields: CENTRE_FIELDS, page: notDoneNow } as const;

/** The page after a form of the preference centre, by its link with this `token`. */
export const centrePage = (
  answer: CentreAnswer,
  { token, languageOr }: { readonly token: string; readonly languageOr: (otherwise: ReaderLanguage) => ReaderLanguage },
): Page => {
  if (answer.page === 'recorded') return typedOppositionRecorded(languageOr('fr'));
  if (answer.page === 'open') return openCentrePage(answer.shown, answer, languageOr(answer.shown.notice.locale));
  return closedCentre(answer.notice, { token, before: answer.before }, languageOr(answer.notice.locale));
};
