import type { Random } from '../../random.ts';
import type { Base } from '../base.ts';
import type { Draft } from '../draft.ts';
import { layCall } from './calls.ts';
import { layMail } from './mails.ts';
import { layText } from './texts.ts';

const nameIn = (value: unknown): string | undefined => {
  const name = typeof value === 'object' && value !== null ? Reflect.get(value, 'name') : undefined;
  return typeof name === 'string' ? name : undefined;
};

const declaredSource = ({ declared }: Draft): { readonly kind?: string; readonly reference?: string } | undefined => {
  const profession = declared[0]?.profession;
  return typeof profession === 'object' && profession !== null ? Reflect.get(profession, 'source') : undefined;
};

/** The address of a professional came from elsewhere, or nobody knows from where. */
const cameFromElsewhere = ({ founding, draft }: Base): boolean =>
  founding === 'profession' && declaredSource(draft)?.kind !== 'data-subject';

/** From whom the address came, where that was not the person. */
export const sourceOf = (base: Base): string | undefined =>
  base.founding === 'profession' ? declaredSource(base.draft)?.reference : nameIn(base.act?.body.collector);

/** The source has to be named, and is known to nobody: no bytes can name it. */
const isOfUnknownSource = (base: Base): boolean => cameFromElsewhere(base) && sourceOf(base) === undefined;

/** Writes the final bytes of the message of a base, which say all that they must. */
export const layBytes = (base: Base, random: Random): void => {
  const { draft, founding } = base;
  if (isOfUnknownSource(base)) return;
  const source = sourceOf(base);
  if (draft.channel === 'email') draft.bytes = layMail(draft, random, founding, source);
  else if (draft.channel === 'automated-call') draft.bytes = layCall(draft, random, source);
  else draft.bytes = layText(draft, random, founding, source);
};
