import { manifest } from '#functions/manifest.ts';
import { advertiserList } from '#functions/wiring/facts.ts';
import { advertisers, clock, fingerprints, ledgerWithoutAddresses, pause } from '#functions/wiring.ts';
import { opposeByAddress } from '#shared/app/oppositions/oppose-by-address.ts';
import { openPage } from '#shared/edge/public/open.ts';
import { afterTyping } from '#shared/pages/address-form.ts';

/** Registers the opposition of a person who typed an address, at the sender named or at all. */
export const handler = openPage(manifest['oppose-by-address'], (env) => async ({ language, typed }) => {
  const ports = {
    ledger: ledgerWithoutAddresses(env),
    advertisers: advertisers(env),
    advertiserList: advertiserList(env),
    fingerprints: await fingerprints(env),
    clock,
    pause,
  };
  const form = { address: typed('address'), phone: typed('phone'), sender: typed('sender') };
  return afterTyping(language, { ...form, ...(await opposeByAddress(ports, form)) });
});
