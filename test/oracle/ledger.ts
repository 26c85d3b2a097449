/** What the recorded acts come to: which records count, what the contact is declared to be, which oppositions apply to the address asked about. */

import { refusesStrangersAlone } from './forms/refused-partners.ts';
import { there } from './there.ts';
import { localTime } from './time.ts';
import { type Declared, declaredAt, factsIn } from './use/human.ts';
import { after, around, type Move, movesIn, placeBy } from './use/moves.ts';
import type { Decision, Fields, World } from './world.ts';

export interface Scope {
  readonly scope: 'global' | 'channel' | 'purpose';
  readonly channels: readonly string[];
  readonly purpose?: string;
}
export interface Record_ {
  readonly index: number;
  readonly kind: string;
  readonly address: number;
  readonly recorded: number;
  readonly body: Fields;
  readonly ofAct?: number;
  readonly observed?: string;
  readonly altered?: true;
  /** Of a consent that followed its person here: the act in which it was given, at a former address. */
  readonly root?: number;
  /** Of such a consent: how it was asked for, by what is known of that address. */
  readonly wasAsked?: 'lawfully' | 'unlawfully';
  /** The change by which a consent followed its person to another address, and ended here. */
  readonly left?: Move;
  /** The advertiser corrected the address since: what was done here is of nobody who is known to read it. */
  readonly isOfAnother?: true;
  /** Of such a consent: the act of the correction that ended it, where it was on record by then. */
  readonly corrected?: number;
}
/** What a person said at one address, and what may reach the others. */
interface Spoken {
  readonly recorded: number;
  readonly spreads: boolean;
  /** The act in which it was spoken. */
  readonly index: number;
  /** The act by which it came to the address: its place in the order of that ledger, which no clock tells. */
  readonly place: number;
  /** The same, as it came there first, where it came back since. */
  readonly cameFirst?: number;
}
export interface Opposition extends Spoken {
  readonly of: Scope;
  readonly occurred: number;
  readonly heardThere: boolean;
}
/** A point in time at which something is judged; strict leaves out what happened at that very instant. */
export interface Moment {
  readonly t: number;
  readonly strict: boolean;
}

/** Questions that one basis asks about another: a consent about the message that asked for it, a term about a consent. */
export interface Questions {
  readonly isLawfulMessage: (ledger: Ledger, channel: string, moment: Moment) => boolean;
  readonly wasTrulyGiven: (ledger: Ledger, consent: Record_) => boolean;
  readonly wasTrulySold: (ledger: Ledger, sale: Record_) => boolean;
  readonly afterMoves: (asked: Pick<Ledger, 'world' | keyof Questions>, records: readonly Record_[]) => Moved;
}
/** What changes of address made of the records of address 0, and what followed each, by its act. */
export interface Moved {
  readonly records: readonly Record_[];
  readonly followed: ReadonlyMap<number, readonly Record_[]>;
  /** When the advertiser last corrected address 0, as far as nothing took that back. */
  readonly correctedAt?: number | undefined;
}

export interface Ledger extends Questions {
  readonly world: World;
  readonly known: number;
  readonly siren: string;
  /** Every record that counts, of address 0 and of the others. */
  readonly records: readonly Record_[];
  /** What the advertiser last declared of address 0, or of the human at another. */
  readonly facts: Fields;
  /** The same, declaration by declaration. */
  readonly declared: readonly Declared[];
  /** By the act of each change of address, the consents that followed it. */
  readonly followed: Moved['followed'];
  readonly correctedAt?: Moved['correctedAt'];
  /** Oppositions that apply to address 0, also through its person (D1). */
  readonly oppositions: readonly Opposition[];
  /** Restrictions (art. 18 GDPR) that were asked for at address 0, or at another of its person. */
  readonly restrictions: readonly Spoken[];
  /** When records that concern address 0 were annulled (D4). */
  readonly annulledAt: readonly number[];
}

export const ms = (value: unknown): number => Date.parse(value as string);
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
export const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value : []);
export const words = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);
export const object = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null ? (value as Fields) : undefined;
/** Whether an instant lies at or before a moment. */
export const upTo = (instant: number, moment: Moment): boolean =>
  moment.strict ? instant < moment.t : instant <= moment.t;

