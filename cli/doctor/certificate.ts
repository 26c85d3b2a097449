import type { Certificate } from './account.ts';
import { type Finding, fail, ok } from './finding.ts';

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
