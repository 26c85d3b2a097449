import type { Random } from '../../random.ts';
import type { Draft } from '../draft.ts';
import { type BytesDraft, type Piece, spoken } from './bytes-draft.ts';
import { PLAIN_LAYOUT } from './texts.ts';

const HELLO = [
  'Bonjour, Maison Ablette vous appelle.',
  'Bonjour ! Ceci est un appel automatique de Maison Ablette.',
  'Bonjour Jeanne, ici maison Ablette.',
  'Allô ? C’est un message enregistré de la Maison Ablette.',
  'Hello, this is an automated call from Maison Ablette.',
] as const;
const BYE = [
  'Maison Ablette vous remercie et vous souhaite une belle journée.',
  'C’était Maison Ablette. À bientôt.',
  'Merci de votre écoute, Maison Ablette.',
  'Thank you, Maison Ablette.',
] as const;
const BODIES = [
  'Nos graines de tomates anciennes sont de retour en magasin.',
  'Jusqu’à dimanche, dix sachets de semences sont au prix de huit.',
  'Le printemps arrive, et nos bêches en frêne sont à trente-neuf euros.',
] as const;
/** How a voice says that it sells. */
const NATURES = [
  'Ceci est un message publicitaire.',
  'Cet appel est commercial.',
  'Nous vous appelons pour vous présenter nos offres du mois.',
  'Un appel de démarchage, en deux mots.',
  'This is an advertising call.',
  'Cette semaine, 20 % sur tous les semis.',
] as const;
/** Some forty words that say nothing of it. */
const LONG =
  'Cette semaine nous avons reçu des semences de fleurs des champs, des oignons, des pommes de terre, des haricots et des courges, que nos maraîchers ont choisis un par un dans les fermes de la région, et que vous pourrez voir au magasin tous les jours sauf le lundi.';

/** How a voice says to press a key. */
export const KEYS = [
  'Pour ne plus être appelé, tapez 9.',
  'Pour ne plus recevoir nos appels, appuyez sur la touche 9.',
  'Si vous ne souhaitez plus être appelée, appuyez sur 2.',
  'Pour vous opposer à ces appels, faites le 9 sur votre clavier.',
  'To stop these calls, press 9.',
  'Tapez 9 pour ne plus être contacté.',
] as const;
/** How it says to call a number. */
export const NUMBERS: readonly ((number: string) => string)[] = [
  (number) => `Pour ne plus être appelé, composez le ${number}.`,
  (number) => `Pour vous opposer à nos appels, appelez le ${number}.`,
  (number) => `Si vous ne voulez plus recevoir d’appels, téléphonez au ${number}.`,
  (number) => `Pour vous désinscrire, appelez gratuitement le ${number}.`,
  (number) => `To opt out, call ${number}.`,
];

/** Numbers that cost nothing more than a call, as they are stored and as they are said. */
const FREE: readonly (readonly [stored: string, said: string])[] = [
  ['+33805123456', '0 805 12 34 56'],
  ['+33805123456', '08 05 12 34 56'],
  ['+33800654321', '0800 654 321'],
  ['+33162000199', '01 62 00 01 99'],
  ['3020', '3020'],
  ['1044', '1044'],
];

/** Whoever is called can dial the short and free numbers of France. */
export const isInFrenchPlan = ({ addresses }: Draft): boolean =>
  /^\+(?:33|262|590|594|596|508)/.test(String(addresses[0]?.phone));

/** Says of every number that calls how one stops them. */
export const stopCallsBy = (
  { settings }: Draft,
  by: { acceptsKeyPress?: boolean; oppositionNumber?: string },
): void => {
  const senders = Object(settings.senders);
  if (!Array.isArray(senders.calls)) return;
  settings.senders = {
    ...senders,
    calls: senders.calls.map(({ callerId }: { callerId: string }) => ({ callerId, ...by })),
  };
};

const stopOf = (draft: Draft, random: Random): (() => Piece) => {
  if (!isInFrenchPlan(draft) || random.chance(0.45)) {
    stopCallsBy(draft, { acceptsKeyPress: true });
    const key = random.pick(KEYS);
    return () => spoken('stop', key);
  }
  const [oppositionNumber, said] = random.pick(FREE);
  stopCallsBy(draft, { oppositionNumber });
  return () => spoken('stop', random.pick(NUMBERS)(said));
};

/** The script of a call that says all that it must, at its beginning and at its end. */
export const layCall = (draft: Draft, random: Random, source: string | undefined): BytesDraft => {
  const stop = stopOf(draft, random);
  const from = source === undefined ? [] : [spoken('source', `Votre numéro nous a été transmis par ${source}.`)];
  const long = random.chance(0.4) ? [spoken('more', LONG)] : [];
  return {
    parts: ['text'],
    pieces: [
      ...[
        spoken('who', random.pick(HELLO)),
        spoken('ad', random.pick(NATURES)),
        stop(),
        ...from,
        spoken('body', random.pick(BODIES)),
        ...long,
      ],
      ...[spoken('who', random.pick(BYE)), stop()],
    ],
    headers: [],
    usualSubject: '',
    layout: { ...PLAIN_LAYOUT, isSsml: random.chance(0.3) },
  };
};
