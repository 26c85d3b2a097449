import type { Mentions } from '#shared/channels/content/mentions.ts';
import { prepareEmail } from '#shared/channels/email/prepare-email.ts';
import { renderEmail } from '#shared/channels/email/render-email.ts';
import { verifyEmail } from '#shared/channels/email/verify-email.ts';
import { Failure } from '#shared/domain/failure.ts';
import { EVERYTHING_SAID, mentionsOf } from '#test/support/mentions.ts';

/** How the address of the opposition page begins, in what `sendInProcess` sends. */
export const LEADS_TO = mentionsOf({}).oppositionUrl.replace(/[^/]*$/, '');
const VALUES = { nom: 'Léa', prenom: 'Léa', name: 'Léa', firstname: 'Léa' };

/** What the door and the sender say of the HTML of a mail: the HTML that leaves, or why none does. */
export type Sent = { readonly html: string } | { readonly refused: readonly string[] };

/**
 * Takes a mail through the door and the sender without a running system: prepared, rendered, verified. What its footer says
 * is that of a wine merchant, but for what is given.
 */
export const sendInProcess = (html: string, said: Partial<Mentions> = {}): Sent => {
  const mentions = mentionsOf(said);
  try {
    const rendered = renderEmail(prepareEmail({ subject: 'Novembre', html }), VALUES, mentions);
    const facts = new Map(Object.entries(verifyEmail(rendered, mentions)));
    const missing = Object.keys(EVERYTHING_SAID).filter((fact) => facts.get(fact) !== true);
    return missing.length > 0 ? { refused: missing.map((fact) => `verified: ${fact}`) } : { html: rendered.html ?? '' };
  } catch (error) {
    if (error instanceof Failure) return { refused: error.errors?.map(({ detail }) => detail) ?? [error.message] };
    throw error;
  }
};
