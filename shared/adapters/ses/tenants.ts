import {
  AlreadyExistsException,
  CreateTenantCommand,
  CreateTenantResourceAssociationCommand,
  type SESv2Client,
} from '@aws-sdk/client-sesv2';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { within } from '../providers/clients.ts';

type Within = ReturnType<typeof within>;

/** Amazon SES, CreateTenant: a name has at most 64 letters, digits, hyphens and underscores. */
const LONGEST_NAME = 64;

/** The tenant of an advertiser on this stage. No stage and no advertiser has an underscore, so that no two names are alike. */
export const tenantNameOf = (stage: string, advertiserId: AdvertiserId): string => {
  const name = `aval-${stage}_${advertiserId}`;
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 17)}_${sha256Of(name).slice(0, 16)}`;
};

const isThere = (error: unknown): void => {
  if (!(error instanceof AlreadyExistsException)) throw error;
};

/** The tenant keeps a list of addresses of its own: what bounces or complains at one advertiser stops no other's mail. */
const createTenant = (client: SESv2Client, TenantName: string, inTime: Within) =>
  client
    .send(
      new CreateTenantCommand({
        TenantName,
        SuppressionAttributes: { SuppressionScope: 'TENANT', SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
      }),
      inTime,
    )
    .then(() => undefined, isThere);

const associate = (client: SESv2Client, TenantName: string, ResourceArn: string, inTime: Within) =>
  client
    .send(new CreateTenantResourceAssociationCommand({ TenantName, ResourceArn }), inTime)
    .then(() => undefined, isThere);

/** What SES says is missing, where it refuses a mail for its tenant: the tenant itself, or these resources of it. */
export type Missing = { readonly tenant: true } | { readonly resources: readonly string[] };

/**
 * Reads it in the error: SES names the resources that the tenant may not use yet (403), or does not find the tenant (404).
 * `undefined` for any other refusal.
 */
export const missingIn = (error: unknown): Missing | undefined => {
  const { name = '', message = '' } = (error ?? {}) as { readonly name?: string; readonly message?: string };
  if (!/tenant/i.test(message)) return undefined;
  if (name === 'NotFoundException') return { tenant: true };
  const resources = message.match(/arn:[\w-]+:ses:[^\s,\]]+/g) ?? [];
  return name === 'AccessDeniedException' && resources.length > 0 ? { resources } : undefined;
};

/** Makes what is missing. Throws what SES answers when it does not. */
export const supply = async (
  client: SESv2Client,
  tenantName: string,
  missing: Missing,
  inTime: Within,
): Promise<void> => {
  if ('tenant' in missing) return createTenant(client, tenantName, inTime);
  for (const arn of missing.resources) await associate(client, tenantName, arn, inTime);
};
