import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { LANGUAGES, type Language } from '#tools/law/page/language.ts';
import { type Answer, type Asked, done, json, page, type Routes } from './answer.ts';
import { createFaultSwitch } from './faults.ts';
import { POLICY } from './frame/layout.ts';
import { html } from './html.ts';
import { law } from './law/law.ts';
import { consolePage } from './page.ts';
import { phoneIdsBy } from './phones/phone-ids.ts';
import { namedPhone, phoneRoutes } from './phones/routes.ts';
import { choosePreview, type PreviewPage, showPreview } from './preview/preview.ts';
import { PATHS as PREVIEW_PATHS } from './preview/words.ts';
import { ClockRequest, FaultsRequest, MailRequest } from './requests.ts';
import { storedRoutes } from './stored-routes.ts';
import type { Running, Watched } from './watched.ts';

/** A mail in a frame of the page itself is under the policy of the page; what it links to opens nowhere. */
const PREVIEW_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'none'; form-action 'self'; base-uri 'none'";
/** The same, and what a mail fetches is fetched: somebody asked for it. */
const LOADING_POLICY =
  "default-src 'none'; style-src 'unsafe-inline' http: https:; img-src data: http: https:; font-src http: https:; frame-src 'none'; form-action 'self'; base-uri 'none'";
/** A mail is shown in a frame of the pages here. */
const MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

const moveClock = async (stack: Watched, asked: Asked): Promise<Answer> => {
  const request = z.parse(ClockRequest, asked.body);
  await ('instant' in request ? stack.clock.set(request.instant) : stack.clock.advance(request.advanceSeconds));
  return done(asked, { instant: stack.clock.now() });
};

/** How long a caller of `GET /idle` waits at most: what a fault holds back never comes to rest. */
const IDLE_LIMIT_MS = 20_000;

const waitUntilIdle = async (stack: Watched): Promise<Answer> => {
  const isIdle = await stack.idle({ timeoutMs: IDLE_LIMIT_MS, endsWhenHeldUp: true }).then(
    () => true,
    () => false,
  );
  return json({ idle: isIdle });
};

const takeMail = async (stack: Watched, asked: Asked): Promise<Answer> => {
  await stack.receiveMail(z.parse(MailRequest, asked.body));
  return done(asked, {});
};

const faultRoute = (stack: Watched) => {
  const plan = createFaultSwitch(stack);
  return async (asked: Asked): Promise<Answer> => {
    await plan(z.parse(FaultsRequest, asked.body));
    return json({});
  };
};

/** A mail without HTML, as its reader sees it. */
const textAlone = (text: string | undefined): string =>
  `<!doctype html>${html`<meta charset="utf-8"><pre style="white-space:pre-wrap;overflow-wrap:anywhere">${text ?? ''}</pre>`.html}`;

const showMail = (stack: Watched, path: string): Answer | undefined => {
  const index = /^\/inbox\/(\d+)\/html$/.exec(path)?.[1];
  const mail = index === undefined ? undefined : stack.inbox()[Number(index)];
  return mail && page(mail.html ?? textAlone(mail.text), MAIL_POLICY);
};

const previewAnswer = ({ page: body, mayLoad }: PreviewPage): Answer =>
  page(body, mayLoad ? LOADING_POLICY : PREVIEW_POLICY);

const previewRoutes = (stack: Watched, rootKey: () => string): Routes => {
  const around = (language: Language) => ({
    api: { url: stack.urlOf('application'), key: rootKey() },
    language,
    today: stack.clock.now().slice(0, 10),
  });
  return Object.fromEntries(
    LANGUAGES.flatMap(
      (language) =>
        [
          [
            `GET ${PREVIEW_PATHS[language]}`,
            async ({ search }) => previewAnswer(await choosePreview(around(language), search)),
          ],
          [
            `POST ${PREVIEW_PATHS[language]}`,
            async ({ body }) => previewAnswer(await showPreview(around(language), body)),
          ],
        ] satisfies [string, Routes[string]][],
    ),
  );
};

