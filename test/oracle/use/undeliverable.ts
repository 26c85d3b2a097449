/**
 * Addresses that providers report dead: a house rule about the address, not the person (rulebook §10, design on what providers report).
 * Whatever the message is, it reaches nobody there.
 */

import { wasTrulyGiven } from '../consent.ts';
import { consentsAt, type Ledger, type Moment, ms, type Record_, upTo } from '../ledger.ts';
import { DAY } from '../time.ts';

/** A provider's own list speaks of what it saw lately elsewhere: it is believed for a fortnight. */
const LISTED_FOR = 14 * DAY;
/** A mailbox that is full or does not answer on three days of thirty is dead too. */
const DAYS = 3,
  WITHIN = 30 * DAY;

/** Whether this report is the one by which the address counts as dead, given those of before. */
const kills = (report: Record_, reports: readonly Record_[]): boolean => {
  if (report.body.lasts !== 'transient') return true;
  const days = reports
    .filter(({ body, index }) => body.lasts === 'transient' && index <= report.index)
    .filter(({ recorded }) => recorded > report.recorded - WITHIN)
    .map(({ recorded }) => Math.floor(recorded / DAY));
  return new Set(days).size >= DAYS;
};

/** Whether the address counts as dead: until the person gives a consent with it, which shows that it lives; delivery shows nothing. */
export const isUndeliverable = (ledger: Ledger, moment: Moment): boolean => {
  const reports = ledger.records.filter(
    (act) => act.kind === 'undeliverable' && act.address === 0 && upTo(act.recorded, moment),
  );
  const isFresh = (report: Record_): boolean =>
    consentsAt(ledger, moment).some(
      (consent) =>
        ms(consent.body.givenAt) > report.recorded && consent.index > report.index && wasTrulyGiven(ledger, consent),
    );
  return reports.some(
    (report) =>
      kills(report, reports) &&
      !(report.body.lasts === 'listed' && moment.t >= report.recorded + LISTED_FOR) &&
      !isFresh(report),
  );
};
