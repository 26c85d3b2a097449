import { placesOf } from '#shared/domain/contact/address-facts.ts';
import type { StoredReason } from '#shared/domain/message/verdict.ts';
import { instantOfWall } from '#shared/domain/time/calendar.ts';
import type { Prohibition } from '#shared/law/article.ts';
import type { Example, ExampleChanges } from '#shared/law/example.ts';
import type { Facts } from '#shared/law/facts/facts.ts';
import { momentAt } from '#shared/law/facts/moments.ts';
import { conclude } from '#shared/law/fold/conclude.ts';
import { NO_REVIEW } from '#shared/law/fold/fault.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { rulebookOf } from '#shared/law/fold/rulebook.ts';
import { aConsent, aStanding, aVetRequest } from '#test/support/builders.ts';

/** A lawful message on Tuesday 24 November 2026 at 11:00 in Paris: what examples change. */
const lawful: Facts = prepareFacts(aVetRequest({ standing: aStanding({ consents: [aConsent()] }) }));

/** The places of these zones, with the calendars kept there. */
const withCalendars = (zones: readonly string[]) => zones.flatMap((zone) => placesOf('', { zone }));

/** The clock of the first zone shows `local`; the day it falls on chooses the law. */
const atLocalTime = (local: string, zones: readonly string[]) => {
  const [date = '', clock = ''] = local.split('T');
  const minute = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const at = instantOfWall(date, minute, zones[0] ?? 'Europe/Paris');
  const places = withCalendars(zones);
  return { at, day: date, places, moments: places.map((place) => momentAt(at, place)) };
};

const factsOf = (rule: Prohibition, { basis, local, zones, callsDaysAgo = [], ...changes }: ExampleChanges): Facts => {
  const { from, until } = rule.article.inForce;
  const day = until !== undefined && lawful.day >= until ? from : lawful.day;
  const kind = rule.judges === 'basis' ? rule.bases[0] : undefined;
  const bases = lawful.bases.map((each) => ({ ...each, ...(kind === undefined ? {} : { kind }), ...basis }));
  const time = local === undefined ? {} : atLocalTime(local, zones ?? ['Europe/Paris']);
  const facts = { ...lawful, day, bases, ...time, ...changes };
  return { ...facts, callAttempts: callsDaysAgo.map((days) => facts.at - days * 86_400_000) };
};

/** What one sentence says of an example, all other sentences left aside. */
export interface Judgement {
  readonly says: Example[2];
  /** The reason that it gives, where it forbids. */
  readonly reason?: StoredReason;
  /** What a human would decide, where it forbids and a human may. */
  readonly cause?: string;
  /** First lawful instant (ms since the epoch), where it forbids the moment alone. */
  readonly notBefore?: number;
}

/** A reason as its sentence gives it: that no human can be asked is said by the fold, of a question of every sentence. */
const asTheSentenceSays = ({ detail, ...reason }: StoredReason): StoredReason =>
  detail === undefined || detail === NO_REVIEW ? reason : { ...reason, detail };

/** Judges an example by its sentence, as the fold would with that sentence alone in the rulebook. */
export const judgeExample = (rule: Prohibition, [, changes]: Example): Judgement => {
  const { reasons, notes, cause, notBefore } = conclude(factsOf(rule, changes), rulebookOf([rule], 'one sentence'));
  const reason = [...reasons, ...notes].find(({ code, article }) => code === rule.code && article === rule.article.id);
  if (reason === undefined) return { says: 'not forbidden' };
  return {
    says: 'forbidden',
    reason: asTheSentenceSays(reason),
    ...(cause === undefined ? {} : { cause }),
    ...(notBefore === undefined ? {} : { notBefore }),
  };
};
