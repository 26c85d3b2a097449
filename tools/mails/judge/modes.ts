/** One way in which a reader may see a mail. */
export interface Mode {
  readonly name: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly colours: 'light' | 'dark';
  readonly program: 'browser' | 'outlook';
}

const [PHONE, DESKTOP, SMALL, WIDE] = [
  { width: 375, height: 667 },
  { width: 600, height: 800 },
  { width: 320, height: 568 },
  { width: 1200, height: 800 },
];

/** The eight ways in which each mail is looked at. Outlook for Windows knows no dark style sheet. */
export const MODES = [
  { name: '600 px, light', ...DESKTOP, colours: 'light', program: 'browser' },
  { name: '600 px, dark', ...DESKTOP, colours: 'dark', program: 'browser' },
  { name: '375 px, light', ...PHONE, colours: 'light', program: 'browser' },
  { name: '375 px, dark', ...PHONE, colours: 'dark', program: 'browser' },
  { name: '320 px, light', ...SMALL, colours: 'light', program: 'browser' },
  { name: '1200 px, light', ...WIDE, colours: 'light', program: 'browser' },
  { name: '600 px, Outlook', ...DESKTOP, colours: 'light', program: 'outlook' },
  { name: '375 px, Outlook', ...PHONE, colours: 'light', program: 'outlook' },
] as const satisfies readonly Mode[];
