import type { MailAsReceived } from './received-mails.port.ts';

/** How mail programs begin the subject of an answer that nobody wrote, where no header says so. */
const AUTOMATIC_SUBJECT =
  /^\s*(réponse automatique|message d['’]absence|absence du bureau|automatic reply|auto(matic)?[- ]?(reply|response)|out of (the )?office|absente?s? d(u|e mon|e notre) bureau|automatische antwort|abwesend|abwesenheit|nicht im büro|respuesta automática|fuera de (la )?oficina|ausente de la oficina|risposta automatica|fuori (sede|ufficio)|assente dall['’]ufficio|automatisch antwoord|afwezig|niet op kantoor|undeliver|delivery (status|failure)|mail delivery|non remis|unzustellbar)/iu;

/** The same in words that a person may put there as well. */
const MAY_BE_AUTOMATIC =
  /^\s*(absence|absente?|(je suis |actuellement )*(absente?|en (vacances|congés?))|on (holiday|vacation|leave)|(ich bin )?im urlaub|de vacaciones|ausente|in (vacanza|ferie)|assente|(ik ben )?(op|met) (vakantie|verlof))(?!\p{L})/iu;

/** Who wrote a mail: a person, a program, or one of both where its headers say this and that. */
export type WriterOfMail = 'person' | 'program' | 'unclear';

/** Whose mails are about mails that could not be delivered; who keeps a domain may write as its postmaster. */
const OF_A_SERVER = /^mailer-daemon@/i;
const OF_A_POSTMASTER = /^postmaster@/i;

/** True of a mail that answers another. A shared mailbox of the advertiser's may itself be a list or a rule, which marks what people answer. */
export const isAnswer = ({ headers }: Pick<MailAsReceived, 'headers'>): boolean =>
  headers.some(({ name }) => name === 'in-reply-to' || name === 'references');

/** True of a report on other mails, such as one that came back (RFC 6522), which may hold what it reports on. */
export const isReport = ({ headers }: Pick<MailAsReceived, 'headers'>): boolean =>
  headers.some(({ name, value }) => name === 'content-type' && /^\s*multipart\/report\b/i.test(value));

/**
 * Who wrote a mail, by its headers and its subject (RFC 3834). A program: one that came back, an absence, a receipt, and what a list sends that
 * answers nothing. A person: `Auto-Submitted: no`, and what a rule of a mailbox passed on, which Microsoft marks as `auto-generated`. Unclear: an answer that has lost its return path
 * or is marked as sent in bulk, a subject that may be that of an absence, and what a postmaster writes.
 */
export const writerOf = ({
  headers,
  subject = '',
  from,
}: Pick<MailAsReceived, 'headers' | 'subject' | 'from'>): WriterOfMail => {
  const valuesOf = (name: string): readonly string[] =>
    headers.filter((each) => each.name === name).map(({ value }) => value.trim().toLowerCase());
  const answers = isAnswer({ headers });
  const wasPassedOn =
    answers ||
    valuesOf('resent-from').length > 0 ||
    valuesOf('x-ms-exchange-generated-message-source').some((source) => source.includes('rule'));
  const submitted = valuesOf('auto-submitted').filter((value) => !/^no\b/.test(value));
  const isOfProgram =
    submitted.some((value) => !wasPassedOn || /^auto-(replied|notified)\b/.test(value)) ||
    isReport({ headers }) ||
    valuesOf('precedence').includes('auto_reply') ||
    ['x-autoreply', 'x-autorespond', 'x-failed-recipients'].some((name) => valuesOf(name).length > 0) ||
    (!answers && ['list-id', 'list-unsubscribe'].some((name) => valuesOf(name).length > 0)) ||
    from.some((address) => OF_A_SERVER.test(address)) ||
    AUTOMATIC_SUBJECT.test(subject);
  if (isOfProgram) return 'program';
  const isDoubted =
    valuesOf('return-path').some((path) => path.replace(/[<>\s]/g, '') === '') ||
    valuesOf('precedence').some((value) => /^(bulk|junk)$/.test(value));
  if (isDoubted && !wasPassedOn) return 'program';
  const isUnclear =
    isDoubted || MAY_BE_AUTOMATIC.test(subject) || from.some((address) => OF_A_POSTMASTER.test(address));
  return isUnclear ? 'unclear' : 'person';
};
