import { vi } from 'vitest';
import type { SentMail } from '#local/aws/mail/inbound-mail.ts';
import type { Aval } from '#tools/start/aval.ts';

/** What arrived, to be read: nothing of it acts. */
export type Arrived = Pick<Aval, 'inbox' | 'smsSink' | 'publicUrl'> & {
  readonly provider: Pick<Aval['provider'], 'taken'>;
};

/** The hands of somebody who got a message: whatever they do is one of these, and each is counted once. */
export interface Person {
  /** A link followed, a button pressed, or fields filled in and sent: each request of a browser is one. */
  readonly browse: typeof fetch;
  mail(mail: SentMail): Promise<void>;
  text(reply: { readonly from: string; readonly to: string; readonly body: string }): Promise<unknown>;
  /** Answers an MMS that a provider took; resolves to the status of its report. */
  answerMms(id: string, words: string): Promise<number>;
  /** Presses a key in a call that a provider took; resolves to the status of its report. */
  pressKey(id: string, digits: string): Promise<number>;
  /** Presses the button “spam” beside the last mail to this address. */
  pressSpam(address: string): Promise<void>;
  /** Says it to somebody: on the telephone, in a shop. */
  say(): void;
}

/** Where providers report, which on this machine they do from here: no person ever asks there. */
const REPORTS = '/r/';

/**
 * How many actions somebody took who does this; each is counted when it is done. Throws when a public page was asked for past their hands,
 * so that no way can be shorter than it is.
 */
export const actionsOf = async (stack: Aval, act: (person: Person) => Promise<unknown>): Promise<number> => {
  let [actions, requests] = [0, 0];
  const once = <T>(does: () => T): T => {
    actions += 1;
    return does();
  };
  const asked = vi.spyOn(globalThis, 'fetch');
  const person: Person = {
    browse: (url, init) => {
      requests += 1;
      return once(() => fetch(url, init));
    },
    mail: (mail) => once(() => stack.receiveMail(mail)),
    text: (reply) => once(() => stack.replyBySms(reply)),
    answerMms: (id, text) => once(() => stack.provider.report(id, { kind: 'reply', text })),
    pressKey: (id, digits) => once(() => stack.provider.report(id, { kind: 'keypress', digits })),
    pressSpam: (address) => once(() => stack.reportOnMail(address, { event: 'Complaint', feedbackType: 'abuse' })),
    say: () => once(() => undefined),
  };
  try {
    await act(person);
    const pages = asked.mock.calls.map(([url]) => String(url)).filter((url) => url.startsWith(stack.publicUrl));
    const ofPages = pages.filter((url) => !url.startsWith(`${stack.publicUrl}${REPORTS}`)).length;
    if (ofPages !== requests) throw new Error(`${ofPages} requests of public pages, ${requests} by the person`);
    return actions;
  } finally {
    asked.mockRestore();
  }
};
