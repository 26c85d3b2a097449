import { TWO_WAY_OF_AWS } from '#functions/manifest/routes/two-way-of-aws.ts';

/**
 * Countries and territories to which AWS End User Messaging sends SMS, by their letters of ISO 3166 (AWS End User Messaging SMS, "Supported
 * countries and regions for SMS messaging", read 2026-11-24).
 */

const listOf = (text: string): readonly string[] => text.split(/\s+/);

/** All of them, whatever they are sold. */
export const SMS_COUNTRIES = listOf(
  `AF AL DZ AD AO AI AG AR AM AW AU AT AZ BS BH BD BB BY BE BZ BM BT BO BA BW BR BN BG BF BI KH CM CA CV KY CF TD CL CN CO KM CK CR HR CY CZ
CD DK DJ DM DO EC EG SV GQ ER EE SZ ET FO FJ FI FR GF PF GA GM GE DE GH GI GR GL GD GP GU GT GG GN GW GY HT HN HK HU IS IN ID IQ IE IM IL IT CI
JM JP JE JO KZ KE XK KW KG LA LV LB LS LR LY LI LT LU MO MK MG MW MY MV ML MT MH MQ MR MU YT MX FM MD MC MN ME MS MA MZ MM NA NP NL NC NZ NI NE
NG NU NF NO OM PK PS PA PW PG PY PE PH PL PT PR QA CG RE RO RU RW KN LC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA KR SS ES LK SR SE CH TW TJ TZ
TH TL TG TO TT TN TR TM TC TV UG UA AE GB US UY UZ VU VE VN VG VI YE ZM ZW`,
);

/** Where AWS sells neither a code, nor a number, nor a name. */
const WITHOUT_SENDER = new Set(listOf('BS KY SV GT MH FM MC MZ NI PY CG KN LC KR TM VE'));

/** AWS sells something to send by there. */
export const isSold = (country: string): boolean => SMS_COUNTRIES.includes(country) && !WITHOUT_SENDER.has(country);
/** AWS sells something to answer to there. */
export const isTwoWay = (country: string): boolean => TWO_WAY_OF_AWS.includes(country);
