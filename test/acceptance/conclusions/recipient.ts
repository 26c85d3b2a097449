/** What the words about the person rest on: function and map, notice and refusal, organisation, oppositions, last act. */
import { daysAgo, FUNCTION, OFFERED, PROSPECT_FILE, SOLD, sourceOf, type World } from '../world.ts';
import { NotExpressible, supplied } from './not-expressible.ts';

const MET_DAYS_AGO = 150;
const INFORMED_DAYS_AGO = 60;

/** The function, and where the address came from. */
export const professionIsRecorded = (world: World): World => ({
  ...world,
  declared: {
    ...world.declared,
    profession: {
      function: FUNCTION,
      source: {
        kind: sourceOf(world.facts),
        reference: PROSPECT_FILE,
        collectedAt: daysAgo(world, MET_DAYS_AGO),
      },
    },
  },
});

const withProfession = (world: World, fields: Readonly<Record<string, unknown>>): World => ({
  ...world,
  declared: { ...world.declared, profession: { ...Object(world.declared.profession), ...fields } },
});

/** The advertiser's map of functions and offers, versioned with its settings and justified, names this offer or another. */
export const relatedToProfession = (world: World, is: boolean): World => ({
  ...supplied(world, 'which offers concern which function (the advertiser’s map)'),
  settings: {
    ...world.settings,
    professionalOffers: [
      {
        function: FUNCTION,
        offered: [is ? OFFERED : SOLD],
        rationale: 'Tient les massifs et commande ce qu’il y plante.',
      },
    ],
  },
});

/** Who gave the address was informed then; who was found elsewhere, before the message. */
const informedAt = (world: World) =>
  daysAgo(world, sourceOf(world.facts) === 'data-subject' ? MET_DAYS_AGO : INFORMED_DAYS_AGO);

export const informedBeforeSend = (world: World, was: boolean): World =>
  was ? withProfession(world, { noticeGivenAt: informedAt(world) }) : world;

export const couldObjectBeforeSend = (world: World, could: boolean): World =>
  could ? withProfession(world, { refusalOfferedAt: informedAt(world) }) : world;

/** A registered company behind a role address. */
export const organisationIsRecorded = (world: World): World => ({
  ...world,
  declared: {
    ...world.declared,
    organisation: { siren: world.identity.otherSiren, legalForm: 'company', source: 'Site de la société' },
  },
});

/** Where it was heard; what the person said covers all prospecting of the advertiser. */
const VIA: Readonly<Record<string, string>> = {
  'account-settings': 'account',
  'customer-service': 'phone',
  phone: 'phone',
  /** The operator’s platform reports a STOP. */
  sms: 'partner',
  mms: 'partner',
  'automated-call': 'phone',
  email: 'email',
  'email-reply': 'email',
  letter: 'letter',
  post: 'letter',
  shop: 'shop',
  partner: 'partner',
  complaint: 'complaint',
};

/** Heard somewhere, at that age. Throws `NotExpressible` for a road that the API cannot name. */
export const opposed = (world: World, { channel, daysBeforeSend }: World['facts']['opposition']): World => {
  const via = VIA[channel ?? 'email'];
  if (via === undefined) throw new NotExpressible('opposition.channel', `the API takes no way called “${channel}”`);
  const occurredAt = daysBeforeSend === undefined ? {} : { occurredAt: daysAgo(world, daysBeforeSend) };
  return { ...world, opposition: { via, of: { scope: 'global' }, ...occurredAt } };
};

/** The last act of the person: of a customer the sale itself, of others an act of its own; no consent is younger. */
export const lastContactDaysAgo = (world: World, days: number): World => {
  const occurredAt = daysAgo(world, days);
  if (world.sale !== undefined) return { ...world, sale: { ...world.sale, soldAt: occurredAt } };
  const met = { ...world, activity: { act: 'login', occurredAt } };
  const { profession } = world.declared;
  const known =
    profession === undefined
      ? met
      : withProfession(met, { source: { kind: sourceOf(world.facts), collectedAt: occurredAt } });
  const isDated = world.facts.consent?.ageDays !== undefined;
  return world.consent === undefined || isDated
    ? known
    : { ...known, consent: { ...world.consent, givenAt: occurredAt } };
};
