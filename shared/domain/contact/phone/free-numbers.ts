import type { DiallingPrefix } from './dialling.ts';

/**
 * How free numbers begin after each dialling prefix that we know, in the plans of their countries (libphonenumber-js 1.13.16, `TOLL_FREE`).
 * Where ordinary numbers begin in the same way, as those of Dublin, they are shorter.
 */
const FREE: Readonly<Record<string, RegExp>> = {
  '30': /^800/,
  '31': /^800/,
  '32': /^800/,
  '33': /^80[0-5]/,
  '34': /^[89]00/,
  '36': /^(?:[48]0|680[29]\d{5}$)/,
  '39': /^80[03]/,
  '40': /^800/,
  '41': /^800/,
  '43': /^800/,
  '44': /^80[08]/,
  '45': /^80/,
  '46': /^20/,
  '47': /^80[01]/,
  '48': /^800/,
  '49': /^800/,
  '262': /^80/,
  '351': /^80[02]/,
  '352': /^800/,
  '353': /^1800\d{6}$/,
  '354': /^80[0-8]/,
  '356': /^800/,
  '357': /^800/,
  '358': /^800/,
  '359': /^(?:00)?800/,
  '370': /^80[02]/,
  '371': /^80/,
  '372': /^800/,
  '385': /^80/,
  '386': /^80/,
  '420': /^800/,
  '421': /^800/,
  '423': /^80/,
  '508': /^80[0-5]\d{6}$/,
  '590': /^80[0-5]/,
  '594': /^80[0-5]/,
  '596': /^80[0-5]/,
  '681': /^80[0-5]/,
  '687': /^05/,
  '689': /^80[0-5]/,
};

/** Whether this number, E.164, of a plan is free for whoever calls it within that plan. One of which nothing is stated is taken for free. */
export const isFreephone = ({ prefix }: DiallingPrefix, number: string): boolean =>
  FREE[prefix]?.test(number.slice(prefix.length + 1)) ?? true;
