/**
 * Addresses that providers report dead: a house rule about the address, not the person (rulebook §10, design on what providers report).
 * Whatever the message is, it reaches nobody there.
 */

import { wasTrulyGiven } from '../consent.ts';
import { consentsAt, type Ledger, type Moment, ms, type Record_, upTo } from '../ledger.ts';
import { DAY } from '../time.ts';

/** A provider's own list speaks of what it saw lately elsewhere: it is believed for a fortnight. */
const LISTED_FOR = 14 * DAY;
/** A mailbox that is full or does not answer on three of the last thirty days counts as dead. */
const DAYS = 3,
  WITHIN = 30 * DAY;

/** A consent given with the address since shows that it lives, whatever became of the consent; a delivery shows nothing. */
const isOutlived = (ledger: Ledger, report: Record_, moment: Moment): boolean =>
  consentsAt(ledger, moment).some(
    (consent) =>
      ms(consent.body.givenAt) > report.recorded && consent.index > report.index && wasTrulyGiven(ledger, consent),
  );

/** Design P7: a provider's report makes no contact, so that one about an address of which nothing is on record is not kept. */
const isKept = ({ world }: Ledger, { index, address }: Record_): boolean =>
  world.acts
    .slice(0, index)
    .some(
      (act) =>
        (act.address === address && act.kind !== 'undeliverable') || (act.kind === 'moved' && act.body.to === address),
    );

/** Whether the address counts as dead. */
export const isUndeliverable = (ledger: Ledger, moment: Moment): boolean => {
  const reports = ledger.records
    .filter((act) => act.kind === 'undeliverable' && act.address === 0 && upTo(act.recorded, moment))
    .filter((report) => isKept(ledger, report) && !isOutlived(ledger, report, moment));
  const lasting = (lasts: string, within: number): readonly Record_[] =>
    reports.filter(({ body, recorded }) => body.lasts === lasts && moment.t < recorded + within);
  const days = new Set(lasting('transient', WITHIN).map(({ recorded }) => Math.floor(recorded / DAY)));
  return lasting('permanent', Infinity).length > 0 || lasting('listed', LISTED_FOR).length > 0 || days.size >= DAYS;
};
