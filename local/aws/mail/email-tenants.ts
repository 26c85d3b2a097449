import { ACCOUNT, REGION } from '../../template/attributes.ts';
import { at, textOf } from '../../template/json.ts';
import { errorAnswer } from '../answers.ts';
import type { AwsAnswer, AwsCall } from '../call.ts';

/** Why an address is on the list of a tenant. */
type Reason = 'BOUNCE' | 'COMPLAINT';

interface Tenant {
  readonly resources: Set<string>;
  /** Absent: the tenant keeps no list of its own. */
  readonly suppressed: Map<string, { readonly reason: Reason; readonly at: string }> | undefined;
}

const arn = (kind: string, name: string) => `arn:aws:ses:${REGION}:${ACCOUNT}:${kind}/${name}`;
const answer = (body: object): AwsAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const ok = answer({});
const nameIn = ({ input }: AwsCall) => textOf(input.TenantName);

/**
 * Tenants of SES v2 ("Tenants", "Using tenant-level suppression lists"): a mail leaves through one only when its identity and
 * its configuration set were given to it, and each may keep a list of addresses that nothing is sent to.
 */
export const createTenants = (isIdentity: (name: string) => boolean, now: () => string) => {
  const tenants = new Map<string, Tenant>();
  const unknown = (call: AwsCall) =>
    errorAnswer(call, 404, 'NotFoundException', `Tenant <${nameIn(call)}> does not exist.`);
  const resourcesOf = ({ input }: AwsCall): readonly string[] => {
    const from = textOf(input.FromEmailAddress);
    const address = /<([^>]+)>/.exec(from)?.[1] ?? from;
    const identity = isIdentity(address) ? address : (address.split('@')[1] ?? address);
    const set = textOf(input.ConfigurationSetName);
    return [arn('identity', identity), ...(set ? [arn('configuration-set', set)] : [])];
  };
  return {
    create: (call: AwsCall): AwsAnswer => {
      if (tenants.has(nameIn(call)))
        return errorAnswer(call, 400, 'AlreadyExistsException', `Tenant <${nameIn(call)}> already exists.`);
      const hasList = at(call.input, 'SuppressionAttributes', 'SuppressionScope') === 'TENANT';
      tenants.set(nameIn(call), { resources: new Set(), suppressed: hasList ? new Map() : undefined });
      return ok;
    },
    /** What is known of a tenant (GetTenant). Here SES stops nobody. */
    get: (call: AwsCall): AwsAnswer => {
      const TenantName = nameIn(call);
      return tenants.has(TenantName) ? answer({ Tenant: { TenantName, SendingStatus: 'ENABLED' } }) : unknown(call);
    },
    associate: (call: AwsCall): AwsAnswer => {
      const tenant = tenants.get(nameIn(call));
      if (tenant === undefined) return unknown(call);
      const resource = textOf(call.input.ResourceArn);
      if (tenant.resources.has(resource)) return errorAnswer(call, 400, 'AlreadyExistsException', 'It is associated.');
      tenant.resources.add(resource);
      return ok;
    },
    /** Why a mail may not leave through its tenant, as SES says it; `undefined`: it may, or names none. */
    refusal: (call: AwsCall): AwsAnswer | undefined => {
      if (nameIn(call) === '') return undefined;
      const tenant = tenants.get(nameIn(call));
      if (tenant === undefined) return unknown(call);
      const missing = resourcesOf(call).filter((resource) => !tenant.resources.has(resource));
      if (missing.length === 0) return undefined;
      const sentence = `Tenant not associated with resources [${missing.join(', ')}]`;
      return errorAnswer(call, 403, 'AccessDeniedException', sentence);
    },
    isSuppressed: (tenant: string, address: string) => tenants.get(tenant)?.suppressed?.has(address) ?? false,
    suppress: (tenant: string, address: string, reason: Reason) =>
      void tenants.get(tenant)?.suppressed?.set(address, { reason, at: now() }),
    /** A page of the list of a tenant (ListSuppressedDestinations), by address. */
    list: (call: AwsCall): AwsAnswer => {
      const query = new URL(call.url, 'http://aws.local').searchParams;
      const tenant = tenants.get(query.get('TenantName') ?? '');
      if (tenant === undefined) return unknown(call);
      const from = query.get('NextToken') ?? '';
      const size = Number(query.get('PageSize') ?? 1000);
      const left = [...(tenant.suppressed ?? [])].filter(([address]) => address > from).sort();
      const page = left.slice(0, size);
      return answer({
        SuppressedDestinationSummaries: page.map(([EmailAddress, { reason, at: changed }]) => ({
          EmailAddress,
          Reason: reason,
          LastUpdateTime: Date.parse(changed) / 1000,
        })),
        ...(left.length > size ? { NextToken: page.at(-1)?.[0] } : {}),
      });
    },
    /** Takes an address off the list of a tenant (DeleteSuppressedDestination). */
    remove: (call: AwsCall): AwsAnswer => {
      const { pathname, searchParams } = new URL(call.url, 'http://aws.local');
      const address = decodeURIComponent(pathname.split('/').at(-1) ?? '');
      const isGone = tenants.get(searchParams.get('TenantName') ?? '')?.suppressed?.delete(address) ?? false;
      return isGone ? ok : errorAnswer(call, 404, 'NotFoundException', 'The address is not on the list.');
    },
    /** A reader who says that it is no spam takes a complaint off the list, and nothing else. */
    forgive: (tenant: string, address: string) => {
      const suppressed = tenants.get(tenant)?.suppressed;
      if (suppressed?.get(address)?.reason === 'COMPLAINT') suppressed.delete(address);
    },
  };
};
export type Tenants = ReturnType<typeof createTenants>;
