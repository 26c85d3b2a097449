import type { Instant } from '../ids.ts';
import { dayInWords } from '../time/day-in-words.ts';
import type { RightsKind, RightsRequest } from './rights-request.ts';

/** What is in force from the recording on. */
type AtOnce = Extract<RightsKind, 'opposition' | 'restriction' | 'erasure'>;

/** What the person can be informed of once a request is recorded, for each language to say. */
export interface Acknowledged {
  readonly receivedAt: Instant;
  readonly atOnce?: AtOnce | undefined;
  /** Answered on a day; due by a day; or late. */
  readonly next: { readonly answeredAt: Instant } | { readonly dueAt: Instant } | 'late';
}

const isAtOnce = (kind: RightsKind): kind is AtOnce => ['opposition', 'restriction', 'erasure'].includes(kind);

/** What a request is acknowledged by at an instant: once it is closed, by the day of the answer alone. */
export const acknowledgedOf = (
  { kind, receivedAt, dueAt, closedAt }: Pick<RightsRequest, 'kind' | 'receivedAt' | 'dueAt' | 'closedAt'>,
  now: Instant,
): Acknowledged => {
  if (closedAt !== undefined) return { receivedAt, next: { answeredAt: closedAt } };
  return { receivedAt, atOnce: isAtOnce(kind) ? kind : undefined, next: now > dueAt ? 'late' : { dueAt } };
};

/** The sentences of an acknowledgement in one language; days are in words. */
export interface AcknowledgementWords {
  readonly received: (day: string) => string;
  readonly atOnce: Readonly<Record<AtOnce, string>>;
  readonly answered: (day: string) => string;
  readonly late: string;
  readonly due: (day: string) => string;
}

/** By when it is answered, or was. */
export const acknowledgedNextIn = (
  words: AcknowledgementWords,
  dayOf: (at: Instant) => string,
  { next }: Acknowledged,
): string => {
  if (next === 'late') return words.late;
  return 'dueAt' in next ? words.due(dayOf(next.dueAt)) : words.answered(dayOf(next.answeredAt));
};

/** What is in force meanwhile; `undefined`: nothing. */
export const acknowledgedNowIn = ({ atOnce }: AcknowledgementWords, of: Acknowledged): string | undefined =>
  of.atOnce === undefined ? undefined : atOnce[of.atOnce];

/** What is in force meanwhile and by when it is answered: for who reads already that their request is recorded. */
export const followUpIn = (
  words: AcknowledgementWords,
  dayOf: (at: Instant) => string,
  acknowledged: Acknowledged,
): string => {
  const meanwhile = acknowledgedNowIn(words, acknowledged);
  const end = acknowledgedNextIn(words, dayOf, acknowledged);
  return meanwhile === undefined ? end : `${meanwhile} ${end}`;
};

/** The same as one text. */
export const acknowledgementIn = (
  words: AcknowledgementWords,
  dayOf: (at: Instant) => string,
  acknowledged: Acknowledged,
): string => `${words.received(dayOf(acknowledged.receivedAt))} ${followUpIn(words, dayOf, acknowledged)}`;

export const ACKNOWLEDGEMENT: Readonly<Record<'fr' | 'en', AcknowledgementWords>> = {
  fr: {
    received: (day) => `Nous avons reçu votre demande le ${day}.`,
    atOnce: {
      opposition: 'Elle est déjà prise en compte.',
      restriction: 'Nous n’utilisons plus vos données en attendant.',
      erasure:
        'Ce qui est enregistré avec cette adresse ou ce numéro sera effacé, sauf ce que la loi permet de garder, comme votre refus de la publicité ou une facture\u00a0: la réponse vous dira quoi. Nous ne vous envoyons plus de publicité, et n’en enverrons plus sans un nouvel accord de votre part. Si vous aviez demandé une copie, vous la recevrez aussi.',
    },
    answered: (day) => `Il y a été répondu le ${day}.`,
    late: 'La réponse est en retard\u00a0: nous vous la devons sans délai.',
    due: (day) => `Vous aurez une réponse au plus tard le ${day}.`,
  },
  en: {
    received: (day) => `We received your request on ${day}.`,
    atOnce: {
      opposition: 'It is in force already.',
      restriction: 'We do not use your data meanwhile.',
      erasure:
        'What is recorded with this address or number will be erased, but for what the law allows to be kept, such as your refusal of advertising or an invoice: the answer will say what. We send you no more advertising, and will send none unless you agree again. If you asked for a copy before, you will receive it as well.',
    },
    answered: (day) => `It was answered on ${day}.`,
    late: 'The answer is late, and you will have it without delay.',
    due: (day) => `You will have an answer by ${day}.`,
  },
};

/**
 * What the person can be informed of once a request is recorded, in both languages of the API, at an instant: of one that is open, the day by
 * which an answer is due, unless that is past; of one that is closed, the day of the answer.
 */
export const acknowledgementOf = (
  request: Parameters<typeof acknowledgedOf>[0],
  now: Instant,
): { readonly fr: string; readonly en: string } => {
  const of = acknowledgedOf(request, now);
  const inWords = (language: 'fr' | 'en') =>
    acknowledgementIn(ACKNOWLEDGEMENT[language], (at) => dayInWords(language, at), of);
  return { fr: inWords('fr'), en: inWords('en') };
};