/** D23: what is dated after its own recording is refused at entry and founds nothing (an opposition so dated still counts, from its recording). */
const isFromTheFuture = (act: Record_): boolean => {
  const dated =
    act.kind === 'consent'
      ? act.body.givenAt
      : act.kind === 'sale'
        ? act.body.soldAt
        : act.kind === 'activity'
          ? act.body.occurredAt
          : undefined;
  return dated !== undefined && ms(dated) > act.recorded;
};

/** A record is known once it reached us. */
const knownRecords = (world: World, known: number): Record_[] =>
  world.acts
    .map((act, index) => ({ ...act, index, recorded: ms(act.recordedAt) }))
    .filter((act) => act.recorded <= known && !isFromTheFuture(act));

/** D4: two named humans who differ; never a record that came by link, one-click, STOP or complaint. */
const isValidAnnulment = (act: Record_, records: readonly Record_[]): boolean => {
  const target = records.find((other) => other.index === act.ofAct);
  const names = new Set(list(act.body.approvers).map((approver) => text(approver.name).trim().toLowerCase()));
  return (
    target !== undefined &&
    names.size >= 2 &&
    target.kind !== 'annulment' &&
    target.observed === undefined &&
    target.body.via !== 'complaint'
  );
};

const GLOBAL: Scope = { scope: 'global', channels: [] };
const scopeOf = (of: unknown): Scope => {
  const body = object(of);
  if (!body || body.scope === 'global' || body.scope === undefined) return GLOBAL;
  return {
    scope: body.scope as Scope['scope'],
    channels: words(body.channels),
    ...(body.purpose === undefined ? {} : { purpose: text(body.purpose) }),
  };
};

const EVERY_CHANNEL = [
  ...['email', 'sms', 'mms', 'rcs', 'automated-call', 'live-call', 'voicemail-drop'],
  ...['fax', 'push', 'in-app', 'social-message', 'post'],
];
/** What a refusal at a sale is of: what is recorded, else the offers of partners where its words are of those alone, else everything (L7). */
export const refusedBy = (refusal: Fields): Scope =>
  refusal.of === undefined && refusesStrangersAlone(text(refusal.words))
    ? { scope: 'purpose', channels: EVERY_CHANNEL, purpose: 'partner-offers' }
    : scopeOf(refusal.of);

const PHONE_MESSAGES = ['sms', 'mms', 'rcs'];
/** The scope of an opposition that we saw ourselves (OPP-3): a STOP stops text messages, or everything where the advertiser chose that reading. */
const observedScope = (act: Record_, world: World): Scope => {
  if (act.observed === 'sms-reply') {
    if (hasReading(world, 'sms-stop-covers-everything')) return GLOBAL;
    const given = act.body.of === undefined ? undefined : scopeOf(act.body.of);
    if (given === undefined || given.scope === 'channel')
      return { scope: 'channel', channels: [...new Set([...PHONE_MESSAGES, ...(given?.channels ?? [])])] };
    return given;
  }
  if (act.body.of !== undefined) return scopeOf(act.body.of);
  return { scope: 'channel', channels: world.addresses[act.address]?.email === undefined ? PHONE_MESSAGES : ['email'] };
};

/** Whether the advertiser recorded that it chooses a reading. */
export const hasReading = (world: World, reading: string): boolean =>
  list(world.advertiser.readings).some((choice) => choice.reading === reading);

/** D1: link, one click, STOP and the complaint button concern that address; every other road, and every GLOBAL, the person. */
const spreads = (act: Record_, of: Scope): boolean =>
  // D1 lists account, preference page, phone, letter and shop; what a partner passes on is none of these.
  of.scope === 'global' || (act.observed === undefined && !['complaint', 'partner'].includes(text(act.body.via)));

/** When the person opposed; undated, when it was recorded (OPP-4). */
const occurredOf = (act: Record_): number =>
  act.body.occurredAt === undefined ? act.recorded : Math.min(ms(act.body.occurredAt), act.recorded);

