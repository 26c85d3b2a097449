import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MOST_LOGO_BYTES, PageLook } from '#shared/domain/advertiser/page-look.ts';

const PNG = readFileSync(new URL('../../../support/pages/logo.png', import.meta.url));
const faultOf = (mediaType: string, file: Buffer | string) =>
  PageLook.safeParse({ logo: { mediaType, base64: typeof file === 'string' ? file : file.toString('base64') } }).error
    ?.issues[0];
const ofBytes = (size: number): Buffer => Buffer.concat([PNG, Buffer.alloc(size - PNG.length)]);

describe('the look of the public pages', () => {
  test('takes a colour, a logo, both or none', () => {
    const logo = { mediaType: 'image/png', base64: PNG.toString('base64') };
    for (const look of [{}, { colour: '#ffd400' }, { logo }, { colour: '#FFD400', logo }])
      expect(PageLook.parse(look)).toEqual(look);
  });

  test.each([
    ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['image/webp', Buffer.from('524946461a000000574542505650384c', 'hex')],
  ])('takes the beginning of a file of %s', (mediaType, file) => {
    expect(faultOf(mediaType, file)).toBeUndefined();
  });

  test.each(['red', '#fff', 'url(https://example.fr/x)', '#112233;}body{display:none'])('%s is no colour', (colour) => {
    expect(PageLook.safeParse({ colour }).error?.issues[0]).toMatchObject({ path: ['colour'] });
  });

  test.each([
    ['a type that may hold a script', 'image/svg+xml', PNG, ['logo', 'mediaType']],
    ['a file of another type', 'image/jpeg', PNG, ['logo', 'base64']],
    ['a page that says it is a picture', 'image/png', Buffer.from('<script>'), ['logo', 'base64']],
    ['what is not base64', 'image/png', '"><script>', ['logo', 'base64']],
    ['nothing', 'image/png', '', ['logo', 'base64']],
    ['a byte too many', 'image/png', ofBytes(MOST_LOGO_BYTES + 1), ['logo', 'base64']],
  ])('%s is refused where it is', (_, mediaType, file, path) => {
    expect(faultOf(mediaType, file)).toMatchObject({ path });
  });

  test('the largest logo is taken', () => {
    expect(faultOf('image/png', ofBytes(MOST_LOGO_BYTES))).toBeUndefined();
  });
});
