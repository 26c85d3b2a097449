import { PINPOINT, SES_SUPPRESSIONS, SNS_OPT_OUTS } from './exports/aws.ts';
import { BREVO } from './exports/brevo.ts';
import { HUBSPOT } from './exports/hubspot.ts';
import { MAILCHIMP } from './exports/mailchimp.ts';
import { MAUTIC } from './exports/mautic.ts';
import { OWN_LAYOUT } from './exports/own.ts';
import type { ImportLayout, ImportTask } from './import.ts';
import type { Layout, RowShape } from './layout.ts';

/** Every layout that is read. */
const LAYOUTS: Readonly<Record<ImportLayout, Layout>> = {
  own: OWN_LAYOUT,
  brevo: BREVO,
  mailchimp: MAILCHIMP,
  hubspot: HUBSPOT,
  mautic: MAUTIC,
  'pinpoint-endpoints': PINPOINT,
  'ses-suppressions': SES_SUPPRESSIONS,
  'sns-opt-outs': SNS_OPT_OUTS,
};

/** How the rows of an import are written. `undefined`: this export has no such rows, or not by this address. */
export const shapeOf = ({ layout, rows, by }: Pick<ImportTask, 'layout' | 'rows' | 'by'>): RowShape | undefined =>
  rows === 'opposition-fingerprints' && layout !== 'own' ? undefined : LAYOUTS[layout].shapeOf(rows, by);