const routesOf = (stack: Watched, hasApi: boolean): Routes => {
  const move = (asked: Asked) => moveClock(stack, asked);
  return {
    'GET /': async () => page(consolePage(stack, await stack.alarms(), hasApi), POLICY),
    'GET /loi': ({ search }) => page(law('fr', search.get('q') ?? undefined), POLICY),
    'GET /law': ({ search }) => page(law('en', search.get('q') ?? undefined), POLICY),
    'GET /inbox': () => json(stack.inbox()),
    'GET /sms': () => json(stack.smsSink()),
    'POST /mails': (asked) => takeMail(stack, asked),
    'GET /events': () => json(stack.events()),
    'GET /clock': () => json({ instant: stack.clock.now() }),
    'PUT /clock': move,
    'POST /clock': move,
    'PUT /faults': faultRoute(stack),
    'GET /idle': () => waitUntilIdle(stack),
    'GET /alarms': async () => json(await stack.alarms()),
    'GET /queues': async () => json(await stack.queueDepths()),
    'GET /denied': () => json(stack.denied()),
    ...phoneRoutes(stack),
  };
};

const readAsked = async (request: IncomingMessage): Promise<Asked> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const content = Buffer.concat(chunks);
  const isForm = request.headers['content-type']?.includes('x-www-form-urlencoded') === true;
  const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  return {
    path,
    search: searchParams,
    isForm,
    content,
    get body() {
      const text = content.toString('utf8');
      if (isForm) return Object.fromEntries(new URLSearchParams(text));
      return text === '' ? undefined : JSON.parse(text);
    },
  };
};

/** A page of another origin must not move the clock or answer messages. */
const isOfAnotherOrigin = (request: IncomingMessage) => {
  const { origin, host = '' } = request.headers;
  const isLocalHost = /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host);
  return !isLocalHost || (origin !== undefined && origin !== `http://${host}`);
};

const problemOf = (error: unknown): Answer => {
  const isCallers = error instanceof z.core.$ZodError || error instanceof RangeError || error instanceof SyntaxError;
  const title =
    error instanceof z.core.$ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
  return { ...json({ title, status: isCallers ? 422 : 500 }, isCallers ? 422 : 500), type: 'application/problem+json' };
};

/** Nothing of the console is in a frame of a page, whose reader would press its buttons unaware; but for what says itself where it may be. */
const policyOf = ({ policy = "default-src 'none'" }: Answer): string =>
  policy.includes('frame-ancestors') ? policy : `${policy}; frame-ancestors 'none'`;

const send = (response: ServerResponse, answer: Answer) => {
  response.writeHead(answer.status, {
    ...(answer.type ? { 'content-type': answer.type } : {}),
    'content-security-policy': policyOf(answer),
    ...(answer.location ? { location: answer.location } : {}),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // With `no-referrer` a browser names no origin, and the forms of these pages would be taken for those of another.
    'referrer-policy': 'same-origin',
  });
  response.end(answer.body ?? '');
};

/**
 * The console's pages and JSON API as a request listener. `rootKey` gives a key to the application API: with it the console
 * also shows previews, and what is stored. `phoneIdOf` names a phone in an address, by a key that goes with the process.
 */
export const createConsole = (
  running: Running,
  rootKey?: () => string,
  phoneIdOf: Watched['phoneIdOf'] = phoneIdsBy(randomBytes(32)),
): RequestListener => {
  const stack: Watched = { ...running, phoneIdOf };
  const routes = {
    ...routesOf(stack, rootKey !== undefined),
    ...(rootKey === undefined ? {} : { ...previewRoutes(stack, rootKey), ...storedRoutes(stack, rootKey) }),
  };
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    if (isOfAnotherOrigin(request)) return json({ title: 'Only pages of this console may ask.', status: 403 }, 403);
    const asked = await readAsked(request);
    const route = routes[`${request.method} ${asked.path}`];
    if (route) return route(asked);
    return (
      showMail(stack, asked.path) ?? namedPhone(stack, asked) ?? json({ title: 'No such page.', status: 404 }, 404)
    );
  };
  return (request, response) => {
    answer(request)
      .catch(problemOf)
      .then((given) => send(response, given));
  };
};
