import { manifest } from '#functions/manifest.ts';
import { openPage } from '#shared/edge/public/open.ts';
import { addressForm } from '#shared/pages/address-form.ts';

/** Shows the field to oppose by typing an address. */
export const handler = openPage(
  manifest['show-address-form'],
  () =>
    async ({ language }) =>
      addressForm(language),
);
