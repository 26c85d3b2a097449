import type { MailAsReceived } from './received-mails.port.ts';

/** How mail programs begin the subject of an answer that nobody wrote, where no header says so. */
const AUTOMATIC_SUBJECT =
  /^\s*(réponse automatique|message d['’]absence|absence du bureau|automatic reply|auto(matic)?[- ]?(reply|response)|out of office|automatische antwort|abwesenheitsnotiz|respuesta automática|fuera de la oficina|risposta automatica|fuori sede|automatisch antwoord|afwezigheidsbericht|undeliver|delivery (status|failure)|mail delivery|non remis|unzustellbar)/iu;

/**
 * True of a mail that no person wrote in answer (RFC 3834): one that came back, an answer of a program, a receipt, and what a list sends that answers nothing.
 * `Auto-Submitted: no` is a person's.
 */
export const isAutomatic = ({ headers, subject = '' }: Pick<MailAsReceived, 'headers' | 'subject'>): boolean => {
  const valuesOf = (name: string): readonly string[] =>
    headers.filter((each) => each.name === name).map(({ value }) => value.trim().toLowerCase());
  // A shared mailbox of the advertiser's may itself be a list, which marks what people answer.
  const isAnswer = ['in-reply-to', 'references'].some((name) => valuesOf(name).length > 0);
  return (
    valuesOf('return-path').some((path) => path.replace(/[<>\s]/g, '') === '') ||
    valuesOf('auto-submitted').some((value) => !/^no\b/.test(value)) ||
    valuesOf('content-type').some((type) => /^multipart\/report\b/.test(type)) ||
    valuesOf('precedence').some((value) => /^(bulk|junk|auto_reply)$/.test(value)) ||
    ['x-autoreply', 'x-autorespond', 'x-failed-recipients'].some((name) => valuesOf(name).length > 0) ||
    (!isAnswer && ['list-id', 'list-unsubscribe'].some((name) => valuesOf(name).length > 0)) ||
    AUTOMATIC_SUBJECT.test(subject)
  );
};
