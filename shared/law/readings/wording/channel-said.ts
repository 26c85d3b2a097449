import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import type { BasisFacts } from '../../facts/basis.ts';
import { isDeniedAt, readWording } from './denied.ts';
import { languageOfWording } from './languages.ts';
import { lowered, NAMES_OF, namesAnother } from './names.ts';
import { isOfServiceAlone } from './service-alone.ts';

type Said = BasisFacts['channel'];

const placesOf = (wording: string, words: string): readonly number[] => {
  const places: number[] = [];
  for (let from = wording.indexOf(words); from >= 0; from = wording.indexOf(words, from + 1)) places.push(from);
  return places;
};

/** What the quoted words say of the channel that they are quoted for, wherever the wording has them; names are read with what is around them. */
const saidByWords = (wording: string, language: string, words: string, channel: Channel): Said => {
  const places = placesOf(wording, words);
  const inLower = lowered(words);
  const names = [...lowered(wording).matchAll(NAMES_OF[channel])].filter(({ 0: name, index }) =>
    places.some((from) => index < from + words.length && from < index + name.length),
  );
  if (places.length === 0 || (names.length === 0 && namesAnother(inLower, channel))) return 'not-named';
  const known = languageOfWording(wording, language);
  if (known === undefined) return 'no-channel-named';
  const read = readWording(wording, known);
  const ends =
    names.length > 0
      ? names.map(({ 0: name, index }) => [index, index + name.length] as const)
      : places.map((from) => [from, from + words.length] as const);
  const isAgreed = ends.some(([from, to]) => !isDeniedAt(read, from, to) && !isOfServiceAlone(read, from, to));
  if (names.length > 0 && isAgreed) return 'named';
  return ends.some(([from, to]) => !isDeniedAt(read, from, to)) ? 'no-channel-named' : 'not-named';
};

/** A version never changes: what was read of one is kept as long as it is. */
const SAID = new WeakMap<FormVersion, Map<Channel, Said>>();

const saidOf = ({ wording, language, channels }: FormVersion, channel: Channel): Said => {
  const text = wording.normalize('NFC');
  const said = channels
    .filter((each) => each.channel === channel)
    .map(({ words }) => saidByWords(text, language, words.normalize('NFC'), channel));
  return (['named', 'no-channel-named'] as const).find((each) => said.includes(each)) ?? 'not-named';
};

/**
 * What the wording of a form says of a channel, by the words that are quoted for it (D9; L. 34-5, al. 1, “par ce moyen”): words
 * that name another channel, or that it denies, carry nothing; words without a name of the channel, or that speak of service alone, or in
 * a language that is not read, wait for a human. Signs: what they miss is seen by who approves the form.
 */
export const channelSaid = (form: FormVersion, channel: Channel): Said => {
  if (form.channels.length === 0) return 'no-channel-named';
  const known = SAID.get(form) ?? new Map<Channel, Said>();
  SAID.set(form, known);
  const said = known.get(channel) ?? saidOf(form, channel);
  known.set(channel, said);
  return said;
};
