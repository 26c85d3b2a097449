import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Judge, openJudge } from '#tools/mails/judge/judge.ts';
import { faultsOf } from '#tools/screens/faults.ts';
import { readPng } from '#tools/screens/labelled-png.ts';
import { mailOf, type Screen } from '#tools/screens/screen.ts';
import { SCREENS } from '#tools/screens/screens.ts';
import { shoot } from '#tools/screens/shoot.ts';

const COMMITTED = fileURLToPath(new URL('../../../docs/screens/', import.meta.url));
const [FIRST, SECOND] = SCREENS as readonly [Screen, Screen, ...Screen[]];

describe('the pictures of docs/screens', () => {
  test('are twenty: light and dark, of four widths, in both languages, and as Outlook shows them', () => {
    expect(SCREENS).toHaveLength(20);
    expect(new Set(SCREENS.map(({ mode }) => mode.width))).toEqual(new Set([320, 375, 600, 1200]));
    expect(new Set(SCREENS.map(({ mode }) => mode.colours))).toEqual(new Set(['light', 'dark']));
    expect(new Set(SCREENS.map(({ mode }) => mode.program))).toEqual(new Set(['browser', 'outlook']));
    expect(new Set(SCREENS.map(({ said }) => said?.language ?? 'fr'))).toEqual(new Set(['fr', 'en']));
  });

  test('are those of the mails that are sent today, and the index says what they say', () => {
    expect(faultsOf(SCREENS, COMMITTED)).toEqual([]);
  });
});

describe('a planted fault in the folder is found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'screens-'));
  beforeEach(() => cpSync(COMMITTED, folder, { recursive: true, force: true }));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, `${FIRST.name}.png`);
  const says = { ...FIRST.said, publicName: 'Une autre maison' };

  test.each([
    ['no picture', /01-mjml-600\.png is missing/, () => rmSync(file)],
    ['the picture of another width', /375 px wide, not 600/, () => cpSync(join(folder, `${SECOND.name}.png`), file)],
    ['an index of other figures', /README\.md does not say/, () => writeFileSync(join(folder, 'README.md'), '# x')],
    ['a picture too many', /old\.png is not listed/, () => cpSync(file, join(folder, 'old.png'))],
  ])('%s', (_, fault, plant) => {
    plant();
    expect(faultsOf(SCREENS, folder).join()).toMatch(fault);
    rmSync(join(folder, 'old.png'), { force: true });
  });

  test('a mail that has changed since', () => {
    expect(faultsOf([{ ...FIRST, said: says }], folder)[0]).toMatch(/not sent like this any more/);
  });
});

describe('the script that makes them', () => {
  let judge: Judge;
  beforeAll(async () => {
    judge = await openJudge();
  });
  afterAll(() => judge?.close());

  test('measures the link as the index says, and takes the same picture again', async () => {
    const [made, committed] = [await shoot(judge, SECOND), readFileSync(join(COMMITTED, `${SECOND.name}.png`))];
    const [{ labels }, { labels: before }] = [readPng(made), readPng(committed)];
    expect(labels).toEqual({ ...before, Contrast: expect.any(String) });
    // Fonts of another machine have strokes of another breadth.
    expect(Number.parseFloat(labels.Contrast ?? '')).toBeCloseTo(Number.parseFloat(before.Contrast ?? ''), 0);
    expect(made).toEqual(await shoot(judge, SECOND));
  });

  test.each([
    ['is hidden', 'a{display:none!important}', /not seen: it has no place/],
    ['is grey', 'a,a *{color:#767676!important}', /contrast of the link is 4/],
  ])('ends where the link %s', async (_, css, error) => {
    const shown = mailOf(SECOND).replace(
      /<table role="presentation" data-aval-footer[\s\S]*<\/table>/,
      (block) => `<style>${css}</style>${block.replaceAll(/ style="[^"]*"/g, '')}`,
    );
    await expect(shoot(judge, SECOND, shown)).rejects.toThrow(error);
  });
});
