import * as z from 'zod/mini';
import { typedAddress } from '#shared/domain/contact/typed-address.ts';
import { LANGUAGES, type Language } from '#tools/law/page/language.ts';
import { type Answer, type Asked, done, json, page, type Routes } from '../answer.ts';
import { PhoneRequest, ProviderReportRequest, SmsReplyRequest } from '../requests.ts';
import type { Watched } from '../watched.ts';
import { phonePage, phonesPage, SCRIPT, SCRIPT_PATH } from './phones.ts';
import { phonesOf } from './traffic.ts';
import { PATHS } from './words.ts';

/** Nothing from outside; the one script is the console’s own file. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";
/** A picture that somebody opens by itself is a picture, and nothing else. */
const PICTURE_POLICY = "sandbox; default-src 'none'";

/** What an answer causes is there when the page is shown again, unless it takes longer than a person would wait. */
const PATIENCE_MS = 5_000;

/** Where a picture that was given here is read, by whoever on this machine reads pictures. */
const PICTURES = 'https://pictures.example/';

const replied = async (stack: Watched, asked: Asked): Promise<Answer> => {
  const { back, ...reply } = z.parse(SmsReplyRequest, asked.body);
  const inboundMessageId = await stack.replyBySms(reply);
  if (back !== undefined) await stack.idle({ timeoutMs: PATIENCE_MS }).catch(() => undefined);
  return done(asked, { inboundMessageId }, back);
};

const reported = async (stack: Watched, asked: Asked): Promise<Answer> => {
  const { id, back, ...report } = z.parse(ProviderReportRequest, asked.body);
  return done(asked, { status: await stack.provider.report(id, report) }, back);
};

const found = (stack: Watched, language: Language, { body }: Asked): Answer => {
  const typed = typedAddress(z.parse(PhoneRequest, body).number);
  const phone = phonesOf(stack).find(({ number }) => number === typed?.value);
  if (phone === undefined) return page(phonesPage(stack, language, true), POLICY);
  return { status: 303, location: `${PATHS[language]}/${phone.id}` };
};

const held = (stack: Watched, { content }: Asked): Answer => {
  const { sha256, type } = stack.provider.hold(content);
  return json({ url: `${PICTURES}${sha256}`, sha256, type, bytes: content.length });
};

/** What the pages of phones and their programs ask. */
export const phoneRoutes = (stack: Watched): Routes => ({
  [`GET ${SCRIPT_PATH}`]: () => ({ status: 200, type: 'text/javascript; charset=utf-8', body: SCRIPT }),
  'POST /sms/replies': (asked) => replied(stack, asked),
  'GET /provider': () => json(stack.provider.taken()),
  'POST /provider/reports': (asked) => reported(stack, asked),
  'PUT /media': (asked) => held(stack, asked),
  ...Object.fromEntries(
    LANGUAGES.flatMap(
      (language) =>
        [
          [`GET ${PATHS[language]}`, () => page(phonesPage(stack, language), POLICY)],
          [`POST ${PATHS[language]}`, (asked) => found(stack, language, asked)],
        ] satisfies [string, Routes[string]][],
    ),
  ),
});

/** The page of one phone, or a picture, by the name in its path; `undefined`: there is none. */
export const namedPhone = (stack: Watched, { path }: Asked): Answer | undefined => {
  const hash = /^\/media\/([0-9a-f]{64})$/.exec(path)?.[1];
  const picture = hash === undefined ? undefined : stack.provider.held(hash);
  if (picture !== undefined) return { status: 200, type: picture.type, policy: PICTURE_POLICY, body: picture.content };
  const language = LANGUAGES.find((each) => path.startsWith(`${PATHS[each]}/`));
  if (language === undefined) return undefined;
  const shown = phonePage(stack, language, path.slice(PATHS[language].length + 1));
  return shown === undefined ? undefined : page(shown, POLICY);
};
