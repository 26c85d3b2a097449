import { type Rulebook, rulebookOf } from '../fold/rulebook.ts';
import { REGISTER, RULEBOOK } from '../register.ts';

/**
 * The rulebook with the sentences of these codes left out, to show by a test that each is needed. No function imports
 * this file, so no deployed bundle can leave a prohibition out.
 */
export const rulebookWithout = (...codes: readonly string[]): Rulebook =>
  rulebookOf(
    REGISTER.filter(({ code }) => !codes.includes(code)),
    `${RULEBOOK.version} without ${codes.join(', ')}`,
  );
