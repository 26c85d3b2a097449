import { type ResponseType as GatewayCase, ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { GATEWAY_WORDS } from '#shared/words/gateway.ts';
import type { GatewayWords } from '#shared/words/shape/pages.ts';
import { GATEWAY_CASES, GATEWAY_HEADERS } from './problem-responses.ts';

const PAGES: Readonly<Record<number, keyof GatewayWords>> = {
  403: 'tooMany',
  404: 'notThere',
  429: 'tooMany',
  500: 'unavailable',
  503: 'unavailable',
};

/**
 * What the gateway of the public API shows by itself: plain HTML in every language, French first, for it knows nothing of the
 * reader; no style, for it would need a policy.
 *
 * @param reference by which the request is found again in the log
 */
export const gatewayDocument = (page: keyof GatewayWords, reference: string): string => {
  const [first, ...others] = READER_LANGUAGES;
  const { title, text } = GATEWAY_WORDS[first][page];
  const sections = others.map((language) => {
    const words = GATEWAY_WORDS[language][page];
    return `<section lang="${language}"><h2>${words.title}</h2><p>${words.text}</p></section>`;
  });
  return `<!doctype html><html lang="${first}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p>${sections.join('')}<p>Référence : ${reference}</p></main></body></html>`;
};

const headersOf = (status: number): Record<string, string> => ({
  ...GATEWAY_HEADERS,
  'Content-Type': "'text/html; charset=utf-8'",
  'Content-Language': `'${READER_LANGUAGES.join(', ')}'`,
  'X-Robots-Tag': "'noindex, nofollow'",
  ...(status === 429 || status >= 500 ? { 'Retry-After': "'60'" } : {}),
});

/** What an authorizer alone brings about: no page has one. */
const OF_AUTHORIZERS: readonly GatewayCase[] = [
  ResponseType.UNAUTHORIZED,
  ResponseType.ACCESS_DENIED,
  ResponseType.AUTHORIZER_FAILURE,
];

/**
 * What the gateway of the public API answers by itself, before any page of ours: a page as well, for who asks is a person
 * who wants to oppose. It says whether anything was recorded. The statuses are those of the other API.
 */
export const pageResponses = (api: RestApi): void => {
  for (const [type, { status }] of GATEWAY_CASES.filter(([type]) => !OF_AUTHORIZERS.includes(type))) {
    api.addGatewayResponse(`Page-${type.responseType}`, {
      type,
      statusCode: String(status),
      responseHeaders: headersOf(status),
      // The name under which API Gateway looks for a body; the header says what it is.
      templates: { 'application/json': gatewayDocument(PAGES[status] ?? 'unreadable', '$context.requestId') },
    });
  }
};
