import * as fc from 'fast-check';

/** Everything of a request that must never be logged, nor said again in a refusal, has one of these in it. */
export const CANARIES = ['fuite.example', 'canari«7»', '699887'] as const;
const CANARY = CANARIES[1];

/** Dates at the ends of time, and texts that only look like dates. */
export const DATES: readonly string[] = [
  '2026-11-20T18:30:00+01:00',
  '2026-11-24T09:59:59.999Z',
  '2026-11-24T10:00:00Z',
  '2023-02-28T23:59:59Z',
  '0000-01-01T00:00:00Z',
  '0000-01-01T00:00:00+23:59',
  '0001-01-01T00:00:00+00:01',
  '0099-12-31T23:59:59Z',
  '1582-10-15T00:00:00Z',
  '1969-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00-23:59',
  '2000-02-29T12:00:00Z',
  '2024-02-29T23:59:59.9999999999999Z',
  '2038-01-19T03:14:08Z',
  '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59-23:59',
  '9998-12-31T00:00:00.000Z',
  '+010000-01-01T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '2026-02-30T00:00:00Z',
  '2026-11-24T24:00:00Z',
  '2026-11-24T23:59:60Z',
  '2026-11-24',
  '2026-11-24T10:00',
  '20261124T100000Z',
  '1764064800000',
  'tomorrow',
];

/** A moment: every second time one that a caller would give. */
export const date: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('2026-11-20T18:30:00+01:00', '2026-11-24T09:00:00Z', '2026-10-02T08:15:30.250Z'),
  fc.constantFrom(...DATES),
);

/** Texts that parsers, stores, mail clients, spreadsheets and shells read otherwise than people. */
export const TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  `a\0${CANARY}`,
  '\ud800',
  `\udfff${CANARY}`,
  'é'.normalize('NFD'),
  '\u202e\u2066moc.elpmaxe\u2069',
  '\u200b\u200d\ufeff',
  '👩‍👩‍👧‍👦🏴‍☠️'.repeat(3),
  'ﷺ'.repeat(20),
  `a\r\nBcc: victime@${CANARIES[0]}`,
  'a\u2028b\u2029c\u0085d',
  '\x1b[31m\x07',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'every-advertiser',
  'root',
  '*',
  'maison-valmy#',
  'mаison-valmy',
  'MAISON-VALMY',
  '../../maison-valmy-2',
  '%2e%2e%2f',
  'maison-valmy%00',
  `=HYPERLINK("https://${CANARIES[0]}")`,
  '+cmd|" /C calc"!A0',
  '-1+1',
  '@SUM(1)',
  '\tx',
  `<script>alert("${CANARY}")</script>`,
  '<b>'.repeat(400),
  '<!--'.repeat(200),
  '<style>a{color:red}</style><p style="display:none">x</p>',
  '<style>@import url(//x);:is(:is(:is(a)))::before{content:"\\"</style>',
  '<a href="javascript:alert(1)">x</a>',
  '<svg><math><mtext><table><mglyph><style><!--</style><img src=x onerror=x>',
  '&#0;&#x110000;&nbsp',
  '{{prenom}}',
  '{{{{{{{{}}}}',
  '{{#if a}}{{/each}}',
  '[[IF a]][[/IF]]*|FNAME|*%%x%%',
  '#{7*7}<%= 7*7 %>',
  "' OR '1'='1",
  '$ne',
  'a'.repeat(255),
  'a'.repeat(5_000),
  `${'a@'.repeat(200)}a`,
  `${'1 '.repeat(300)}x`,
  '(((((((((((((((a',
  'STOP',
  'ＳＴＯＰ',
  'true',
  'null',
  'NaN',
  '1e309',
  '0x10',
  '٣٦١٠٥',
  'Infinity',
];

const NUMBERS: readonly number[] = [
  0,
  -0,
  -1,
  1,
  0.1,
  1.5,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  1e21,
  1e38,
  1e39,
  1e126,
  1e308,
  5e-324,
];

/** An object whose own keys are names of its prototype, as JSON may carry them. */
const PROTOTYPES: readonly unknown[] = [
  JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"scopes":["*"]}}}'),
  JSON.parse('{"toString":null,"valueOf":1,"length":-1,"then":{"a":1}}'),
];

const nested = (depth: number, isArray: boolean): unknown => {
  let value: unknown = 1;
  for (let count = 0; count < depth; count += 1) value = isArray ? [value] : { a: value };
  return value;
};

/** A value that no place expects, or that fits its type and little else. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 4, arbitrary: fc.constantFrom(...DATES) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...NUMBERS) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], [{}], ...PROTOTYPES) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(3, 30, 33, 62, 64, 70), fc.boolean()).map(([n, is]) => nested(n, is)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...TEXTS), fc.constantFrom(2, 60, 600)).map(([t, n]) => Array(n).fill(t)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...TEXTS.filter((text) => text !== '')), fc.constantFrom(300, 20_000, 300_000))
      .map(([text, size]) => text.repeat(Math.ceil(size / text.length))),
  },
);

/** A mailbox or a number of somebody, of whom nothing may be logged. */
export const address: fc.Arbitrary<object> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constantFrom('camille.martin', 'dominique.petit').map((n) => ({ email: `${n}@example.com` })),
  },
  { weight: 6, arbitrary: fc.nat(40).map((n) => ({ email: `client${n}@${CANARIES[0]}` })) },
  { weight: 2, arbitrary: fc.nat(40).map((n) => ({ phone: `+33${CANARIES[2]}${String(100 + n)}` })) },
  { weight: 1, arbitrary: fc.nat(9).map((n) => ({ email: `Élodie.${n}+é@${CANARIES[0].toUpperCase()}` })) },
);
