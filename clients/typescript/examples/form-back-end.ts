/**
 * A form back end: it shows a form, records the consent with its evidence, and sends a welcome.
 *
 * Before it can: the settings of the advertiser (`putAdvertiser`) and the version of the form (`putFormVersion`). The page
 * shows the wording of that version, so that what people see is what is recorded.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Aval, type FormVersion, missingIn, ProblemError, type RecordConsentRequest } from '../src/index.ts';

/** Which form it shows, for whom. */
export interface FormSite {
  readonly aval: Aval;
  readonly advertiserId: string;
  readonly formId: string;
  readonly version: string;
  readonly now: () => Date;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** `showing` makes the same words of the same person on two days two acts. */
const pageOf = ({ form: { wording, language, notice } }: FormVersion, showing: string): string => `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><title>Newsletter</title>
<form method="post">
  <input type="hidden" name="showing" value="${showing}">
  <label>E-mail <input type="email" name="email" required></label>
  <label><input type="checkbox" name="agrees" value="yes"> ${escapeHtml(wording)}</label>
  <button>OK</button>${notice?.url === undefined ? '' : `\n  <a href="${escapeHtml(notice.url)}">Données personnelles</a>`}
</form></html>
`;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

const WELCOME = {
  subject: 'Bienvenue',
  html: '<p>Bonjour, merci de votre inscription : voici nos vins du mois.</p>',
};

/** What the person submitted, and the name of that act: the same form sent again is the same act, a corrected one is not. */
const actOf = (submitted: string) => {
  const fields = new URLSearchParams(submitted);
  const sha256 = createHash('sha256').update(submitted).digest('hex');
  return { email: fields.get('email') ?? '', agrees: fields.get('agrees') === 'yes', sha256 };
};
type Act = ReturnType<typeof actOf>;

/** A key goes with one body: a second try that says another hour is refused, for the act is recorded already. */
const isRecordedAlready = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'idempotency-key-reused';

/** Records the consent. It is stored in any case; where it cannot be used, it is our form that must be mended. */
const record = async (
  { aval, advertiserId, formId, version, now }: FormSite,
  { email, sha256 }: Act,
): Promise<void> => {
  const consent = {
    advertiserId,
    contact: { email },
    channels: ['email'],
    form: { formId, version },
    givenAt: now().toISOString(),
    drawnBy: 'own-site',
    // Keep what was submitted in your own store: Aval takes its hash alone.
    proof: { sha256, mediaType: 'application/x-www-form-urlencoded' },
  } satisfies RecordConsentRequest;
  try {
    const { id, usable } = await aval.recordConsent(consent, { idempotencyKey: `consent-${sha256}` });
    if (usable.email !== true) throw new Error(`The consent ${id} supports no e-mail. ${missingIn(usable).join(' ')}`);
  } catch (error) {
    if (!isRecordedAlready(error)) throw error;
  }
};

const sendWelcome = ({ aval, advertiserId }: FormSite, { email, sha256 }: Act) =>
  aval.acceptMessages(
    {
      advertiserId,
      messages: [{ contact: { email }, channel: 'email', offerCategory: 'wine', content: { email: WELCOME } }],
    },
    { idempotencyKey: `welcome-${sha256}` },
  );

/** Resolves to the sentence that the person sees. */
const subscribe = async (site: FormSite, submitted: string): Promise<string> => {
  const act = actOf(submitted);
  if (!act.agrees) return 'Rien n’a été enregistré.';
  await record(site, act);
  await sendWelcome(site, act);
  return 'Merci, votre inscription est enregistrée.';
};

const answer = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(text);
};

/** What the person typed is no e-mail address: what else the client throws is ours to look at. */
const isTypedWrong = (error: unknown): boolean =>
  error instanceof ProblemError && error.errors.some(({ pointer }) => pointer === '/contact/email');

/** A server that is not yet listening. */
export const formServer = (site: FormSite): Server =>
  createServer(async (request, response) => {
    try {
      if (request.method === 'POST') return answer(response, 200, await subscribe(site, await bodyOf(request)));
      const { aval, advertiserId, formId, version } = site;
      return answer(response, 200, pageOf(await aval.getFormVersion({ advertiserId, formId, version }), randomUUID()));
    } catch (error) {
      if (isTypedWrong(error)) return answer(response, 422, 'Cette adresse n’est pas une adresse e-mail.');
      console.error(error);
      return answer(
        response,
        503,
        'Envoyez à nouveau ce formulaire dans un instant : rien ne sera enregistré deux fois.',
      );
    }
  });
