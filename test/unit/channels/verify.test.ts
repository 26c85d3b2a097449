import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FOOTER_MARK, footerHtml } from '#shared/channels/email/footer/footer.ts';
import { prepareEmail } from '#shared/channels/email/prepare-email.ts';
import { type RenderedEmail, renderEmail } from '#shared/channels/email/render-email.ts';
import { verifyEmail } from '#shared/channels/email/verify-email.ts';
import { verifyPrepared } from '#shared/channels/email/verify-prepared.ts';
import { Failure } from '#shared/domain/failure.ts';
import { isWhole, numberOfSeed, shareOfCommit, shareOfCount } from '#test/support/shares/share.ts';
import { NOW } from '../../support/builders.ts';
import { EVERYTHING_SAID, mentionsOf } from '../../support/mentions.ts';

/** A third of what `npm run whole -- bytes` tries, which each commit draws anew. */
const SEED = isWhole ? 20261124 : numberOfSeed(shareOfCommit());

const mentions = mentionsOf({});
const footer = footerHtml(mentions);
const HTML = '<html><head><title>N</title></head><body><p>Bonjour {{ prenom }}, voici nos vins.</p></body></html>';
const content = { subject: 'Nos vins', html: HTML };
const good = renderEmail(prepareEmail(content), { prenom: 'Léa' }, mentions);

/** The same mail with something done to its bytes on the way. */
const tampered = (change: (mail: RenderedEmail) => Partial<RenderedEmail>) =>
  verifyEmail({ ...good, ...change(good) }, mentions);
const inHtml = (from: string, to: string) => (mail: RenderedEmail) => ({ html: mail.html?.replace(from, () => to) });

describe('P3: the very bytes are read again', () => {
  test('a mail as rendered says everything', () => {
    expect(verifyEmail(good, mentions, { fromName: 'Caves Dubois' })).toMatchObject(EVERYTHING_SAID);
  });

  test.each([
    ['the footer is missing', inHtml(footer, '')],
    ['the footer stands twice', inHtml(footer, footer + footer)],
    ['the footer is within a hidden block', inHtml(footer, `<div style="display:none">${footer}</div>`)],
    ['the footer is within a visible block of the author', inHtml(footer, `<div>${footer}</div>`)],
    ['the footer is within a comment', inHtml(footer, `<!-- ${footer} -->`)],
    ['the footer is within a style sheet', inHtml(footer, `<style>${footer}</style>`)],
    ['the body is hidden', inHtml('<body>', '<body style="visibility:hidden;display:none">')],
    ['the footer shows nothing', inHtml(`${FOOTER_MARK}=""`, `${FOOTER_MARK}="" hidden style="display:none"`)],
    ['text follows the footer', inHtml('</body>', '<p>et encore</p></body>')],
    ['text follows the end of the document', inHtml('</html>', '</html>et encore')],
    ['an image follows the footer', inHtml('</body>', '<img src="https://a.example/x.png" alt=""></body>')],
    ['Outlook alone shows more after it', inHtml('</html>', '</html><!--[if mso]><p>plus</p><![endif]-->')],
    [
      'the link leads elsewhere',
      (mail: RenderedEmail) => ({ html: mail.html?.replaceAll(mentions.oppositionUrl, 'https://a.example/o/x') }),
    ],
    ['the link has no words', inHtml('>Ne plus recevoir ces e-mails<', '><')],
    ['the text part lost its footer', () => ({ text: 'Bonjour' })],
    ['the text part goes on after it', (mail: RenderedEmail) => ({ text: `${mail.text}\nPS : venez !` })],
    ['the one-click header is missing', (mail: RenderedEmail) => ({ headers: mail.headers.slice(0, 1) })],
    [
      'the list header is doubled',
      (mail: RenderedEmail) => ({ headers: [...mail.headers, ...mail.headers.slice(0, 1)] }),
    ],
  ])('%s: no means to oppose is found', (_, change) => {
    expect(tampered(change).carriesOppositionMeans).toBe(false);
  });

  test('a name, a reason, a notice or the word advertising that is gone is missed', () => {
    expect(tampered(inHtml('Caves Dubois (Caves Dubois SARL', 'un ami ('))).toMatchObject({
      isRecognisableAsAdvertising: false,
    });
    expect(tampered(inHtml('3\u00a0mars\u00a02026', '3\u00a0mars\u00a02020'))).toMatchObject({ saysWhy: false });
    expect(tampered(inHtml('>Comment vos données sont utilisées<', '><'))).toMatchObject({
      carriesProcessingNotice: false,
    });
    expect(verifyEmail(good, { ...mentions, advertiserNames: ['Autre SAS'] })).toMatchObject({
      namesAdvertiser: false,
    });
    for (const fromName of ['Un ami', 'Caves Duboisson'])
      expect(verifyEmail(good, mentions, { fromName })).toMatchObject({ namesAdvertiser: false });
  });

  test('From names it in letters of whatever size, accent and sign, as its registration asks', () => {
    for (const fromName of ['CAVES DUBOIS', 'Le journal des Caves-Dubois'])
      expect(verifyEmail(good, mentions, { fromName })).toMatchObject(EVERYTHING_SAID);
  });

  test('http://localhost counts as a working link on the local stage alone', () => {
    const local = mentionsOf({ oppositionUrl: 'http://localhost:4001/o/abc' });
    const mail = renderEmail(prepareEmail(content), { prenom: 'Léa' }, local);
    expect(verifyEmail(mail, local).oppositionMeansWork).toBe(false);
    expect(verifyEmail(mail, local, { acceptsLocalLinks: true }).oppositionMeansWork).toBe(true);
    const staged = mentionsOf({ oppositionUrl: 'https://abc.execute-api.eu-west-3.amazonaws.com/dev/o/abc' });
    expect(verifyEmail(good, staged).oppositionMeansWork).toBe(true);
    const plain = mentionsOf({ oppositionUrl: 'http://stop.example/o/abc' });
    expect(verifyEmail(good, plain, { acceptsLocalLinks: true }).oppositionMeansWork).toBe(false);
  });

  test('the source of the coordinates is named where the reader did not give them', () => {
    const why = { basis: 'professional-interest', source: 'annuaire du barreau' } as const;
    const indirect = mentionsOf({ why });
    const mail = renderEmail(prepareEmail(content), { prenom: 'Léa' }, indirect);
    expect(verifyEmail(mail, indirect)).toMatchObject({ saysWhy: true, namesSource: true });
    expect(mail.text).toContain('vos coordonnées viennent de la source suivante\u00a0: annuaire du barreau');
    expect(verifyEmail(good, mentions).namesSource).toBe(false);
  });
});

