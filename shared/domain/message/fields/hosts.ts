/** Sites that a transactional message leads to although they are not the advertiser's: carriers, payment, public services. */
const SERVICE_HOSTS =
  /(?:^|\.)(?:laposte\.fr|colissimo\.fr|chronopost\.fr|dpd\.(?:fr|co\.uk|com)|ups\.com|dhl\.(?:com|fr|de)|fedex\.com|gls-group\.(?:eu|com)|mondialrelay\.(?:fr|com)|relaiscolis\.com|colisprive\.(?:fr|com)|royalmail\.com|parcelforce\.com|evri\.com|yodel\.co\.uk|usps\.com|bpost\.be|paypal\.com|stripe\.com|gouv\.fr|gov\.uk|service-public\.fr|cnil\.fr|europa\.eu|doctolib\.fr)$/;

/** A host that serves every transaction: a carrier, a payment, a public service. */
export const isServiceHost = (host: string): boolean => SERVICE_HOSTS.test(host);

/** The address is of one of these hosts, or below it. */
export const isOwnHost = (host: string, own: readonly string[]): boolean =>
  own.some(
    (each) => host === each || host.endsWith(`.${each.replace(/^www\./, '')}`) || host === each.replace(/^www\./, ''),
  );
