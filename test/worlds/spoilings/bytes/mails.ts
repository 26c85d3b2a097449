import { sourceOf } from '../../making/bytes/lay.ts';
import { NOTICE_URL, noticeOf } from '../../making/bytes/mails.ts';
import { EVERY, PROSPECTING, type Spoiling } from '../spoiling.ts';
import { hasHtml, hide, NOTHING } from './mail-stops.ts';
import { onBytes, sayOtherwise, says, someParts } from './on-bytes.ts';

const MAIL = ['email'] as const;
const EVERYWHERE = ['email', 'sms', 'mms', 'automated-call'] as const;

const said = (text: string) => ({ html: text, text });

const DISOWNED = ['Nous ne sommes pas Maison Ablette.', 'This message is not from Maison Ablette.'] as const;
const NO_AD = [
  'Ceci n’est pas une publicité.',
  'Ce courriel n’est en aucun cas une sollicitation commerciale.',
  'Ceci n’est ni une publicité, ni un message promotionnel.',
  'Message sans publicité',
  'Aucune publicité dans ce courriel.',
  'Message à caractère non commercial',
  'This is not an advertisement.',
  'This isn’t a marketing email.',
  'No advertising in this email.',
] as const;

/** What is wrong with what a mail says, but for how to stop. */
export const MAIL_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [
    8,
    onBytes(PROSPECTING, MAIL, 'a part of the mail does not say that it is advertising', ({ bytes, random }) =>
      sayOtherwise(
        bytes,
        'ad',
        someParts(bytes, random),
        said(random.pick(['', '', 'Bonne lecture.', 'Le mot du jardinier'])),
      ),
    ),
  ],
  [
    4,
    onBytes(PROSPECTING, MAIL, 'a part of the mail denies that it is advertising', ({ bytes, random }) =>
      sayOtherwise(bytes, 'ad', someParts(bytes, random), said(random.pick(NO_AD))),
    ),
  ],
  [
    2,
    onBytes(PROSPECTING, MAIL, 'the subject alone speaks of advertising, and denies it', ({ bytes, random }) => {
      bytes.subject = random.pick(['Votre dossier, sans publicité', 'Aucune publicité', 'Sans publicité', 'Not an ad']);
      sayOtherwise(bytes, 'ad', bytes.parts);
    }),
  ],
  [2, onBytes(PROSPECTING, MAIL, 'that it is advertising is hidden', (spoilt) => hide(spoilt, 'ad'), hasHtml)],
  [
    4,
    onBytes(PROSPECTING, MAIL, 'a part of the mail does not say why', ({ bytes, random }) =>
      sayOtherwise(
        bytes,
        'why',
        someParts(bytes, random),
        said(random.pick(['', '', 'Merci de votre fidélité.', 'Nous prenons soin de vos données.'])),
      ),
    ),
  ],
  [
    4,
    onBytes(PROSPECTING, MAIL, 'no part, or one alone, leads to the notice', ({ bytes, random }) =>
      sayOtherwise(
        bytes,
        'notice',
        someParts(bytes, random),
        said(random.pick(['', 'Politique de confidentialité', 'Vos données sont protégées.'])),
      ),
    ),
  ],
  [
    3,
    onBytes(PROSPECTING, MAIL, 'the link to the notice leads elsewhere', ({ bytes, random }) =>
      sayOtherwise(
        bytes,
        'notice',
        someParts(bytes, random),
        noticeOf(
          random,
          'fr',
          random.pick([
            'https://maison-ablette.example/',
            'https://envoi.example/donnees-personnelles',
            'https://maison-ablette.example/cgv',
          ]),
        ),
      ),
    ),
  ],
  [2, onBytes(PROSPECTING, MAIL, 'the notice is hidden', (spoilt) => hide(spoilt, 'notice'), hasHtml)],
  [
    1,
    onBytes(
      PROSPECTING,
      MAIL,
      'the link to the notice has nothing to click on',
      ({ bytes, random }) =>
        sayOtherwise(bytes, 'notice', ['html'], {
          html: `<a href="${NOTICE_URL}">${random.pick(NOTHING)}</a>`,
          text: '',
        }),
      hasHtml,
    ),
  ],
  [
    5,
    onBytes(EVERY, MAIL, 'a part of the mail does not say who writes', ({ bytes, random }) =>
      sayOtherwise(
        bytes,
        'who',
        someParts(bytes, random),
        said(random.pick(['', 'L’équipe du jardin', 'Ablettes & Cie', ...DISOWNED])),
      ),
    ),
  ],
  [2, onBytes(EVERY, MAIL, 'who writes is hidden', (spoilt) => hide(spoilt, 'who'), hasHtml)],
  [
    3,
    onBytes(EVERY, MAIL, 'the mail shows the name of somebody else', ({ bytes, random }) => {
      bytes.fromName = random.pick([
        'Le Club des Jardiniers',
        'Newsletter',
        'Hélène',
        'Maison Ablettine',
        'Service client',
      ]);
    }),
  ],
  [
    3,
    onBytes(EVERY, MAIL, 'the mail comes from a mailbox that nobody registered', ({ bytes, random }) => {
      bytes.sender = random.pick(['promo@jardin.example', 'lettre@maison-ablettes.example', 'lettre@envoi.example']);
    }),
  ],
  [
    3,
    onBytes(PROSPECTING, MAIL, 'the mail has no subject', ({ bytes, random }) => {
      bytes.subject = random.pick(['', ' ', '\u00a0']);
    }),
  ],
  [
    3,
    onBytes(PROSPECTING, MAIL, 'the mail feigns a reply', ({ bytes, base, random }) => {
      // What speaks of goods makes prospecting of a question whether one wants to stay.
      const ofGoods = base.founding === 'renewal' ? [] : ['RE: vos graines', 'TR : le catalogue', 'Rép : au jardin'];
      bytes.subject = random.pick([...ofGoods, 'Re : votre dossier', 'Fwd: votre dossier']);
    }),
  ],
  [
    40,
    onBytes(
      ['consent-through-partner', 'profession'],
      EVERYWHERE,
      'where the address comes from is not said',
      ({ bytes, base, random }) =>
        sayOtherwise(
          bytes,
          'source',
          bytes.parts,
          said(
            random.pick([
              '',
              'Vos coordonnées viennent d’un partenaire.',
              'Contact transmis par Fichiers Dupont.',
              `Votre adresse ne nous a pas été transmise par ${sourceOf(base)}.`,
              `Your address was not given to us by ${sourceOf(base)}.`,
            ]),
          ),
        ),
      (base, bytes) =>
        says(bytes, 'source') &&
        base.draft.sent.length === 0 &&
        (base.founding !== 'profession' || !JSON.stringify(base.draft.declared[0]).includes('"data-subject"')) &&
        sourceOf(base) !== undefined,
    ),
  ],
];
