import type { Random } from './random.ts';

/** An invented human. Every domain is reserved for examples (RFC 2606) and most numbers for fiction (Arcep). */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  /** Unique in the file. */
  readonly number: number;
}

const FIRST_NAMES = [
  'Aurélie',
  'Benoît',
  'Chloé',
  'Désiré',
  'Éléonore',
  'François',
  'Gaëlle',
  'Hervé',
  'Inès',
  'Jérôme',
  'Karima',
  'Loïc',
  'Maëlys',
  'Noël',
  'Océane',
  'Pénélope',
  'Quentin',
  'Régis',
  'Solène',
  'Théo',
  'Ursule',
  'Valérie',
  'Wassim',
  'Xavier',
  'Yaëlle',
  'Zoé',
  'Anne-Sophie',
  'Jean-Baptiste',
  'Mohamed',
  'Nguyen',
  'Søren',
  'Zuzana',
] as const;
const LAST_NAMES = [
  'Lefèvre',
  'Moreau',
  'Garçon',
  'Béranger',
  'Le Goff',
  'D’Almeida',
  'Nuñez',
  'Müller',
  'Traoré',
  'Haddad',
  'Rousseau',
  'Île-Roy',
  'Châtelain',
  'Dupré',
  'Fontaine',
  'Guérin',
  'Hébert',
  'Jacquemin',
  'Kowalski',
  'Lemaître',
  'Mercœur',
  'Noël',
  'O’Brien',
  'Peltier',
  'Quéméré',
  'Ravalison',
  'Sémeria',
  'Tissot',
  'Vaßen',
  'Weißhaupt',
  'Ünal',
  'Zermatten',
] as const;
const DOMAINS = [
  'courrier.example',
  'boite-aux-lettres.example',
  'lapostille.example',
  'free-mail.example',
  'étoile.example',
  'châteaux-de-la-loire.example',
  'garçon-café.example',
  'poste.example.org',
  'mail.example.net',
  'example.com',
  'müller-söhne.example',
  'université-ouest.example',
] as const;
const COMPANIES = [
  'menuiserie-vasseur.example',
  'cabinet-roche.example',
  'atelier-nord.example',
  'hôtel-du-parc.example',
  'transports-ruiz.example',
  'imprimerie-lys.example',
  'groupe-halles.example',
  'bureau-océan.example',
] as const;

export const aPerson = (random: Random, number: number): Person => ({
  firstName: random.pick(FIRST_NAMES),
  lastName: random.pick(LAST_NAMES),
  number,
});

const ascii = (name: string): string =>
  name
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '');

/** An address of that person, written the way users write them: case, dots, hyphens and a number. */
export const mailAddressOf = (random: Random, { firstName, lastName, number }: Person): string => {
  const [first, last] = [ascii(firstName), ascii(lastName)];
  const local = random.pick([
    `${first}.${last}.${number}`.toLowerCase(),
    `${last}${number}`.toLowerCase(),
    `${first[0]}${last}-${number}`,
    `${first}_${number}`.toLowerCase(),
    `${first}.${last}+lettres${number}`.toLowerCase(),
    `${number}.${last}`.toUpperCase(),
  ]);
  return `${local}@${random.pick(DOMAINS)}`;
};

/** A named address at a company. */
export const workAddressOf = (random: Random, { firstName, lastName, number }: Person): string =>
  `${ascii(firstName)}.${ascii(lastName)}${number}@${random.pick(COMPANIES)}`.toLowerCase();

/** A role address of an organisation: `contact@`, `info@`… */
export const roleAddressOf = (random: Random, { number }: Person, roles: readonly [string, ...string[]]): string =>
  `${random.pick(roles)}@societe-${number}.example`;

const digits = (number: number, length: number): string => String(number % 10 ** length).padStart(length, '0');

/** Country prefix and the digits before the last ones, by where the number is from. */
const RANGES = {
  france: [['33', '63998']],
  antilles: [
    ['590', '69020'],
    ['596', '69620'],
    ['594', '69420'],
  ],
  reunion: [['262', '69220']],
  europe: [
    ['44', '771234'],
    ['49', '151234'],
    ['32', '47012'],
    ['34', '61234'],
  ],
  'north-america': [['1', '202555']],
} as const satisfies Record<string, readonly (readonly [string, string])[]>;
export type NumberFrom = keyof typeof RANGES;

const NATIONAL_LENGTH: Record<string, number> = { '33': 9, '44': 10, '49': 11, '1': 10 };

/** A mobile number in one of the forms met in exports: bare digits as Brevo writes them, `+`, `00`, spaced. */
export const mobileOf = (random: Random, from: NumberFrom, number: number): string => {
  const [prefix, start] = random.pick<readonly [string, string]>(
    RANGES[from] as readonly [readonly [string, string], ...(readonly [string, string])[]],
  );
  const rest = (NATIONAL_LENGTH[prefix] ?? 9) - start.length;
  const national = `${start}${digits(number, rest)}`;
  const spaced = national.replaceAll(/(\d{2})(?=\d)/g, '$1 ');
  return random.pick([
    `${prefix}${national}`,
    `+${prefix}${national}`,
    `00${prefix}${national}`,
    `+${prefix} ${spaced}`,
    `+${prefix}.${national}`,
  ]);
};