/** Pieces that mails are made of, well formed or not, in any order. */
const PIECES = [
  '<p>Bonjour {{ prenom }}</p>',
  '<table><tr><td>',
  '</td></tr></table>',
  '<div>',
  '</div>',
  '<div style="display:none">',
  '<!-- note -->',
  '<!--',
  '-->',
  '<!--[if mso]><table><tr><td><![endif]-->',
  '<!--[if mso]></td></tr></table><![endif]-->',
  '<![if !mso]>',
  '<![endif]>',
  '<!--[if !mso]><!-->',
  '<!--<![endif]-->',
  '</body>',
  '</html>',
  '<body>',
  '<html>',
  '<title>',
  '</title>',
  '<style>p{color:red}',
  '</style>',
  '<a href="{{ lien }}">Voir',
  '</a>',
  '<a href="{{ unsubscribe }}">Stop</a>',
  'Texte *|FNAME|*',
  '<b>',
  '<select><option>',
  '<svg><g>',
  '<br>',
  '<img src="a.png" alt="{{prenom}}">',
  '<p title={{prenom}}>',
  '<textarea>',
  '\r\n',
  '<script>1</script>',
  '<font style="font-size:0">',
  '<template>',
  '<p style="color:{{couleur}}">',
] as const;
const anyMail = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 14 })
  .map((pieces) => `<p>Vins</p>${pieces.join('')}`);
const anyValue = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('<b>', '"><script>', '-->', "' onclick=x", '</style>', '', '{{prenom}}'),
);
const anyValues = fc.record({ prenom: anyValue, lien: anyValue, couleur: anyValue, FNAME: anyValue });

const tryPrepare = (html: string) => {
  try {
    return prepareEmail({ subject: 'x', html });
  } catch (error) {
    if (error instanceof Failure && error.code === 'invalid-request') return undefined;
    throw error;
  }
};

describe('any mail at all', () => {
  test('is refused with a line, or its footer is found seen and last, whatever the values', () => {
    let spliced = 0;
    fc.assert(
      fc.property(anyMail, anyValues, (html, values) => {
        const prepared = tryPrepare(html);
        if (prepared === undefined) return;
        spliced += 1;
        const rendered = renderEmail(prepared, values, mentions);
        const full = verifyEmail(rendered, mentions);
        if (!prepared.html?.needsFullVerification) expect(full).toMatchObject(EVERYTHING_SAID);
        expect(verifyPrepared(prepared, values, rendered, mentions)).toEqual(full);
      }),
      { numRuns: shareOfCount(600, 200), seed: SEED },
    );
    expect(spliced).toBeGreaterThan(shareOfCount(200, 50));
  });

  test('the fast verification sees a byte that changed after rendering', () => {
    const prepared = prepareEmail(content);
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('', '<div hidden>', '<!--', 'x'), (position, intruder) => {
        const html = good.html ?? '';
        const at = position % html.length;
        const changed = { ...good, html: html.slice(0, at) + intruder + html.slice(at) };
        expect(verifyPrepared(prepared, { prenom: 'Léa' }, changed, mentions)).toEqual(verifyEmail(changed, mentions));
      }),
      { numRuns: shareOfCount(300, 100), seed: SEED },
    );
  });

  test('both verifications agree whatever the advertiser is called and whatever it says', () => {
    const prepared = prepareEmail({ subject: 'x', html: HTML.replace('</p>', ' <a href="*|UNSUB|*">Stop</a></p>') });
    const anyName = fc.oneof(
      fc.string({ minLength: 1, maxLength: 30 }),
      fc.constantFrom('A & B', '<b>C</b>', ' D  E ', 'div', 'style'),
    );
    const anyWhy = fc.oneof(
      fc.record({ basis: fc.constant('professional-interest' as const), source: anyName }),
      fc.record({ basis: fc.constant('consent' as const), since: fc.constant(NOW), collectedBy: anyName }),
    );
    fc.assert(
      fc.property(anyName, anyName, anyName, anyWhy, (publicName, legalName, other, why) => {
        const said = mentionsOf({ publicName, legalName, advertiserNames: [other], why });
        const rendered = renderEmail(prepared, { prenom: other }, said);
        const full = verifyEmail(rendered, said);
        expect(full).toMatchObject({ carriesOppositionMeans: true, saysWhy: true });
        expect(verifyPrepared(prepared, { prenom: other }, rendered, said)).toEqual(full);
      }),
      { numRuns: shareOfCount(400, 130), seed: SEED },
    );
  });
});
