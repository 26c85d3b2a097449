import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import type { BasisFacts } from '../../facts/basis.ts';
import { isAgreedToElse } from './agreeing/agreed-to-else.ts';
import { isAgreedByAnother, isOfNoMachine, isOfSomebody } from './agreeing/by-whom.ts';
import { isOfOneActForMore } from './agreeing/one-act.ts';
import { isOfOneThing, isWithoutOffers } from './agreeing/without-offers.ts';
import { isDeniedAt, readWording } from './denied.ts';
import { languageOfWording } from './languages.ts';
import { lowered, NAMES_OF, namesAnother } from './names.ts';
import { leavesOthersOut } from './of-others.ts';
import { readOnce } from './read-once.ts';
import { isNoMoreThanKept, isOfOthersAlone, isOfServiceAlone, isOnlyInformedOf } from './service-alone.ts';
import { limitSaid } from './term-said.ts';

type Said = BasisFacts['channel'];
/** Whose offers the words are asked about: those of partners count as well where a partner's form is shown, or where a message is for one. */
type OfWhom = 'own' | 'anyone';

const placesOf = (wording: string, words: string): readonly number[] => {
  const places: number[] = [];
  for (let from = wording.indexOf(words); from >= 0; from = wording.indexOf(words, from + 1)) places.push(from);
  return places;
};

/** To agree by these is no act of the person (GDPR, art. 4, 11): what else is agreed to by it is not asked. */
const NO_ACTS: ReadonlySet<FormVersion['mechanism']> = new Set([
  'terms-acceptance',
  'implied',
  'bundled-submit',
] as const);

/** What the quoted words say of the channel that they are quoted for, wherever the wording has them; names are read with what is around them. */
const saidByWords = (form: FormVersion, words: string, channel: Channel, ofWhom: OfWhom): Said | undefined => {
  const { language, mechanism } = form;
  const wording = form.wording.normalize('NFC');
  const places = placesOf(wording, words);
  const inLower = lowered(words);
  const names = [...lowered(wording).matchAll(NAMES_OF[channel])].filter(({ 0: name, index }) =>
    places.some((from) => index < from + words.length && from < index + name.length),
  );
  if (places.length === 0 || (names.length === 0 && namesAnother(inLower, channel))) return undefined;
  const known = languageOfWording(wording, language);
  if (known === undefined) return 'no-channel-named';
  const read = readWording(wording, known);
  const ends =
    names.length > 0
      ? names.map(({ 0: name, index }) => [index, index + name.length] as const)
      : places.map((from) => [from, from + words.length] as const);
  const isElse = [
    isOfServiceAlone,
    isOnlyInformedOf,
    isAgreedToElse,
    isOfOneThing,
    isWithoutOffers,
    isAgreedByAnother,
    ...(channel === 'automated-call' ? [isOfSomebody] : []),
    ...(NO_ACTS.has(mechanism) ? [] : [isOfOneActForMore]),
    ...(ofWhom === 'own' ? [isOfOthersAlone] : []),
    ...isNoMoreThanKept(read),
  ];
  type End = (typeof ends)[number];
  const isLeft = ([from, to]: End): boolean =>
    !isDeniedAt(read, from, to) && !(channel === 'automated-call' && isOfNoMachine(read, from, to));
  const isAgreed = ([from, to]: End): boolean => !isElse.some((isSaid) => isSaid(read, from, to));
  if (names.length > 0 && ends.some((end) => isLeft(end) && isAgreed(end))) return 'named';
  return ends.some(isLeft) ? 'no-channel-named' : undefined;
};

/** What was read of a form version, by all that it says: each reading of the store makes another object of it. */
const SAID = readOnce(() => new Map<string, Said>());

const saidOf = (form: FormVersion, channel: Channel, ofWhom: OfWhom): Said => {
  const text = form.wording.normalize('NFC');
  const said = form.channels
    .filter((each) => each.channel === channel)
    .map(({ words }) => saidByWords(form, words.normalize('NFC'), channel, ofWhom));
  const best = (['named', 'no-channel-named'] as const).find((each) => said.includes(each)) ?? 'not-named';
  const isOpen = isOpenOf(form, text, channel) || (ofWhom === 'anyone' && isOfNoOthers(form, text));
  return best === 'named' && isOpen ? 'no-channel-named' : best;
};

/** Offers of others are left out, and none of them is there by name: "les offres de Valmy, à l’exclusion de ses partenaires" (L. 34-5, al. 2: "spécifique"). */
const isOfNoOthers = ({ partnersNamed }: FormVersion, text: string): boolean => {
  const inLower = lowered(text);
  return leavesOthersOut(inLower) && !partnersNamed.some(({ name }) => inLower.includes(lowered(name)));
};

/** It says until when, which nobody declared, or at which hours (R. 223-1, II; L. 34-5, al. 2: "spécifique"). */
const isOpenOf = ({ agreedFor }: FormVersion, text: string, channel: Channel): boolean => {
  const limit = limitSaid(text, channel);
  return limit === 'hours' || (limit === 'term' && agreedFor === undefined);
};

/**
 * What the wording of a form says of a channel, by the words that are quoted for it (D9; L. 34-5, al. 1, “par ce moyen”): words
 * that name another channel, or that it denies, carry nothing. Words without a name of the channel, that speak of service alone, by which one act agrees to
 * something else as well, that speak of the offers of others alone where own ones are asked about, that agree up to an end that nobody declared or at some
 * hours, or that are in a language that is not read, wait for a human. Signs: what they miss is seen by who approves the form.
 */
export const channelSaid = (form: FormVersion, channel: Channel, ofWhom: OfWhom = 'own'): Said => {
  if (form.channels.length === 0) return 'no-channel-named';
  const known = SAID(JSON.stringify(form));
  const asked = `${channel} ${ofWhom}`;
  const said = known.get(asked) ?? saidOf(form, channel, ofWhom);
  known.set(asked, said);
  return said;
};