/** What an act says against prospecting, if it says anything: oppositions, withdrawals (D3), refusals at collection (D3, L7). */
const oppositionOf = (act: Record_, world: World): Opposition | undefined => {
  if (act.kind === 'opposition') {
    const of = act.observed === undefined ? scopeOf(act.body.of) : observedScope(act, world);
    return {
      of,
      occurred: act.observed === undefined ? occurredOf(act) : act.recorded,
      recorded: act.recorded,
      spreads: spreads(act, of),
      heardThere: act.observed !== undefined,
      index: act.index,
      place: act.index,
    };
  }
  if (act.kind === 'withdrawal' && act.ofAct !== undefined) {
    const consent = world.acts[act.ofAct]?.body ?? {};
    const of: Scope = {
      scope: 'purpose',
      channels: words(consent.channels),
      purpose: text(consent.purpose) || 'own-offers',
    };
    return {
      of,
      occurred: occurredOf(act),
      recorded: act.recorded,
      spreads: true,
      heardThere: false,
      index: act.index,
      place: act.index,
    };
  }
  const refusal = act.kind === 'sale' ? object(act.body.refusal) : undefined;
  if (refusal)
    return {
      of: refusedBy(refusal),
      occurred: ms(act.body.soldAt),
      recorded: act.recorded,
      spreads: true,
      heardThere: false,
      index: act.index,
      place: act.index,
    };
  return undefined;
};

/** Art. 18 GDPR gives the right to the person: it reaches the data held at every address of that person, as a GLOBAL opposition does. */
const restrictionOf = (act: Record_): Spoken | undefined =>
  act.kind === 'restriction'
    ? { recorded: act.recorded, spreads: true, index: act.index, place: act.index }
    : undefined;

/** What is held at an address, by the act in which each was spoken. */
type Held<S extends Spoken> = Map<number, S>;

const comeTo = <S extends Spoken>(held: Held<S>, { cameFirst: _, ...spoken }: S, place: number): void => {
  const before = held.get(spoken.index);
  const first = before && { cameFirst: before.cameFirst ?? before.place };
  held.set(spoken.index, { ...(spoken as unknown as S), ...first, place });
};

/**
 * Replays the records in order: what a person says against use reaches every contact linked at that time, and a link copies what it finds on
 * both sides (D1). What an address takes over by a link is recorded there by that link.
 */
const heldByAddress = <S extends Spoken>(
  records: readonly Record_[],
  world: World,
  spokenIn: (act: Record_) => S | undefined,
): Map<number, Held<S>> => {
  const held = new Map<number, Held<S>>(world.addresses.map((_, address) => [address, new Map()]));
  const personOf = new Map<number, string>();
  const moves: Move[] = [];
  /** Every address of the human, as far as it is known: of the same person, and before or after one of these. */
  const everywhere = (address: number): readonly number[] => [
    ...new Set(membersOf(address).flatMap((member) => around(member, moves))),
  ];
  const membersOf = (address: number): number[] => {
    const person = personOf.get(address);
    return person === undefined
      ? [address]
      : [...personOf].filter(([, ref]) => ref === person).map(([member]) => member);
  };
  const hold = (address: number, spoken: S, place: number): void => {
    const atAddress = there(held.get(address));
    if (!atAddress.has(spoken.index)) atAddress.set(spoken.index, { ...spoken, place });
  };
  /** What anybody of them said for all their addresses is written to each. */
  const share = (address: number, act: Record_): void => {
    const members = everywhere(address);
    const shared = members.flatMap((member) => [...there(held.get(member)).values()]).filter((each) => each.spreads);
    for (const member of members) for (const spoken of shared) hold(member, spoken, act.index);
  };
  for (const act of records) {
    if (act.kind === 'contact') {
      // What a declaration does not speak of stays: another call unlinks (0071).
      if (typeof act.body.personRef === 'string') personOf.set(act.address, act.body.personRef);
      share(act.address, act);
    }
    const [move] = movesIn([act]);
    if (move) {
      // D1: an address change copies oppositions always, as narrow as they were; both addresses are of one person where either was.
      // What came back holds from then on: nothing lifted it where it comes from (a consent that did follows after it).
      for (const spoken of [...there(held.get(move.from)).values()])
        for (const next of after(move.to, moves)) comeTo(there(held.get(next)), spoken, placeBy(move, spoken.place));
      const person = personOf.get(move.to) ?? personOf.get(move.from);
      if (person !== undefined) for (const each of [move.from, move.to]) personOf.set(each, person);
      moves.push(move);
      share(move.to, act);
    }
    const spoken = spokenIn(act);
    // What one address said alone holds at those that were taken after it: an old mail still has its link.
    if (spoken)
      for (const member of spoken.spreads ? everywhere(act.address) : after(act.address, moves))
        hold(member, spoken, act.index);
  }
  return held;
};

