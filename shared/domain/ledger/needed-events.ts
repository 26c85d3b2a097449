import type { Instant } from '../ids.ts';
import { canonicalJson } from './canonical.ts';
import type { LedgerEvent } from './ledger-event.ts';
import { emptyStanding, foldLedger, type Standing } from './standing.ts';

type Whose = Pick<Standing, 'advertiserId' | 'contactId' | 'addressKind' | 'firstRecordedAt'>;

const folded = (whose: Whose, events: readonly LedgerEvent[]): Standing =>
  foldLedger(emptyStanding(whose, whose.firstRecordedAt), events);

/** What a standing says beside its oppositions, which it keeps itself. */
const said = ({ oppositions: _kept, seq: _position, ...rest }: Standing): string => canonicalJson(rest);

/**
 * How many of the oldest events are needed no more: so many that what was recorded until `before` says the same without them. What
 * is recorded later changes nothing of that.
 */
export const needless = (whose: Whose, events: readonly LedgerEvent[], before: Instant): number => {
  const old = events.filter(({ recordedAt }) => recordedAt <= before);
  const whole = said(folded(whose, old));
  for (let count = old.length; count > 0; count -= 1) if (said(folded(whose, old.slice(count))) === whole) return count;
  return 0;
};

/** The standing that these events make. */
export const standingOfEvents = folded;
