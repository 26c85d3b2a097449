/**
 * Countries in which AWS End User Messaging sells something that a reader can answer to, by their letters of ISO 3166 (AWS End User Messaging
 * SMS, "Supported countries and regions for SMS messaging", read 2026-11-24). No overseas department or territory of France is among them.
 * From any other nothing is taken to come back. That a reader in one of them can answer a code of another is not said there: it is for the
 * deployer to state.
 */
export const TWO_WAY_OF_AWS: readonly string[] =
  `AU AT BE BR BG CM CA CL CN CK CR HR CZ DK DO EC EG EE SZ FI FR DE GH GR GU HN HK HU IN IE IL IT JP JE KE KW LV LS LT LU MK MW MY MT MU MX MA
MM NA NL NZ NG NO PA PE PL PT PR QA RO RU RS SG SK ZA ES LK SE TW TZ TH UA AE GB US UY VI`.split(/\s+/);