/** Reads the world as it is known at an instant. */
export const readLedger = (world: World, known: number, questions: Questions): Ledger => {
  const all = knownRecords(world, known);
  const annulments = all.filter((act) => act.kind === 'annulment' && isValidAnnulment(act, all));
  const annulled = new Set(annulments.map((act) => act.ofAct));
  const records = all.filter((act) => act.kind !== 'annulment' && !annulled.has(act.index));
  // Whom an annulled opposition had reached: those, too, are held for 24 hours.
  const unannulled = all.filter((act) => act.kind !== 'annulment');
  const heldNow = <S extends Spoken>(of: readonly Record_[], spokenIn: (act: Record_) => S | undefined): Held<S> =>
    there(heldByAddress(of, world, spokenIn).get(0));
  const opposed = (act: Record_): Opposition | undefined => oppositionOf(act, world);
  const before = heldNow(unannulled, opposed);
  const whole = questions.afterMoves({ ...questions, world }, unannulled);
  const concerned = (act: Record_): boolean =>
    act.address === 0 ||
    world.acts[act.ofAct ?? -1]?.address === 0 ||
    before.has(act.ofAct ?? -1) ||
    // What an annulled consent left at the addresses to which it followed is held there, too.
    whole.records.some(({ address, root }) => address === 0 && root === act.ofAct && root !== undefined);
  const declared = declaredAt(0, unannulled, whole.followed);
  const isAnnulled = ({ index, root }: Record_): boolean => annulled.has(root ?? index);
  return {
    ...questions,
    world,
    known,
    siren: text(world.advertiser.siren),
    records: whole.records.filter((act) => !isAnnulled(act)),
    followed: whole.followed,
    correctedAt: whole.correctedAt,
    facts: factsIn(declared),
    declared,
    oppositions: [...heldNow(records, opposed).values()],
    restrictions: [...heldNow(records, restrictionOf).values()],
    annulledAt: annulments.filter(concerned).map((act) => act.recorded),
  };
};

const ANSWERS = new WeakMap<Ledger, Map<string, boolean>>();

/** Answers a question about a ledger once: the same past is asked about from every later consent. */
export const once = (ledger: Ledger, question: string, answer: () => boolean): boolean => {
  const answers = ANSWERS.get(ledger) ?? new Map<string, boolean>();
  ANSWERS.set(ledger, answers);
  const known = answers.get(question) ?? answer();
  answers.set(question, known);
  return known;
};

/** The form version that a record names, if the advertiser stored it: as first stored, for a list that grew later does not reach back (L4). */
export const formOf = (ledger: Ledger, record: Record_): Fields | undefined => {
  const named = object(record.body.form);
  return named && ledger.world.forms.find((form) => form.id === named.formId && form.version === named.version)?.body;
};

/** The day of an instant in Paris. */
export const parisDay = (t: number): string => {
  const local = localTime(t, 'Europe/Paris');
  return `${local.year}-${String(local.month).padStart(2, '0')}-${String(local.day).padStart(2, '0')}`;
};

/** D9: an instant is outside the period for which a form was rebuilt. */
export const isOutside = (rebuilt: Fields, when: number): boolean =>
  parisDay(when) < text(rebuilt.from) || parisDay(when) > text(rebuilt.until);

/** A consent that its rebuilt form does not show: weaker than one of that period. */
const isOutsideItsForm = (ledger: Ledger, consent: Record_): boolean => {
  const rebuilt = object(formOf(ledger, consent)?.reconstruction);
  return rebuilt !== undefined && isOutside(rebuilt, ms(consent.body.givenAt));
};

/** The channels of a consent; where it names none, the one that the words of its form carry. */
export const channelsOf = (ledger: Ledger, consent: Record_): readonly string[] => {
  if (consent.body.channels !== undefined) return words(consent.body.channels);
  return list(formOf(ledger, consent)?.channels).map((entry) => text(entry.channel));
};

