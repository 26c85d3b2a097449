import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import * as ofAudience from '#shared/adapters/dynamodb/audience-items.ts';
import * as ofCentre from '#shared/adapters/dynamodb/centre/code-items.ts';
import * as ofErasures from '#shared/adapters/dynamodb/erasure/erasure-items.ts';
import * as ofTable from '#shared/adapters/dynamodb/items.ts';
import * as ofJobs from '#shared/adapters/dynamodb/job-items.ts';
import * as ofPartners from '#shared/adapters/dynamodb/partners/partner-items.ts';
import * as ofLists from '#shared/adapters/dynamodb/rights/opposed-items.ts';
import * as ofRights from '#shared/adapters/dynamodb/rights/rights-items.ts';
import { RecipientOutcome } from '#shared/domain/campaign/recipient.ts';
import { FormVersion } from '#shared/domain/consent/form-version.ts';
import { LEFT_OUT } from '#shared/domain/rights/held-record.ts';
import { PortableData } from '#shared/domain/rights/portable.ts';
import { ShownRequest } from '#shared/domain/rights/rights-request.ts';
import { fieldsOf, titleOf } from '#shared/pages/personal-data/values.ts';

/** What a person is given, by the kind that names it: the shapes themselves say which fields and words there are. */
const SHAPES: Readonly<Record<string, z.ZodMiniType>> = {
  standing: ofTable.StandingItem,
  profile: ofAudience.ProfileItem,
  event: ofTable.EventItem,
  person: ofTable.PersonItem,
  'rights-request': ofRights.RightsItem,
  message: ofTable.MessageItem,
  sends: ofTable.SendsItem,
  confirmation: ofTable.ConfirmationItem,
  'test-recipients': ofTable.TestRecipientsItem,
  code: ofCentre.CodeItem,
  erasure: ofErasures.ErasureItem,
  disclosure: ofPartners.DisclosureItem,
  'partner-notification': ofPartners.PartnerNotificationItem,
  'listed-opposition': ofLists.ListedOppositionItem,
  'listed-contact': ofAudience.ListedContactItem,
  'chunk-result': RecipientOutcome,
};

/** The same as it is read beside its texts, for another controller, or of a form. */
const OTHERS: Readonly<Record<string, z.ZodMiniType>> = {
  'rights-request': ShownRequest,
  portable: PortableData,
  form: FormVersion,
  'campaign-job': ofJobs.CampaignJobItem,
};

/** Of each item, and what is given decrypted under other names. */
const OF_THE_ITEM = ['pk', 'sk', 'entity', 'v', 'expiresAt', 'secrets', 'encryptedHoles', 'texts', 'wrappedKey'];
/** What holds others, and is shown as a part of the page or in another place. */
const A_PART = ['event.event', 'test-recipients.recipients', 'contacts.acts'];
/** What only the store needs is in no file. */
const LEFT: ReadonlySet<string> = new Set([...LEFT_OUT.others, ...LEFT_OUT.store]);

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** A field of what is given, by what is around it; `word`: one that it may hold. */
interface Named {
  readonly within: string;
  readonly field: string;
  readonly word?: string;
}

const namesOf = (kind: string, shape: z.ZodMiniType): readonly Named[] => {
  const root = z.toJSONSchema(shape, { io: 'output', unrepresentable: 'any' }) as Schema;
  const found: Named[] = [];
  const open = new Set<Schema>();
  const walk = (schema: Schema, path: string, within: string, field: string): void => {
    const of = schema.$ref === undefined ? schema : root.$defs?.[schema.$ref.split('/').at(-1) ?? ''];
    if (of === undefined || open.has(of)) return;
    open.add(of);
    const words = [...(of.enum ?? []), of.const].filter((each) => typeof each === 'string');
    found.push(...words.map((word) => ({ within, field, word })));
    for (const each of [...(of.anyOf ?? []), ...(of.oneOf ?? []), ...(of.allOf ?? [])]) walk(each, path, within, field);
    if (of.items !== undefined) walk(of.items, path, within, field);
    if (typeof of.additionalProperties === 'object') walk(of.additionalProperties, `${path}.*`, within, field);
    // The event itself is shown, under its own type.
    const around = path === 'event.event' ? '' : field;
    for (const [name, each] of Object.entries(of.properties ?? {})) {
      if (OF_THE_ITEM.includes(name) || LEFT.has(`${path}.${name}`)) continue;
      if (path === 'event.event' && name === 'type') continue;
      found.push({ within: around, field: name });
      walk(each, `${path}.${name}`, around, name);
    }
    open.delete(of);
  };
  walk(root, kind, '', kind);
  return found;
};

/** Of a job of a campaign, what it says of its examples. */
const ofExamples = (all: readonly Named[]): readonly Named[] =>
  all
    .filter(({ within, field }) => within === 'reasons' && !['examples', 'count'].includes(field))
    .map((each) => ({ ...each, within: 'campaign-job' }));

const ALL: readonly Named[] = [
  ...Object.entries(SHAPES).flatMap(([kind, shape]) => namesOf(kind, shape)),
  ...Object.entries(OTHERS).flatMap(([kind, shape]) =>
    kind === 'campaign-job' ? ofExamples(namesOf(kind, shape)) : namesOf(kind, shape),
  ),
];

/** Words that French and English write alike, or that are names. */
const ALIKE: readonly string[] = [
  'donation',
  'order',
  'signature',
  'association',
  'message',
  'question',
  'confirmation',
];
/** Whole texts that are no words for a reader: ids of texts of law and what is always the same. */
const SAID_ELSEWHERE: readonly string[] = ['GDPR art. 20'];

const shownOf = (language: 'fr' | 'en', { within, field, word }: Named) => {
  const { markup } = fieldsOf(language, { [field]: word ?? true }, within);
  const [, label = '', value = ''] =
    /<dt>(.*?)<\/dt><dd>(?:<bdi class="value">)?(.*?)(?:<\/bdi>)?<\/dd>/.exec(markup) ?? [];
  return { isShown: markup !== '–', label, value };
};

/** Not a word of English either. */
const isCode = (word: string): boolean => /[-_]|[a-z][A-Z]|\d/.test(word);

test.each(['fr', 'en'] as const)('no field is under its raw name in what a person is given, in %s', (language) => {
  expect(ALL.length).toBeGreaterThan(500);
  const raw = ALL.filter((each) => {
    const { isShown, label } = shownOf(language, each);
    return isShown && label === each.field && !A_PART.includes(`${each.within}.${each.field}`);
  });
  expect([...new Set(raw.map(({ within, field }) => `${within}.${field}`))]).toEqual([]);
});

test.each(['fr', 'en'] as const)('no word of a schema is shown raw to a person, in %s', (language) => {
  const raw = ALL.filter((each) => {
    const { word } = each;
    if (word === undefined || SAID_ELSEWHERE.includes(word) || (language === 'en' && !isCode(word))) return false;
    const { isShown, value } = shownOf(language, each);
    return isShown && value === word && !ALIKE.includes(word);
  });
  expect([...new Set(raw.map(({ within, field, word }) => `${within}.${field}=${word}`))]).toEqual([]);
});

test.each(['fr', 'en'] as const)('each kind has a title, in %s', (language) => {
  const events = namesOf('event', z.pick(ofTable.EventItem, { event: true }));
  expect(events.length).toBeGreaterThan(50);
  for (const kind of Object.keys(SHAPES)) expect(titleOf(language, kind)).not.toBe(kind);
});
