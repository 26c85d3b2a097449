import * as z from 'zod/mini';
import { putAdvertiser } from '#shared/app/settings/put-advertiser.ts';
import { putFormVersion } from '#shared/app/settings/put-form-version.ts';
import { approveTemplateVersion } from '#shared/app/settings/templates/approve-template-version.ts';
import { putTemplateVersion } from '#shared/app/settings/templates/put-template-version.ts';
import { putAdvertiserRoute } from '#shared/contracts/http/routes/put-advertiser.ts';
import { putFormVersionRoute } from '#shared/contracts/http/routes/put-form-version.ts';
import { putTemplateVersionRoute } from '#shared/contracts/http/routes/put-template-version.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { FormReference } from '#shared/domain/consent/form-version.ts';
import { TemplateReference } from '#shared/domain/message/message.ts';
import { parseOrRefuse } from '#shared/edge/validate.ts';
import type { World } from '../oracle/world.ts';
import { OPERATOR } from '../support/in-process/identities.ts';
import { NO_KEYS } from '../support/in-process/record.ts';
import type { Stores } from '../support/in-process/stores.ts';
import { contentOf } from './contents.ts';

/** Two keys, since one may not approve what it put. */
const PUTS = 'key-that-puts';
const APPROVES = 'key-that-approves';

const putTemplates = async (stores: Stores, access: AdvertiserAccess, { templates, message }: World): Promise<void> => {
  for (const { id, version, body } of templates) {
    const template = z.parse(TemplateReference, { templateId: id, version });
    const { offers, incites, names, ...described } = body;
    const whole = { ...described, content: contentOf(String(message.channel), body, { offers, incites, names }) };
    const content = parseOrRefuse(putTemplateVersionRoute.body, whole);
    await putTemplateVersion(stores, { access, template, content, apiKeyId: PUTS });
    const approver = { name: 'Paul Martin' };
    await approveTemplateVersion({ ...stores, apiKeys: NO_KEYS }, { access, template, approver, apiKeyId: APPROVES });
  }
};

const approvalOf = ({ approver }: World['forms'][number]['body']): number => {
  const at = typeof approver === 'object' && approver !== null && 'approvedAt' in approver ? approver.approvedAt : '';
  const approved = Date.parse(String(at));
  return Number.isNaN(approved) ? 0 : approved;
};

/** Settings, form versions and approved template versions, as the routes that put them store them. */
export const putVersions = async (stores: Stores, access: AdvertiserAccess, world: World): Promise<void> => {
  const settings = parseOrRefuse(putAdvertiserRoute.body, world.advertiser);
  await putAdvertiser({ ...stores, textAnswers: {} }, { access, by: OPERATOR, settings, precondition: {} });
  const first = Date.parse(stores.clock.now());
  for (const { id, version, body } of world.forms) {
    // A version is stored once somebody approved it.
    stores.setTo(Math.max(first, approvalOf(body)));
    const form = z.parse(FormReference, { formId: id, version });
    await putFormVersion(stores, { access, form, content: parseOrRefuse(putFormVersionRoute.body, body) });
  }
  stores.setTo(first);
  await putTemplates(stores, access, world);
};
