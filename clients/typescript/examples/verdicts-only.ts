/**
 * A team that sends with its own system, and asks Aval alone for verdicts on the very bytes.
 *
 * Nothing is put into these messages, so the team writes into each what it must say: who writes and that it is advertising,
 * why this reader gets it, the processing notice, and how to stop in one action. What lacks one is refused.
 */
import { type Aval, type GiveVerdictsRequest, outcomesOf } from '../src/index.ts';

/** A mail as the team would hand it to its own provider. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

export interface Team {
  readonly aval: Aval;
  readonly advertiserId: string;
  readonly sender: { readonly address: string; readonly name: string };
  readonly legalName: string;
  readonly noticeUrl: string;
  /** The mailbox of the settings (`oppositionInbox`): what arrives there is registered as an opposition. */
  readonly oppositionInbox: string;
  /** The team's own provider. */
  readonly send: (mail: Mail) => Promise<void>;
}

/** What a mailing offers. */
export interface Mailing {
  readonly offerCategory: string;
  readonly subject: string;
  /** HTML of the offer alone. */
  readonly html: string;
}

/** How many were sent, and what to do with the others. */
export interface Report {
  readonly sent: readonly string[];
  /** Lawful later: by address, from when on. */
  readonly later: ReadonlyMap<string, string>;
  /** A human must decide the cause: `listReviews` has it, `decideReview` takes the decision. */
  readonly toDecide: readonly string[];
  /** Never: by address, the primary reason. */
  readonly refused: ReadonlyMap<string, string>;
}

const composed = (
  { sender, legalName, noticeUrl, oppositionInbox }: Team,
  { subject, html }: Mailing,
  to: string,
): Mail => {
  // Personal: the subject names the reader, so that the opposition is registered without a question.
  const stop = `mailto:${oppositionInbox}?subject=${encodeURIComponent(`stop ${to}`)}`;
  const mentions = [
    `Message publicitaire de ${sender.name} (${legalName}).`,
    'Vous recevez ce message parce que vous avez accepté nos offres par e-mail.',
    `<a href="${stop}">Se désinscrire</a> · <a href="${noticeUrl}">Vos données personnelles</a>`,
  ].map((line) => `<p>${line}</p>`);
  const headers = [{ name: 'List-Unsubscribe', value: `<${stop}>` }];
  return { to, subject, html: `${html}${mentions.join('')}`, headers };
};

/** Sends a mailing to at most 100 readers; each mail leaves only on a verdict about its own bytes. */
export const sendMailing = async (team: Team, mailing: Mailing, readers: readonly string[]): Promise<Report> => {
  const mails = readers.map((reader) => composed(team, mailing, reader));
  const messages: GiveVerdictsRequest['messages'] = mails.map(({ to, subject, html, headers }) => ({
    contact: { email: to },
    offerCategory: mailing.offerCategory,
    bytes: { email: { from: team.sender, subject, html, headers } },
  }));
  const outcomes = await outcomesOf(team.aval.giveVerdicts({ advertiserId: team.advertiserId, messages }));

  const report = { sent: [] as string[], later: new Map(), toDecide: [] as string[], refused: new Map() };
  for (const [index, mail] of mails.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined || !outcome.isTaken) {
      report.refused.set(mail.to, outcome?.problem.title ?? 'no verdict');
      continue;
    }
    const verdict = outcome.answer;
    if (verdict.outcome === 'allow') {
      await team.send(mail);
      report.sent.push(mail.to);
    } else if (verdict.outcome === 'defer') report.later.set(mail.to, verdict.notBefore);
    else if (verdict.outcome === 'review') report.toDecide.push(mail.to);
    else report.refused.set(mail.to, verdict.reasons[0]?.code ?? 'no reason');
  }
  return report;
};

/** The mailbox of oppositions was read: this reader wrote stop. */
export const stopArrived = async ({ aval, advertiserId }: Team, from: string, mailId: string): Promise<void> => {
  await aval.registerOpposition(
    { advertiserId, contact: { email: from }, via: 'email' },
    { idempotencyKey: `mail-${mailId}` },
  );
};
