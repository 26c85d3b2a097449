import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { minutesAfter, OPEN_MINUTES, typedCode } from '#shared/domain/centre/code.ts';
import type { Clock, NewId } from '../clock.port.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import type { CodeKeys, Codes, OfContact } from './codes.port.ts';

export interface OpenPorts {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly codes: Pick<Codes, 'takeTry' | 'consume' | 'tryAgain' | 'wasRight'>;
  readonly codeKeys: () => Promise<CodeKeys>;
}

/**
 * `pass`: it is open. `wrong-code`: the same for a code that is wrong, and where none counts (any more): whoever has the link alone learns neither that
 * a code is out, nor when it was sent, nor how often it was tried.
 */
export type Opened<T> = { readonly pass: string; readonly shown: T } | NotOpened;
export type NotOpened = 'wrong-code';

interface Typed<T> {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  readonly typed: string;
  /** The value of chance of the page on which it was typed; empty: none. */
  readonly sheet: string;
  /** What the open centre shows. */
  readonly show: () => Promise<T>;
}

/** What the same form sent again is known by: whoever has the code alone has not the page on which it was typed. */
const bothOf = (code: string, sheet: string): string => `${code} ${sheet}`;

/**
 * Opens the centre to who types the code that was sent to the contact of this link. Each try is counted before it is compared, and
 * a code opens once: it ends when there is something to show, so that whoever sees nothing can type it again. The same form sent again, as a browser
 * does with a page that is loaded again, shows the same open page until its time is over: it has the `sheet` of that page, which nobody guesses, and its tries are counted as well.
 */
export const openCentre = async <T>(ports: OpenPorts, given: Typed<T>): Promise<Opened<T>> => {
  const { access, link, typed, sheet, show } = given;
  const [code, at] = [typedCode(typed), ports.clock.now()];
  if (code === undefined) return 'wrong-code';
  const { contactId } = link;
  const of = { advertiserId: access.advertiserId, contactId };
  const keys = await ports.codeKeys();
  const hash = await ports.codes.takeTry(access, contactId, at);
  if (hash === undefined) return openAgain(ports, { ...given, typed: code }, { keys, of });
  if (!keys.isOf(hash, of, code)) return 'wrong-code';
  const shown = await show();
  const until = minutesAfter(at, OPEN_MINUTES);
  const opened = { hash: keys.hashOf(of, bothOf(code, sheet), ports.newId()), until };
  if (await ports.codes.consume(access, contactId, hash, opened)) return { pass: keys.passOf(of, until), shown };
  return openAgain(ports, { ...given, typed: code }, { keys, of });
};

const openAgain = async <T>(
  { codes, clock }: OpenPorts,
  { access, typed, sheet, show }: Typed<T>,
  { keys, of }: { readonly keys: CodeKeys; readonly of: OfContact },
): Promise<Opened<T>> => {
  const opened = sheet === '' ? undefined : await codes.tryAgain(access, of.contactId);
  if (opened === undefined || opened.until <= clock.now()) return 'wrong-code';
  if (!keys.isOf(opened.hash, of, bothOf(typed, sheet))) return 'wrong-code';
  await codes.wasRight(access, of.contactId, opened);
  return { pass: keys.passOf(of, opened.until), shown: await show() };
};
