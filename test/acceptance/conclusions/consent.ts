/** What "consent" and each word about it rest on: a form version as shown, and a record of the act. */
import {
  APPROVER,
  COLLECTOR,
  daysAgo,
  type Fields,
  FORM,
  LEGAL_NAME,
  NAME,
  NOTICE_URL,
  PROOF,
  SHOWN,
  SISTER,
  type World,
} from '../world.ts';
import { NotExpressible, supplied } from './not-expressible.ts';

/** Old enough to be no news, young enough for every term. */
const USUAL_AGE_DAYS = 100;

const WORDS: Readonly<Record<string, string>> = {
  email: 'par e-mail',
  sms: 'par SMS',
  mms: 'par MMS',
  'automated-call': 'par appel automatique',
};
/** Advertisements among the mails are agreed to in so many words (CJEU, C-102/20). */
const wordsOf = ({ facts }: World): string =>
  facts.message.inboxAd === true ? 'parmi mes e-mails' : (WORDS[facts.channel] ?? 'par tout moyen');
const isByPartner = ({ facts }: World): boolean => facts.collectedFrom !== 'person';

const DAY_MS = 86_400_000;
/** Somebody approved the form before the first of these acts. */
const approvedBefore = (world: World): string => {
  const oldest = Math.max(0, world.facts.consent?.ageDays ?? 0, world.facts.lastContactDaysAgo ?? 0);
  return new Date(Math.min(Date.parse('2021-01-04T09:00:00.000Z'), world.now - (oldest + 30) * DAY_MS)).toISOString();
};

/** An empty box of its own beside a text that names who, what and how; the partner's form lists us by name. */
const soundForm = (world: World): Fields => ({
  mode: 'web',
  wording: `☐ J’accepte de recevoir ${wordsOf(world)} les offres de jardinage de ${NAME}. Je peux m’y opposer à tout moment.`,
  channels: WORDS[world.facts.channel] === undefined ? [] : [{ channel: world.facts.channel, words: wordsOf(world) }],
  purposes: [isByPartner(world) ? 'partner-offers' : 'own-offers'],
  partnersNamed: isByPartner(world) ? [{ siren: world.identity.siren, name: LEGAL_NAME }] : [],
  mechanism: 'checkbox',
  defaultState: 'empty',
  notice: { version: '2023-01', url: NOTICE_URL },
  shown: SHOWN,
  approver: { ...APPROVER, approvedAt: approvedBefore(world) },
});

/** The act as recorded; its collector is named where that was not the advertiser. */
export const consentIsRecorded = (world: World): World => ({
  ...world,
  form: soundForm(world),
  consent: {
    channels: [world.facts.channel],
    purpose: 'own-offers',
    form: FORM,
    givenAt: daysAgo(world, USUAL_AGE_DAYS),
    proof: PROOF,
    ...(isByPartner(world) ? { collector: { siren: world.identity.otherSiren, name: COLLECTOR } } : {}),
  },
});

/** Form and consent with other fields; `undefined` takes a field out. */
const withForm = (world: World, form: Fields): World => ({ ...world, form: { ...world.form, ...form } });
const withConsent = (world: World, consent: Fields): World => ({ ...world, consent: { ...world.consent, ...consent } });

/** No act of the person's own: silence, a signature beside an empty box. */
export const affirmativeAct = (world: World, was: boolean): World =>
  was ? world : withForm(world, { mechanism: 'implied' });

/** The box came ticked. */
export const preTicked = (world: World, was: boolean): World =>
  was ? withForm(world, { defaultState: 'ticked' }) : world;

/** Agreed to by accepting terms, or with the button that does something else. */
export const separateFromTerms = (world: World, was: boolean): World =>
  was ? world : withForm(world, { mechanism: 'terms-acceptance', defaultState: 'not-applicable' });

/** The text shown names others: the sister that collected, or "our partners". */
export const advertiserNamed = (world: World, was: boolean): World => {
  if (was) return world;
  const wording = (whose: string) => ({ wording: `☐ J’accepte de recevoir ${wordsOf(world)} les offres de ${whose}.` });
  if (isByPartner(world)) return withForm(world, { ...wording('nos partenaires'), partnersNamed: [] });
  const sister = { collector: { siren: world.identity.otherSiren, name: SISTER } };
  return withConsent(withForm(world, wording(SISTER)), sister);
};

