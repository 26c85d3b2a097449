import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AnyJob } from '#shared/domain/job/campaign-job.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { Jobs } from './jobs.port.ts';

/** The jobs of an advertiser, the latest first. Throws `advertiser-not-found`. */
export const listJobs = async (
  ports: { readonly jobs: Pick<Jobs, 'list'>; readonly advertisers: Pick<Advertisers, 'get'> },
  { access, page }: { readonly access: AdvertiserAccess; readonly page: PageAsked },
): Promise<Page<AnyJob>> => {
  await knownAdvertiser(ports.advertisers, access);
  return ports.jobs.list(access, page);
};
