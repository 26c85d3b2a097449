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

/** Old enough to be no news, young enough for every term. */
const USUAL_AGE_DAYS = 100;

const WORDS: Readonly<Record<string, string>> = {
  email: 'par e-mail',
  sms: 'par SMS',
  mms: 'par MMS',
  'automated-call': 'par appel automatique',
};
const wordsOf = ({ facts }: World): string => WORDS[facts.channel] ?? 'par tout moyen';
const isByPartner = ({ facts }: World): boolean => facts.collectedFrom !== 'person';

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
  approver: { ...APPROVER, approvedAt: '2021-01-04T09:00:00.000Z' },
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
        ...withForm(world, { wording: `☐ J’accepte de recevoir les offres de ${NAME}.`, channels: [] }),
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

/** No processing notice was on the form. */
export const informed = (world: World, was: boolean): World => (was ? world : withForm(world, { notice: undefined }));

/** The service, the contract or the prize hung on agreeing. */
export const freelyGiven = (world: World, was: boolean): World =>
  was ? world : withForm(world, { isConditionOfService: true });

/** Nothing on the shelf: no proof of the act, and of our own form no picture of what was shown. */
export const proofKept = (world: World, was: boolean): World => {
  if (was) return world;
  const unproven = withConsent(world, { proof: undefined });
  return isByPartner(world) ? unproven : withForm(unproven, { shown: undefined });
};

/** The click on the confirming link is part of the proof file; it mends nothing else. */
export const doubleOptIn = (world: World, was: boolean): World => (was ? withConsent(world, { proof: PROOF }) : world);

export const ageDays = (world: World, days: number): World => withConsent(world, { givenAt: daysAgo(world, days) });

const WAYS_TO_CONSENT: Readonly<Record<string, string>> = {
  'unsolicited-message': 'message',
  'unsolicited-message-after-objection': 'message',
  message: 'message',
  'own-site': 'own-site',
  shop: 'shop',
  call: 'call',
  event: 'event',
};

/** What carried the request for consent. Throws `RangeError` for a road that no recorded fact can name. */
export const obtainedVia = (world: World, via: string): World => {
  const drawnBy = WAYS_TO_CONSENT[via];
  if (drawnBy === undefined) throw new RangeError(`consent.obtainedVia: no recorded fact stands for "${via}"`);
  return withConsent(world, { drawnBy });
};
