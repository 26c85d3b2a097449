import type { Certificate, Dns } from './account.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

const covers = (host: string, name: string): boolean =>
  name === host || (name.startsWith('*.') && name.slice(2) === host.slice(host.indexOf('.') + 1));

const regionOf = (arn: string): string => arn.split(':')[3] ?? '';

/** The certificate that the settings name for a host. Nothing is asked of one in another Region: no API there could use it. */
export const ofCertificate = async (
  { host, arn, region }: { readonly host: string; readonly arn: string; readonly region: string },
  read: (arn: string) => Promise<Certificate | undefined>,
): Promise<Finding> => {
  const about = `certificate of ${host}`;
  if (regionOf(arn) !== region)
    return fail(about, `it is in ${regionOf(arn)}, and the stage in ${region}`, `Ask ACM for one in ${region}.`);
  const certificate = await read(arn);
  if (certificate === undefined) return fail(about, 'ACM knows none of this ARN', 'Ask ACM for one, and name its ARN.');
  const { status, names, records } = certificate;
  if (!names.some((name) => covers(host, name)))
    return fail(about, `it is for ${names.join(', ')}`, `Ask ACM for one for ${host}.`);
  if (status === 'ISSUED') return ok(about, 'issued');
  return status === 'PENDING_VALIDATION'
    ? fail(about, 'it waits to be validated', ...records)
    : fail(about, `it is ${status}`, `Ask ACM for another one for ${host}.`);
};

interface Output {
  readonly name: string;
  /** Where the host is to lead; absent before the first deployment. */
  readonly value: string | undefined;
}

/** Where the DNS leads a host to. */
export const ofHost = async (host: string, { name, value }: Output, dns: Dns): Promise<Finding> => {
  const [found] = await dns.records(host, 'CNAME');
  const target = found?.replace(/\.$/, '');
  if (target === undefined)
    return value === undefined
      ? warn(host, 'leads nowhere yet', `After the deployment: a CNAME to the output ${name}.`)
      : fail(host, 'leads nowhere: what is sent now has links that are dead', `${host} CNAME ${value}`);
  return value === undefined || target === value
    ? ok(host, `leads to ${target}`)
    : fail(host, `leads to ${target}, and not to this stage`, `${host} CNAME ${value}`);
};
