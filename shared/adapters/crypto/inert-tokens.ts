import type { Tokens } from '#shared/app/oppositions/tokens.port.ts';
import { inertToken } from '#shared/domain/opposition/inert-token.ts';
import { lengthOfToken } from './tokens.ts';

/** Tokens for previews: as long as the living ones, which no key is needed for. */
export const INERT_TOKENS: Pick<Tokens, 'mint'> = {
  mint: (facts) => inertToken(lengthOfToken(facts)),
};

/** The same with the mailbox beside the link, where the deployment receives mail at this domain: a mail to it names nobody. */
export const inertTokensAt = (inboxDomain: string | undefined): Pick<Tokens, 'mint' | 'mailboxes'> =>
  inboxDomain === undefined
    ? INERT_TOKENS
    : {
        ...INERT_TOKENS,
        mailboxes: { addressOf: () => `o+${'0'.repeat(61)}@${inboxDomain}`, read: () => undefined },
      };
