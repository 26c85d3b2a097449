import type { Instant } from '../ids.ts';
import { dayInWords } from '../time/day-in-words.ts';
import type { RightsKind, RightsRequest } from './rights-request.ts';

/** What is in force from the recording on. */
const AT_ONCE: Readonly<Partial<Record<RightsKind, { readonly fr: string; readonly en: string }>>> = {
  opposition: { fr: ' Elle est déjà prise en compte.', en: ' It is in force already.' },
  restriction: {
    fr: ' Nous n’utilisons plus vos données en attendant.',
    en: ' We do not use your data meanwhile.',
  },
  erasure: {
    fr: ' Nous ne vous envoyons plus de publicité en attendant.',
    en: ' We send you no advertising meanwhile.',
  },
};

/**
 * What the person can be informed of once a request is recorded, in both languages, at an instant: of one that is open, the day by which an
 * answer is due, unless that is past; of one that is closed, the day of the answer.
 */
export const acknowledgementOf = (
  { kind, receivedAt, dueAt, closedAt }: Pick<RightsRequest, 'kind' | 'receivedAt' | 'dueAt' | 'closedAt'>,
  now: Instant,
): { readonly fr: string; readonly en: string } => {
  const received = {
    fr: `Nous avons reçu votre demande le ${dayInWords('fr', receivedAt)}.`,
    en: `We received your request on ${dayInWords('en', receivedAt)}.`,
  };
  if (closedAt !== undefined)
    return {
      fr: `${received.fr} Il y a été répondu le ${dayInWords('fr', closedAt)}.`,
      en: `${received.en} It was answered on ${dayInWords('en', closedAt)}.`,
    };
  const { fr = '', en = '' } = AT_ONCE[kind] ?? {};
  if (now > dueAt)
    return {
      fr: `${received.fr}${fr} La réponse est en retard : nous vous la devons sans délai.`,
      en: `${received.en}${en} The answer is late, and you will have it without delay.`,
    };
  return {
    fr: `${received.fr}${fr} Vous aurez une réponse au plus tard le ${dayInWords('fr', dueAt)}.`,
    en: `${received.en}${en} You will have an answer by ${dayInWords('en', dueAt)}.`,
  };
};
