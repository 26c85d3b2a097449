import type { ActInCentre, CentreAnswer } from '#shared/app/centre/act-in-centre.ts';
import { CENTRE_FIELDS } from '#shared/domain/centre/asked.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { typedOppositionRecorded } from '../address-form.ts';
import type { Page } from '../layout.ts';
import { notDoneNow } from '../not-recorded.ts';
import { closedCentre } from './closed-centre.ts';
import { keptIn, NOTHING_KEPT } from './kept.ts';
import { openCentrePage } from './open-centre.ts';

/** What a form that could not be done gives back, and how. */
export const CENTRE_AGAIN = { fields: CENTRE_FIELDS, page: notDoneNow } as const;

interface Sent {
  /** Of the link. */
  readonly token: string;
  /** Of the form: what was written for a request that is not recorded is given back. */
  readonly field: ActInCentre['field'];
  readonly languageOr: (otherwise: ReaderLanguage) => ReaderLanguage;
}

/** Whether what was asked for is recorded, so that the form begins from nothing. */
const isAsked = (answer: Exclude<CentreAnswer, { page: 'recorded' }>): boolean => {
  const state = answer.page === 'open' ? answer.done : answer.before;
  return typeof state === 'object' && 'acknowledged' in state;
};

/** The page after a form of the preference centre. */
export const centrePage = (answer: CentreAnswer, { token, field, languageOr }: Sent): Page => {
  if (answer.page === 'recorded') return typedOppositionRecorded(languageOr('fr'));
  const kept = isAsked(answer) ? NOTHING_KEPT : keptIn(field);
  if (answer.page === 'open') {
    const wrote = isAsked(answer) && field('act') === 'ask' ? field('words').trim() : '';
    return openCentrePage(answer.shown, { ...answer, kept, wrote }, languageOr(answer.shown.notice.locale));
  }
  return closedCentre(answer.notice, { ...answer, token, kept }, languageOr(answer.notice.locale));
};
