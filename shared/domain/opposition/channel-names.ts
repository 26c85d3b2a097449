import { type Channel, familyOf } from '../message/channel.ts';
import { phrasesIn } from './words/phrases.ts';

/** Channels that one word of a reply names together. */
export type NamedFamily = 'texts' | 'mails' | 'calls';

const FAMILIES: Readonly<Record<NamedFamily, readonly Channel[]>> = {
  texts: familyOf('sms'),
  mails: familyOf('email'),
  calls: familyOf('automated-call'),
};
/** All of them. */
export const ALL_FAMILIES = Object.keys(FAMILIES) as readonly NamedFamily[];

/** The channels of some of these families. */
export const channelsOf = (families: readonly NamedFamily[]): readonly Channel[] =>
  families.flatMap((each) => FAMILIES[each]);

/** How people name what comes by each, in six languages. "Message" is any of them, and names none. */
export const NAMES: Readonly<Record<NamedFamily, RegExp>> = {
  texts: phrasesIn('sms*, mms, rcs, texto*, text, texts, texting, texted'),
  mails: phrasesIn(`
    mail, mails, mailing, mel, mels, email*, e mail*, courriel*, courrier* electronique*, newsletter*, infolettre*, lettre d information
    correo*, posta elettronica, nieuwsbrief*, nieuwsbrieven, mailtje*, mailen`),
  calls: phrasesIn(`
    appel*, rappeler, rappelez, par/au/ou/et/ni/or/nor/and telephone, par/ou/et/ni tel, or/nor/and phone, telephonique*, telephoner, telephonez, coup/coups de fil/telephone/tel
    call, calls, calling, called, by/over/on/per phone/telephone, the phone
    anruf*, angerufen, ruf* .. an, ruf* sie mich/uns .. an, per telefon, telefonisch*, telefonier*, llam*, por telefono, chiam*, per/al telefono, telefonat*, telefonic*
    bellen, belt, gebeld, bel me/mij/ons, telefoontje*`),
};

/** Any of these names, in words that a space precedes and follows. */
export const NAME = `(?:${Object.values(NAMES)
  .map(({ source }) => source)
  .join('|')})`;
