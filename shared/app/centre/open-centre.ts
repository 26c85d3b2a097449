import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { minutesAfter, OPEN_MINUTES, typedCode } from '#shared/domain/centre/code.ts';
import type { Clock } from '../clock.port.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import type { CodeKeys, Codes } from './codes.port.ts';

export interface OpenPorts {
  readonly clock: Clock;
  readonly codes: Pick<Codes, 'takeTry' | 'consume'>;
  readonly codeKeys: () => Promise<CodeKeys>;
}

/** `pass`: it is open. `no-code`: none counts any more, and another must be asked for. */
export type Opened<T> = { readonly pass: string; readonly shown: T } | NotOpened;
export type NotOpened = 'wrong-code' | 'no-code';

/**
 * Opens the centre to who types the code that was sent to the contact of this link. Each try is counted before it is compared, and
 * a code opens once: it ends when there is something to show, so that whoever sees nothing can type it again.
 */
export const openCentre = async <T>(
  { clock, codes, codeKeys }: OpenPorts,
  {
    access,
    link,
    typed,
    show,
  }: {
    readonly access: AdvertiserAccess;
    readonly link: OppositionToken;
    readonly typed: string;
    /** What the open centre shows. */
    readonly show: () => Promise<T>;
  },
): Promise<Opened<T>> => {
  const code = typedCode(typed);
  if (code === undefined) return 'wrong-code';
  const { contactId } = link;
  const of = { advertiserId: access.advertiserId, contactId };
  const [keys, at] = [await codeKeys(), clock.now()];
  const hash = await codes.takeTry(access, contactId, at);
  if (hash === undefined) return 'no-code';
  if (!keys.isOf(hash, of, code)) return 'wrong-code';
  const shown = await show();
  if (!(await codes.consume(access, contactId, hash))) return 'no-code';
  return { pass: keys.passOf(of, minutesAfter(at, OPEN_MINUTES)), shown };
};
