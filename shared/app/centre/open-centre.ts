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
export type Opened = { readonly pass: string } | 'wrong-code' | 'no-code';

/**
 * Opens the centre to who types the code that was sent to the contact of this link. Each try is counted before it is compared, and
 * a code opens once.
 */
export const openCentre = async (
  { clock, codes, codeKeys }: OpenPorts,
  {
    access,
    link,
    typed,
  }: { readonly access: AdvertiserAccess; readonly link: OppositionToken; readonly typed: string },
): Promise<Opened> => {
  const code = typedCode(typed);
  if (code === undefined) return 'wrong-code';
  const { contactId } = link;
  const of = { advertiserId: access.advertiserId, contactId };
  const [keys, at] = [await codeKeys(), clock.now()];
  const hash = await codes.takeTry(access, contactId, at);
  if (hash === undefined) return 'no-code';
  if (!keys.isOf(hash, of, code)) return 'wrong-code';
  if (!(await codes.consume(access, contactId, hash))) return 'no-code';
  return { pass: keys.passOf(of, minutesAfter(at, OPEN_MINUTES)) };
};
