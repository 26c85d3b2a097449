import { wallClock } from '../time/calendar.ts';
import { millisecondsOf } from '../time/instant.ts';
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

/** What the person can be informed of when a request was recorded, in both languages. */
export const acknowledgementOf = ({
  kind,
  receivedAt,
  dueAt,
}: Pick<RightsRequest, 'kind' | 'receivedAt' | 'dueAt'>): { readonly fr: string; readonly en: string } => {
  const dayIn = (locale: string, at: typeof dueAt) => {
    const { date } = wallClock(millisecondsOf(at), 'Europe/Paris');
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    return format.format(Date.parse(`${date}T12:00:00Z`));
  };
  const { fr = '', en = '' } = AT_ONCE[kind] ?? {};
  return {
    fr: `Nous avons reçu votre demande le ${dayIn('fr-FR', receivedAt)}.${fr} Vous aurez une réponse au plus tard le ${dayIn('fr-FR', dueAt)}.`,
    en: `We received your request on ${dayIn('en-GB', receivedAt)}.${en} You will have an answer by ${dayIn('en-GB', dueAt)}.`,
  };
};
