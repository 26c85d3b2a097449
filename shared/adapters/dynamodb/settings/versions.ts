import type { ListedForms, ListedTemplates, Put } from '#shared/app/settings/versions.port.ts';
import { cacheOf } from '#shared/cache.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { dependencyUnavailable, versionImmutable } from '#shared/domain/failure.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import type { Unreachable } from '../../or-unavailable.ts';
import { storeIfAbsent, storeUnlessFinal } from '../conditional.ts';
import {
  formVersionKey,
  formVersions,
  type Key,
  templateApprovalKey,
  templateVersionKey,
  templateVersions,
} from '../keys.ts';
import { pageItems } from '../page-items.ts';
import { formVersionOf, templateApprovalOf, templateVersionOf } from '../plain.ts';
import { getItem, type Item, type Table } from '../table.ts';

/** Versions kept by one process; each is some kilobytes. */
const MOST_KEPT = 500;

/**
 * Reads items that never change once they are there; `parse` turns one into the domain's value. Each is read once by a
 * process; one not found, or a draft, is asked for again.
 */
export const immutableItems = <V>(table: Table, parse: (item: Item) => V, unreachable: Unreachable) => {
  const kept = cacheOf<V>({ most: MOST_KEPT });
  return async (key: Key): Promise<V | undefined> => {
    const name = `${key.pk}/${key.sk}`;
    const found = kept.get(name);
    if (found !== undefined) return found;
    const item = await getItem(table, key, unreachable);
    if (item === undefined) return undefined;
    return item.draft === true ? parse(item) : kept.put(name, parse(item));
  };
};

interface Kind<Reference, Version> {
  readonly entity: string;
  readonly keyOf: (access: AdvertiserAccess, reference: Reference) => Key;
  readonly listed: (
    access: AdvertiserAccess,
    id: string | undefined,
  ) => { readonly pk: string; readonly prefix: string };
  readonly parse: (item: Item) => Version;
  readonly unreachable: Unreachable;
  /** The `v` under which it is stored. Absent: 1. */
  readonly shapeOf?: (version: Version) => 1 | 2;
}

/** By what two versions under one label are known to differ. */
interface Named {
  readonly sha256: string;
  /** It may be replaced. */
  readonly draft?: true | undefined;
}

/** Versions of one kind, put once under their reference and their content hash. */
const versionsOf = <Reference, Version extends Reference & Named>(
  table: Table,
  { entity, keyOf, listed, parse, unreachable, shapeOf = () => 1 }: Kind<Reference, Version>,
) => {
  const read = immutableItems(table, parse, unreachable);
  return {
    get: (access: AdvertiserAccess, reference: Reference) => read(keyOf(access, reference)),
    list: async (access: AdvertiserAccess, id: string | undefined, page: PageAsked): Promise<Page<Version>> => {
      const inOrder = { ...listed(access, id), order: 'ascending' } as const;
      const { items, next } = await pageItems(table, inOrder, page, unreachable);
      return { items: items.map(parse), next };
    },
    put: async (access: AdvertiserAccess, version: Version): Promise<Put<Version>> => {
      const item = { ...keyOf(access, version), entity, v: shapeOf(version), ...version };
      const { isStored, before } = await storeUnlessFinal(table, item, unreachable);
      if (isStored) return { version, isNew: before === undefined || !version.draft };
      if (version.draft || before?.sha256 !== version.sha256) throw versionImmutable();
      return { version: parse(before), isNew: false };
    },
  };
};

/** Form versions on DynamoDB. */
export const formVersionsOf = (table: Table): ListedForms =>
  versionsOf(table, {
    entity: 'form-version',
    // The version before does not know that a consent ends: it is to hold what rests on such a form.
    shapeOf: ({ agreedFor }) => (agreedFor === undefined ? 1 : 2),
    keyOf: formVersionKey,
    listed: formVersions,
    parse: formVersionOf,
    unreachable: (cause) => dependencyUnavailable('The store of form versions', cause),
  });

const noTemplates = (cause: unknown) => dependencyUnavailable('The store of template versions', cause);

/** Template versions and their approvals on DynamoDB. */
export const templateVersionsOf = (table: Table): ListedTemplates => {
  const readApproval = immutableItems(table, templateApprovalOf, noTemplates);
  return {
    ...versionsOf(table, {
      entity: 'template-version',
      keyOf: templateVersionKey,
      listed: templateVersions,
      parse: templateVersionOf,
      unreachable: noTemplates,
    }),
    approvalOf: (access, template) => readApproval(templateApprovalKey(access, template)),
    approve: async (access, approval) => {
      const item = { ...templateApprovalKey(access, approval), entity: 'template-approval', v: 1, ...approval };
      return (await storeIfAbsent(table, item, noTemplates)) === undefined ? 'stored' : 'already-stored';
    },
  };
};
