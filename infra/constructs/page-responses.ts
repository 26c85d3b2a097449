import { type ResponseType as GatewayCase, ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { GATEWAY_CASES, GATEWAY_HEADERS } from './problem-responses.ts';

/** A sentence as heading, and what it means for the reader. */
interface Words {
  readonly title: string;
  readonly text: string;
}
type Page = Readonly<Record<'fr' | 'en', Words>>;

const NOT_THERE: Page = {
  fr: {
    title: 'Cette page n’existe pas',
    text: 'Rien n’a été enregistré. Si vous avez suivi un lien, il est sans doute incomplet : ouvrez-le à nouveau depuis le message, ou écrivez à l’expéditeur que vous ne voulez plus de publicité.',
  },
  en: {
    title: 'There is no such page',
    text: 'Nothing was recorded. If you followed a link, it is probably incomplete: open it again from the message, or write to the sender that you want no more advertising.',
  },
};
const TOO_MANY: Page = {
  fr: {
    title: 'Trop de demandes en même temps',
    text: 'Votre demande n’est pas enregistrée. Réessayez dans quelques minutes, ou écrivez à l’expéditeur que vous ne voulez plus de publicité.',
  },
  en: {
    title: 'Too many requests at the same time',
    text: 'Your request is not recorded. Try again in a few minutes, or write to the sender that you want no more advertising.',
  },
};
const UNAVAILABLE: Page = {
  fr: {
    title: 'Votre demande n’est pas encore enregistrée',
    text: 'Notre service est momentanément indisponible. Réessayez dans quelques minutes.',
  },
  en: {
    title: 'Your request is not recorded yet',
    text: 'Our service is unavailable for the moment. Try again in a few minutes.',
  },
};
const UNREADABLE: Page = {
  fr: {
    title: 'Cette demande ne peut pas être lue',
    text: 'Rien n’a été enregistré. Revenez à la page précédente et recommencez.',
  },
  en: {
    title: 'This request cannot be read',
    text: 'Nothing was recorded. Go back to the page before and start again.',
  },
};

const PAGES: Readonly<Record<number, Page>> = {
  403: TOO_MANY,
  404: NOT_THERE,
  429: TOO_MANY,
  500: UNAVAILABLE,
  503: UNAVAILABLE,
};

/** Plain HTML in both languages, for the gateway knows nothing of the reader; no style, for it would need a policy. */
const documentOf = ({ fr, en }: Page): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${fr.title}</title></head><body><main><h1>${fr.title}</h1><p>${fr.text}</p><section lang="en"><h2>${en.title}</h2><p>${en.text}</p></section><p>Référence : $context.requestId</p></main></body></html>`;

const headersOf = (status: number): Record<string, string> => ({
  ...GATEWAY_HEADERS,
  'Content-Type': "'text/html; charset=utf-8'",
  'Content-Language': "'fr, en'",
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
      templates: { 'application/json': documentOf(PAGES[status] ?? UNREADABLE) },
    });
  }
};