/** The text names no means; a human read that form version and found that it carries none (D9). */
export const channelsNamed = (world: World, was: boolean): World =>
  was
    ? world
    : {
        ...withForm(supplied(world, 'the wording names no channel (its review)'), {
          wording: `☐ J’accepte de recevoir les offres de ${NAME}.`,
          channels: [],
        }),
        decisions: [
          ...world.decisions,
          {
            cause: `form:${FORM.formId}@${FORM.version}`,
            decision: 'refused',
            reason: 'Le texte ne nomme aucun moyen de communication.',
          },
        ],
      };

/** The text does not say what for. */
export const purposeNamed = (world: World, was: boolean): World =>
  was ? world : withForm(world, { wording: `☐ J’accepte ${wordsOf(world)} toute action commerciale.`, purposes: [] });

/** A named human read the form and found that the person was not told what they agreed to. */
export const informed = (world: World, was: boolean): World =>
  was ? world : lacking(supplied(world, 'the form does not inform (found by its approver)'), 'information');

/** A named human looked at the form and found that refusing had a price, or seemed to. */
export const freelyGiven = (world: World, was: boolean): World =>
  was ? world : lacking(supplied(world, 'the form leaves no free choice (found by its approver)'), 'freedom');

const lacking = (world: World, quality: 'freedom' | 'information'): World => {
  const found = Array.isArray(world.form?.lacking) ? world.form.lacking : [];
  return withForm(world, { lacking: [...found, quality] });
};

/** Ways of agreeing that leave a trace of one person’s act: without it, there is no proof. */
const LEAVES_A_TRACE: readonly unknown[] = ['recorded-call', 'paper', 'till-spoken'];
/** Words about the form: a record that names no form cannot hold them. */
const isFaultOfForm = ({ preTicked: ticked, ...words }: Partial<NonNullable<World['facts']['consent']>>): boolean =>
  ticked === true ||
  [
    words.affirmativeAct,
    words.separateFromTerms,
    words.advertiserNamed,
    words.channelsNamed,
    words.purposeNamed,
    words.informed,
    words.freelyGiven,
  ].includes(false);

/**
 * Nothing is on file that shows the act: the partner’s proof, the recording, the paper; of an act on a screen, which leaves
 * no more than what was shown, the form. Throws `NotExpressible` where that form has another fault.
 */
export const proofKept = (world: World, was: boolean): World => {
  if (was) return world;
  const unproven = withConsent(world, { proof: undefined });
  if (isByPartner(world) || LEAVES_A_TRACE.includes(world.form?.mode)) return unproven;
  if (isFaultOfForm(world.facts.consent ?? {}))
    throw new NotExpressible(
      'consent.proofKept',
      'of an act on a screen the form is the proof, and it is said to be known',
    );
  return withConsent(unproven, { form: undefined });
};

/** The click on the confirming link is part of the proof file; it mends nothing else. */
export const doubleOptIn = (world: World, was: boolean): World => (was ? withConsent(world, { proof: PROOF }) : world);

export const ageDays = (world: World, days: number): World => withConsent(world, { givenAt: daysAgo(world, days) });

/** The form by which one agrees where that is no page: its trace is the recording, or the signed paper. */
const SPOKEN: Fields = { mode: 'recorded-call', mechanism: 'spoken-yes', defaultState: 'not-applicable' };
const ON_PAPER: Fields = { mode: 'paper' };
const AT_THE_TILL: Fields = { mode: 'till-spoken', mechanism: 'spoken-yes', defaultState: 'not-applicable' };

/** What carried the request for consent, and how one answered it. */
const WAYS_TO_CONSENT: Readonly<Record<string, { readonly drawnBy?: string; readonly form?: Fields }>> = {
  'unsolicited-message': { drawnBy: 'message' },
  'unsolicited-message-after-objection': { drawnBy: 'message' },
  message: { drawnBy: 'message' },
  'own-site': { drawnBy: 'own-site' },
  web: { drawnBy: 'own-site' },
  app: { drawnBy: 'own-site', form: { mode: 'app' } },
  shop: { drawnBy: 'shop' },
  'shop-oral': { drawnBy: 'shop', form: AT_THE_TILL },
  call: { drawnBy: 'call', form: SPOKEN },
  phone: { drawnBy: 'call', form: SPOKEN },
  'phone-oral': { drawnBy: 'call', form: SPOKEN },
  paper: { form: ON_PAPER },
  event: { drawnBy: 'event' },
};

/** What carried the request for consent. Throws `NotExpressible` for a way that no recorded fact can name. */
export const obtainedVia = (world: World, via: string): World => {
  const way = WAYS_TO_CONSENT[via];
  if (way === undefined) throw new NotExpressible('consent.obtainedVia', `no recorded fact stands for “${via}”`);
  return withConsent(withForm(world, way.form ?? {}), way.drawnBy === undefined ? {} : { drawnBy: way.drawnBy });
};
