import * as z from 'zod/mini';
import { ADVERTISER, ADVERTISER_ID, FORMS } from '#demo/campaign/advertiser.ts';
import type { Asked } from '#demo/campaign/campaign.ts';
import { DEMO_MAILINGS } from '#demo/campaign/mailings.ts';
import { type Call, type InvalidCell, imported, invalidCell, phasesOf } from '#demo/campaign/plan.ts';
import { messageOf, recipientsOf } from '#demo/campaign/recipients.ts';
import type { Row } from '#demo/export/rows.ts';
import { putFormVersion } from '#shared/app/settings/put-form-version.ts';
import { putFormVersionRoute } from '#shared/contracts/http/routes/put-form-version.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { FormReference } from '#shared/domain/consent/form-version.ts';
import { Failure } from '#shared/domain/failure.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { parseOrRefuse } from '#shared/edge/validate.ts';
import { NOW } from '../../support/builders.ts';
import { recordInProcess } from '../../support/in-process/record.ts';
import { type Stores, storesInMemory } from '../../support/in-process/stores.ts';
import { askedInProcess } from '../../support/in-process/vet-request.ts';

/** The demo's file, recorded in memory: the same requests as over HTTP, the same use cases, no store and no stack. */
export interface DemoWorld {
  /** Every message that the demo asks for, ready to be vetted; `undefined` for what could not be taken over. */
  readonly questions: readonly { readonly asked: Omit<Asked, 'outcome'>; readonly request: VetRequest | undefined }[];
  readonly invalid: readonly InvalidCell[];
}

const access = admit(z.parse(AdvertiserId, ADVERTISER_ID));

/** The advertiser and its forms, before any contact. */
const settled = async (): Promise<Stores> => {
  const stores = storesInMemory(Date.parse(NOW));
  await recordInProcess(stores, access, { kind: 'advertiser', body: ADVERTISER }, { index: 0, named: {} });
  for (const { formId, version, content } of FORMS) {
    const form = z.parse(FormReference, { formId, version });
    await putFormVersion(stores, { access, form, content: parseOrRefuse(putFormVersionRoute.body, content) });
  }
  return stores;
};

const KINDS = {
  '/v1/contacts': 'contact',
  '/v1/oppositions': 'opposition',
  '/v1/sales': 'sale',
  '/v1/consents': 'consent',
} as const;

const record = async (stores: Stores, call: Call, index: number): Promise<InvalidCell[]> => {
  const { path, body: facts, withdrawnAt } = call.fact;
  const body = { advertiserId: ADVERTISER_ID, contact: call.contact.contact, ...facts };
  try {
    const named = await recordInProcess(stores, access, { kind: KINDS[path], body }, { index, named: {} });
    if (withdrawnAt === undefined) return [];
    const withdrawal = { kind: 'withdrawal', body: { occurredAt: withdrawnAt } } as const;
    await recordInProcess(stores, access, withdrawal, { index, named });
    return [];
  } catch (error) {
    const [fault] = error instanceof Failure ? error.errors : [];
    if (fault === undefined) throw error;
    return [invalidCell(call, fault)];
  }
};

const recordAll = async (stores: Stores, rows: readonly Row[]): Promise<readonly InvalidCell[]> => {
  const faults: InvalidCell[] = [];
  for (const [index, call] of phasesOf(rows).flat().entries()) faults.push(...(await record(stores, call, index)));
  return faults;
};

/** Records every line of the file, on the demo's day, and asks each of the four messages of everyone. */
export const demoWorld = async (rows: readonly Row[]): Promise<DemoWorld> => {
  const stores = await settled();
  const taken = imported(rows, await recordAll(stores, rows));
  const questions = DEMO_MAILINGS.map(async (mailing) => {
    const { recipients, invalid } = recipientsOf(taken, mailing);
    const common = { mailing: mailing.mailing, round: 1 };
    const good = recipients.map(async (recipient) => {
      const { content: _content, mergeValues: _values, ...message } = messageOf(recipient, mailing, undefined);
      const { request } = await askedInProcess(stores, access, message);
      return { asked: { ...common, ...recipient }, request };
    });
    return [...(await Promise.all(good)), ...invalid.map((row) => ({ asked: { ...common, row }, request: undefined }))];
  });
  return { questions: (await Promise.all(questions)).flat(), invalid: taken.invalid };
};
