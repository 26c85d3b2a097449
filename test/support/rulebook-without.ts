import { type Rulebook, rulebookOf } from '#shared/law/fold/rulebook.ts';
import { REGISTER, RULEBOOK } from '#shared/law/register.ts';

/** The rulebook without the sentences of these codes, to show by a test that each is needed. */
export const rulebookWithout = (...codes: readonly string[]): Rulebook =>
  rulebookOf(
    REGISTER.filter(({ code }) => !codes.includes(code)),
    `${RULEBOOK.version} without ${codes.join(', ')}`,
  );
