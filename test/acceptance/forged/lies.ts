import { OFFER } from '../bytes.ts';
import { finalBytes } from '../final-bytes.ts';
import { question } from '../requests.ts';
import { type Fields, SISTER, type World } from '../world.ts';

/** One lie told to the API, and what caught it. */
export interface FalseStatement {
  readonly field: string;
  readonly lie: string;
  readonly given: string;
  readonly isCaught: boolean;
  /** Codes that caught it; else why nothing could. */
  readonly by: string;
}

/** One lie: the message as the caller tells it, and what would have to happen for nobody to notice. */
export interface Lie {
  readonly field: string;
  readonly lie: string;
  readonly message: Fields;
  /** The same message told as what it is: the lie gains nothing where that is allowed as well. */
  readonly truth?: Fields;
  /** Said when the verdict is still `allow`. */
  readonly ifUncaught: string;
}

const UNUSED = 'Nothing was gained: the message is as lawful so told.';
const BASES = ['consent', 'existing-customer', 'professional-interest', 'legal-person'] as const;
const WRONG_SENDERS: Readonly<Record<string, string>> = {
  email: 'lettre@maisonablette.example',
  sms: 'ABLETTES',
  mms: 'ABLETTES',
  'automated-call': '+33162000213',
};

const anotherBasis = (world: World): string =>
  BASES.find((basis) => basis !== (world.message.basis ?? 'consent') && basis !== 'legal-person') ?? 'consent';

const ofRecipient = (world: World): Lie[] => {
  const isOwed = world.template !== undefined;
  const basis = isOwed ? {} : { basis: 'consent' };
  return [
    {
      field: 'contact',
      lie: isOwed ? 'someone else is the one it is owed to' : 'someone of whom nothing is recorded has consented',
      message: { ...question(world), contact: world.identity.stranger, ...basis },
      ifUncaught:
        'Nothing can: an approved template may go to anyone. Its approver, reason and reference are on record.',
    },
  ];
};

const ofBasis = (world: World): Lie[] =>
  world.template === undefined
    ? [
        {
          field: 'basis',
          lie: `the recorded basis is ${anotherBasis(world)}`,
          message: { ...question(world), basis: anotherBasis(world) },
          ifUncaught: UNUSED,
        },
      ]
    : [];

const ofSender = (world: World): Lie => ({
  field: 'sender',
  lie: 'a look-alike is a sender of the advertiser',
  message: { ...question(world), sender: WRONG_SENDERS[world.facts.channel] },
  ifUncaught: UNUSED,
});

const ofClass = (world: World): Lie => ({
  field: 'template',
  lie: 'a template that nobody approved stands behind it',
  message: { ...question(world), template: { templateId: 'order-confirmation', version: '9' } },
  ifUncaught: UNUSED,
});

const TWO_OFFERS = `${OFFER} Et partez une semaine en Crète avec ${SISTER}, dès 490 euros.`;

const ofOffer = (world: World): Lie =>
  world.template === undefined
    ? {
        field: 'offerCategory, purpose',
        lie: 'a partner’s holidays, offered beside, are the advertiser’s own seeds',
        message: { ...question(world), bytes: finalBytes(world, { says: TWO_OFFERS }) },
        truth: {
          ...question(world),
          bytes: finalBytes(world, { says: TWO_OFFERS }),
          offerCategory: 'travel',
          purpose: 'partner-offers',
          partner: { siren: world.identity.otherSiren, name: SISTER },
        },
        ifUncaught:
          'Nothing can, before a human reads the content: both are the caller’s word, kept with the message and its bytes. A named template pins the category.',
      }
    : {
        field: 'bytes',
        lie: 'the approved template gave these words (they offer)',
        message: { ...question(world), bytes: finalBytes(world, { says: TWO_OFFERS }) },
        ifUncaught: UNUSED,
      };

const ofCategory = (world: World): Lie[] =>
  world.template === undefined
    ? []
    : [
        {
          field: 'offerCategory',
          lie: 'the approved template speaks of another category',
          message: { ...question(world), offerCategory: 'travel' },
          ifUncaught: UNUSED,
        },
      ];

/** The bytes are what counts: what is said beside them is not looked at. */
const ofSubject = (world: World): Lie[] => {
  if (world.facts.channel !== 'email' || world.template !== undefined) return [];
  return [
    {
      field: 'subject, bytes',
      lie: 'the subject is honest (in the bytes it poses as a reply, without a way out)',
      message: { ...question(world), bytes: finalBytes(world, { subject: 'RE: votre dossier' }, 'none') },
      ifUncaught: UNUSED,
    },
  ];
};

const ofChannel = (world: World): Lie[] => {
  if (world.consent === undefined || world.facts.channel === 'email') return [];
  const channel = world.facts.channel === 'sms' ? 'mms' : 'sms';
  return [
    {
      field: 'channel',
      lie: `the consent was for ${channel} too`,
      message: { ...question(world), channel, sender: 'ABLETTE' },
      ifUncaught: UNUSED,
    },
  ];
};

const together = (world: World): Lie => ({
  field: 'all of these',
  lie: 'everything at once',
  message: {
    ...question(world),
    contact: world.identity.stranger,
    ...(world.template === undefined ? { basis: 'consent' } : {}),
    sender: WRONG_SENDERS[world.facts.channel],
  },
  ifUncaught: UNUSED,
});

/** Every field of a question that a caller controls, with a lie in it; then all of them together. */
export const liesAbout = (world: World): readonly Lie[] => [
  ...ofRecipient(world),
  ...ofBasis(world),
  ofSender(world),
  ofClass(world),
  ofOffer(world),
  ...ofCategory(world),
  ...ofSubject(world),
  ...ofChannel(world),
  together(world),
];
