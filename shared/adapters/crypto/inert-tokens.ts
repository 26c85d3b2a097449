import type { Tokens } from '#shared/app/oppositions/tokens.port.ts';
import { inertToken } from '#shared/domain/opposition/inert-token.ts';
import { lengthOfToken } from './tokens.ts';

/** Tokens for previews: as long as the living ones, which no key is needed for. */
export const INERT_TOKENS: Pick<Tokens, 'mint'> = {
  mint: (facts) => inertToken(lengthOfToken(facts)),
};
