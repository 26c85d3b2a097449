import Negotiator from 'negotiator';

/**
 * The reader's language among `ours` by `Accept-Language` (RFC 9110 section 12.5.4), else the other one, which also wins where the
 * reader wants several as much.
 */
export const languageOf = <Language extends string>(
  acceptLanguage: string | undefined,
  ours: readonly Language[],
  otherwise: Language,
): Language => {
  const inOrder = [otherwise, ...ours.filter((language) => language !== otherwise)];
  const wanted = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '' } }).languages(inOrder);
  return inOrder.find((language) => language === wanted[0]) ?? otherwise;
};