/** `form:<id>@<version>` of the form that a record names. */
export const formCause = (record: Record_): string => {
  const named = object(record.body.form) ?? {};
  return `form:${text(named.formId)}@${text(named.version)}`;
};

const sameConsent = (a: Fields, b: Fields): boolean => {
  const key = (body: Fields): string =>
    JSON.stringify([
      [...words(body.channels)].sort(),
      body.purpose ?? 'own-offers',
      object(body.form)?.formId ?? null,
      object(body.form)?.version ?? null,
      object(body.collector)?.siren ?? null,
      list(body.transferredBy).map((hand) => hand.siren),
    ]);
  return key(a) === key(b);
};

/** What ends a consent, which then stays on record as ended. */
const ENDS = ['withdrawal', 'invalidation'];
const ASKED = ['call', 'message'];

/**
 * Whether a consent takes the place of an earlier one: the person gave the same again, later, and nothing about it is weaker. A weaker
 * one takes nothing away: the person said yes the first time, and no text undoes that.
 */
const takesPlaceOf = (ledger: Ledger, later: Record_, earlier: Record_): boolean =>
  !ledger.records.some(
    (act) => ENDS.includes(act.kind) && act.ofAct === (earlier.root ?? earlier.index) && act.index < later.index,
  ) &&
  !(earlier.left !== undefined && earlier.left.index < later.index) &&
  !(earlier.corrected !== undefined && earlier.corrected < later.index) &&
  // What we saw ourselves is shown by that; what is only reported is weaker.
  (later.observed !== undefined || earlier.observed === undefined) &&
  sameConsent(later.body, earlier.body) &&
  ms(later.body.givenAt) >= ms(earlier.body.givenAt) &&
  (later.body.confirmation !== 'pending' || earlier.body.confirmation === 'pending') &&
  // Who is asked says less than who comes: OPP-4 takes neither, and D10 asks of a message whether it was lawful.
  ASKED.indexOf(text(later.body.drawnBy)) <= ASKED.indexOf(text(earlier.body.drawnBy)) &&
  (object(later.body.proof) !== undefined || object(earlier.body.proof) === undefined) &&
  // One that awaits its confirmation is none that could be left.
  (!isOutsideItsForm(ledger, later) || isOutsideItsForm(ledger, earlier) || earlier.body.confirmation === 'pending');

/** The consents of address 0 given up to a moment, without those that a consent given again replaces. */
export const consentsAt = (ledger: Ledger, moment: Moment): readonly Record_[] => {
  const given = ledger.records.filter(
    (act) => act.kind === 'consent' && act.address === 0 && upTo(ms(act.body.givenAt), moment),
  );
  return given.filter((act, place) => !given.slice(place + 1).some((later) => takesPlaceOf(ledger, later, act)));
};

/** The sales of address 0 made up to a moment; the same reference again replaces the earlier record. */
export const salesAt = (ledger: Ledger, moment: Moment): readonly Record_[] => {
  const sales = ledger.records.filter((act) => act.kind === 'sale' && act.address === 0);
  const current = sales.filter(
    (act, place) => !sales.slice(place + 1).some((later) => later.body.reference === act.body.reference),
  );
  return current.filter((act) => upTo(ms(act.body.soldAt), moment));
};

/** What a human decided of a cause, for this channel and category at this moment (D6): the latest decision alone applies. */
export const decisionOn = (
  ledger: Ledger,
  isCause: (cause: string) => boolean,
  channel: string,
  category: string,
  t: number,
): 'allowed' | 'refused' | undefined => {
  const taken = ledger.world.decisions.filter(
    (decision: Decision) => isCause(decision.cause) && ms(decision.decidedAt) <= ledger.known,
  );
  const latest = [...taken].sort((a, b) => ms(a.decidedAt) - ms(b.decidedAt)).at(-1);
  if (!latest || (latest.body.until !== undefined && t >= ms(latest.body.until))) return undefined;
  const scope = object(latest.body.appliesTo) ?? {};
  if (scope.channels !== undefined && !words(scope.channels).includes(channel)) return undefined;
  if (scope.offerCategories !== undefined && !words(scope.offerCategories).includes(category)) return undefined;
  return latest.body.decision as 'allowed' | 'refused';
};
