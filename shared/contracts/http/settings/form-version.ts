import * as z from 'zod/mini';
import type { SeenForm } from '#shared/app/settings/get-form-version.ts';
import { about, named } from '#shared/domain/about.ts';
import { FormVersionContent, FormVersion as StoredFormVersion } from '#shared/domain/consent/form-version.ts';
import { AdvertiserId, FormId, VersionLabel } from '#shared/domain/ids.ts';
import { EXAMPLE_SHA256 } from '../examples.ts';
import { Missing, missingViews, UsableByChannel, usableView } from './missing.ts';

const { advertiserId, formId, version, sha256, recordedAt } = StoredFormVersion.shape;

/** Path parameters of the routes of one form. */
export const FormPath = z.strictObject({
  advertiserId: about('The advertiser that shows the form.', AdvertiserId),
  formId: about('The id that you choose for the form; all its versions share it.', FormId),
});

/** Path parameters of the routes of one version of a form. */
export const FormVersionPath = z.extend(FormPath, {
  version: about('The label that you choose for this version. What it names never changes.', VersionLabel),
});

/** A version of a form, without what it shows. */
export const FormEntry = named('FormEntry', z.strictObject({ advertiserId, formId, version, sha256, recordedAt }));

/** A version of a form as it was put, and what a consent given on it supports. */
export const FormVersion = named(
  'FormVersion',
  z.strictObject({
    ...FormEntry.shape,
    form: about('What was put, with the defaults: exactly what people saw.', FormVersionContent),
    usable: about(
      'Channels on which a flawless consent given on this form supports a message now: true, or what the form lacks. Empty of a form by which nobody agrees, which only offers a refusal with a sale: see warnings.',
      UsableByChannel,
    ),
    warnings: about(
      'What else the form lacks, for instance for sales made with it, or to name a sensitive use. Empty: nothing.',
      z.array(Missing),
    ),
  }),
);

/** One version in a list. */
export const formEntryView = (stored: StoredFormVersion): z.infer<typeof FormEntry> => ({
  advertiserId: stored.advertiserId,
  formId: stored.formId,
  version: stored.version,
  sha256: stored.sha256,
  recordedAt: stored.recordedAt,
});

/** One version, whole. */
export const formVersionView = ({ stored, usable, warnings }: SeenForm): z.infer<typeof FormVersion> => {
  const { advertiserId: _a, formId: _f, version: _v, sha256: _s, recordedAt: _r, ...form } = stored;
  return { ...formEntryView(stored), form, usable: usableView(usable), warnings: missingViews(warnings) };
};

/** A form as the examples put it. */
export const formExample = () => ({
  mode: 'web',
  wording: 'J’accepte de recevoir par e-mail les offres de Maison Valmy.',
  channels: [{ channel: 'email', words: 'par e-mail' }],
  purposes: ['own-offers'],
  mechanism: 'checkbox',
  defaultState: 'empty',
  notice: { version: '2026-01', url: 'https://maison-valmy.example/confidentialite' },
  refusal: { words: 'Cochez pour ne pas recevoir nos offres.' },
  shown: { sha256: EXAMPLE_SHA256, mediaType: 'image/png' },
  approver: { name: 'Jeanne Roy', approvedAt: '2026-01-05T09:00:00+01:00' },
});
