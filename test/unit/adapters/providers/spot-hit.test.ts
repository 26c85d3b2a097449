import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSpotHitServer } from '#local/provider/spot-hit-server.ts';
import { providerOfCode } from '#shared/adapters/providers/provider-secret.ts';
import { mmsBySpotHit, spotHitKeyIn } from '#shared/adapters/spot-hit/mms-by-spot-hit.ts';
import { type ReadPicture, readPictureOnce } from '#shared/adapters/spot-hit/pictures.ts';
import { spotHitReplyIn } from '#shared/adapters/spot-hit/replies.ts';
import { AdvertiserId, type Instant, MessageId } from '#shared/domain/ids.ts';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { NOW } from '#test/support/builders.ts';
import { type Serving, serving } from '#test/support/http/serving.ts';

/** Against a server of recorded shapes, which shares no code with the adapter. */
const KEY = 'k'.repeat(32);
const TAGS = { advertiserId: AdvertiserId.parse('les-caves'), messageId: MessageId.parse(`msg_${'_-'.repeat(11)}`) };
const TERMS = { timeoutMs: 2000, validForSeconds: 600 };
const PICTURE = Buffer.from([0xff, 0xd8, 0x0d, 0x0a, 0x2d, 0x2d, 0x00, 0xd9]);
const mediaOf = (picture: Uint8Array) => ({
  url: 'https://caves.example/a.jpg',
  sha256: createHash('sha256').update(picture).digest('hex'),
  type: 'image/jpeg' as const,
  bytes: picture.byteLength,
});
const MMS = {
  to: '+33612345678',
  senderId: 'CAVES',
  text: 'CAVES : −20 % & plus. STOP au 36200',
  media: mediaOf(PICTURE),
};

const { spotHit, listener } = createSpotHitServer(
  () => ({ apiKey: KEY, pushUrl: 'http://127.0.0.1:9' }),
  () => NOW,
);
let server: Serving;
let now = NOW;
beforeAll(async () => {
  server = await serving(listener);
});
afterAll(() => server.close());

let reads = 0;
const by = (change: { apiKey?: () => Promise<string>; readPicture?: ReadPicture; url?: string } = {}) =>
  mmsBySpotHit({
    url: server.url,
    apiKey: async () => KEY,
    clock: { now: () => now },
    readPicture: async () => {
      reads += 1;
      return PICTURE;
    },
    mediaBytes: 300_000,
    ...change,
  });
const handed = async (mms = by(), outgoing = MMS, terms = TERMS) => {
  await mms.prepare?.(outgoing);
  return mms(outgoing, TAGS, terms);
};

const REFUSED = { answer: 'not-taken', retryable: false, cause: 'rejected:refused' };

describe('an MMS by Spot-Hit', () => {
  test('is taken as its API has it: the picture given byte for byte, the whole text, and our reference', async () => {
    expect(await handed()).toEqual({ answer: 'taken', providerMessageId: spotHit.messages()[0]?.id });
    expect(spotHit.messages()[0]?.request).toEqual({
      destinataires: '+33612345678',
      message: MMS.text,
      fichier: '1.jpeg',
      nom: 'ffeffeffeffeffeffeffeffeffeffeff',
    });
    expect(Buffer.from(spotHit.pictures().get('1.jpeg') ?? [])).toEqual(PICTURE);
  });

  test.each([
    ['throttle', { answer: 'not-taken', retryable: true, cause: 'throttled' }],
    ['no-credit', { answer: 'not-taken', retryable: true, cause: 'refused:10' }],
    ['bad-number', { answer: 'not-taken', retryable: false, cause: 'address-undeliverable' }],
    ['own-list', { answer: 'not-taken', retryable: false, cause: 'address-undeliverable' }],
    ['no-mention', { answer: 'not-taken', retryable: false, cause: 'rejected:24' }],
    ['two-refusals', { answer: 'not-taken', retryable: false, cause: 'rejected:2' }],
    ['server-error', { answer: 'unknown', cause: 'status-503' }],
    ['take-and-drop', { answer: 'unknown', cause: 'ECONNRESET' }],
    ['silence', { answer: 'unknown', cause: 'TIMEOUT' }],
  ] as const)('%s', async (fault, expected) => {
    spotHit.next(fault);
    expect(await handed(by(), MMS, { ...TERMS, timeoutMs: 500 })).toEqual(expected);
  });

  test.each([
    ['{"resultat":1,"id":"abc"}', { answer: 'taken', providerMessageId: 'abc' }],
    ['{"resultat":true,"id":7}', { answer: 'taken', providerMessageId: '7' }],
    ['{"resultat":1}', { answer: 'unknown', cause: 'no-id' }],
    ['{"resultat":1,"erreurs":[],"id":7}', { answer: 'taken', providerMessageId: '7' }],
    ['{"resultat":"1","erreurs":"","id":"7"}', { answer: 'taken', providerMessageId: '7' }],
    ['{"resultat":true,"erreurs":null,"id":7}', { answer: 'taken', providerMessageId: '7' }],
    ['{"resultat":1,"erreurs":"6"}', { answer: 'unknown', cause: 'no-id' }],
    ['{"erreurs":[],"id":7}', { answer: 'taken', providerMessageId: '7' }],
    ['{"erreurs":[]}', { answer: 'unknown', cause: 'no-id' }],
    ['{"resultat":null,"erreurs":""}', { answer: 'unknown', cause: 'no-id' }],
    ['{"erreurs":"10"}', { answer: 'not-taken', retryable: true, cause: 'refused:10' }],
    ['{"erreurs":10}', { answer: 'not-taken', retryable: true, cause: 'refused:10' }],
    ['<p>OK</p>', { answer: 'unknown', cause: 'no-id' }],
    ['{"resultat":0}', { answer: 'not-taken', retryable: false, cause: 'rejected:refused' }],
    ['{"resultat":false,"erreurs":"100"}', { answer: 'not-taken', retryable: true, cause: 'refused:100' }],
    ['{"resultat":0,"erreurs":"6,10"}', { answer: 'not-taken', retryable: true, cause: 'refused:6' }],
    // Words may quote the number of a person: none of them is a code.
    ['{"resultat":0,"erreurs":"Numéro 33612345678 invalide"}', REFUSED],
    ['{"resultat":0,"erreurs":[6,"33612345678"]}', REFUSED],
    ['{"resultat":0,"erreurs":{"numero":"06 12 34 56 78"}}', REFUSED],
    ['{"resultat":0,"erreurs":["66"]}', { answer: 'not-taken', retryable: false, cause: 'rejected:66' }],
  ])('%s', async (text, expected) => {
    const theirs = await serving((request, response) => {
      response.writeHead(200).end(request.url?.endsWith('upload') ? '{"success":true,"file":"f"}' : text);
    });
    expect(await handed(by({ url: theirs.url }))).toEqual(expected);
    await theirs.close();
  });

  test('with another key, without a key, too late, or with too large a picture is not taken', async () => {
    const before = spotHit.messages().length;
    const later = { answer: 'not-taken', retryable: true };
    expect(await handed(by({ apiKey: async () => 'x'.repeat(32) }))).toEqual({ ...later, cause: 'refused:30' });
    expect(await handed(by({ apiKey: () => Promise.reject(new Error('no')) }))).toMatchObject(later);
    expect(await handed(by(), MMS, { ...TERMS, validForSeconds: 0 })).toEqual({ ...later, cause: 'too-late' });
    const large = { ...MMS, media: { ...MMS.media, bytes: 300_001 } };
    expect(await handed(by(), large)).toEqual({
      answer: 'not-taken',
      retryable: false,
      cause: 'rejected:media-refused',
    });
    expect(await by()(MMS, TAGS, TERMS)).toEqual({ ...later, cause: 'unreachable:media' });
    expect(spotHit.messages()).toHaveLength(before);
  });
});

describe('its picture', () => {
  test('is given once an hour, however many MMS name it at once', async () => {
    reads = 0;
    const mms = by();
    await Promise.all([mms.prepare?.(MMS), mms.prepare?.(MMS), mms.prepare?.(MMS)]);
    expect(reads).toBe(1);
    now = addSeconds(NOW, 3_599);
    await mms.prepare?.(MMS);
    expect(reads).toBe(1);
    now = addSeconds(NOW, 3_601);
    await mms.prepare?.(MMS);
    expect(reads).toBe(2);
    now = NOW;
  });

  test('P2: whoever is claimed does not wait while it is given once more: it leaves with what was given before', async () => {
    let coming = async (): Promise<Uint8Array> => PICTURE;
    const mms = by({ readPicture: () => coming() });
    expect(await handed(mms)).toMatchObject({ answer: 'taken' });
    now = addSeconds(NOW, 3_601);
    let arrives: (picture: Uint8Array) => void = () => undefined;
    coming = () =>
      new Promise((resolve) => {
        arrives = resolve;
      });
    const renewed = mms.prepare?.(MMS);
    expect(await mms(MMS, TAGS, TERMS)).toMatchObject({ answer: 'taken' });
    const before = spotHit.messages().at(-1)?.request.fichier;
    arrives(PICTURE);
    await renewed;
    expect(await mms(MMS, TAGS, TERMS)).toMatchObject({ answer: 'taken' });
    expect(spotHit.messages().at(-1)?.request.fichier).not.toBe(before);
    now = NOW;
  });

  test('that was never given is not waited for by whoever is claimed, nor after it could not be read', async () => {
    let coming = (): Promise<Uint8Array> => new Promise(() => undefined);
    const mms = by({ readPicture: () => coming() });
    void mms.prepare?.(MMS);
    const waits = { answer: 'not-taken', retryable: true, cause: 'unreachable:media' };
    expect(await mms(MMS, TAGS, TERMS)).toEqual(waits);
    coming = () => Promise.reject(new Error('away'));
    const other = by({ readPicture: () => coming() });
    expect(await handed(other)).toEqual(waits);
    now = addSeconds(NOW, 31);
    coming = () => new Promise(() => undefined);
    void other.prepare?.(MMS);
    expect(await other(MMS, TAGS, TERMS)).toEqual(waits);
    now = NOW;
  });

  test('that could not be read is read again after half a minute; one that is another is looked at again after a minute', async () => {
    const answers: (Uint8Array | Error)[] = [new Error('away'), Buffer.from('another'), PICTURE];
    const mms = by({
      readPicture: async () => {
        const next = answers.shift();
        if (next instanceof Uint8Array) return next;
        throw next;
      },
    });
    for (const second of [0, 29]) {
      now = addSeconds(NOW, second);
      expect(await handed(mms)).toEqual({ answer: 'not-taken', retryable: true, cause: 'unreachable:media' });
      expect(answers).toHaveLength(2);
    }
    now = addSeconds(NOW, 31);
    const refused = { answer: 'not-taken', retryable: false, cause: 'rejected:media-refused' };
    expect(await handed(mms)).toEqual(refused);
    expect(await handed(mms)).toEqual(refused);
    expect(answers).toHaveLength(1);
    now = addSeconds(NOW, 92);
    expect(await handed(mms)).toMatchObject({ answer: 'taken' });
    now = NOW;
  });

  test('is read where its author put it, whole, and nowhere else', async () => {
    const theirs = await serving((request, response) => {
      if (request.url === '/moved.jpg') return void response.writeHead(302, { location: '/a.jpg' }).end();
      response.writeHead(request.url === '/a.jpg' ? 200 : 404).end(PICTURE);
    });
    const at = (path: string, bytes = PICTURE.byteLength) =>
      readPictureOnce({ ...MMS.media, url: `${theirs.url}${path}`, bytes });
    expect(Buffer.from(await at('/a.jpg'))).toEqual(PICTURE);
    expect((await at('/a.jpg', 3)).byteLength).toBe(0);
    await expect(at('/b.jpg')).rejects.toMatchObject({ code: 'STATUS-404' });
    await expect(at('/moved.jpg')).rejects.toMatchObject({ code: 'STATUS-302' });
    await theirs.close();
  });

  test('is read no further than its author said: what goes on without end is another', { timeout: 5_000 }, async () => {
    const theirs = await serving((_, response) => {
      response.writeHead(200);
      const more = () => void (response.writable && response.write(Buffer.alloc(1_024), () => setTimeout(more, 5)));
      more();
    });
    const picture = await readPictureOnce({ ...MMS.media, url: theirs.url });
    expect(picture.byteLength).toBe(0);
    await theirs.close();
  });

  test('that Spot-Hit has no place for is for a human, and waits where it is Spot-Hit that fails', async () => {
    const uploading = async (status: number, body: string) => {
      const theirs = await serving((_, response) => void response.writeHead(status).end(body));
      const answer = await handed(by({ url: theirs.url }));
      await theirs.close();
      return answer;
    };
    const refused = { answer: 'not-taken', retryable: false, cause: 'rejected:media-refused' };
    expect(await uploading(200, '{"success":false}')).toEqual(refused);
    expect(await uploading(200, '{"resultat":0,"erreurs":12}')).toMatchObject({ retryable: true });
    expect(await uploading(429, '')).toEqual({ answer: 'not-taken', retryable: true, cause: 'throttled' });
    expect(await uploading(503, '')).toMatchObject({ answer: 'not-taken', retryable: true });
  });
});

describe('what Spot-Hit calls the URL of the account with', () => {
  const at = '2026-11-24T12:00:30.000Z' as Instant;
  const read = (pushed: object) => spotHitReplyIn(pushed as never, at);

  test.each([
    ['a STOP', { id: '7', numero: '+33612345678', date_envoi: '1795518000', source_id: '1337' }, 'STOP', '1337'],
    ['a STOP without what it answers', { id: '7', numero: '0612345678' }, 'STOP', undefined],
    ['a reply', { id: '7', numero: '33612345678', message: 'stop svp', source: '1337' }, 'stop svp', '1337'],
    ['a reply without a word, as a picture is', { id: '7', numero: '06 12 34 56 78', message: '' }, '', undefined],
    ['the same by its other name', { id: '7', numero: '0612345678', reponse: '', source: '1337' }, '', '1337'],
    [
      'a picture beside no word',
      { id: '7', numero: '0612345678', message: '', fichier: 'https://x.example/stop.jpg' },
      '',
      undefined,
    ],
    [
      'words beside a name without any',
      { id: '7', numero: '0612345678', message: '', reponse: 'STOP' },
      'STOP',
      undefined,
    ],
    [
      'a STOP of every field that it is known with',
      { id: '7', numero: '0612345678', date: '2026-11-24', source_id: '1', id_message: '1', fichier: '' },
      'STOP',
      '1',
    ],
    ['a STOP with an empty state', { id: '7', numero: '0612345678', statut: '' }, 'STOP', undefined],
    ['words beside a state', { id: '7', numero: '0612345678', statut: '5', message: 'STOP' }, 'STOP', undefined],
  ])('%s', (_, pushed, text, answers) => {
    const said = { replyId: 'spot-hit/7', from: '+33612345678', replyCode: '36200', text };
    expect(read(pushed)).toEqual({ ...said, ...(answers === undefined ? {} : { answers }) });
  });

  test.each([
    ['a file', { id: '7', numero: '0612345678', fichier: 'https://x.example/1.jpg' }],
    ['a list of files', { id: '7', numero: '0612345678', date_envoi: '1795518000', 'medias[0]': '1.jpg' }],
    ['a word that nobody foresaw', { id: '7', numero: '0612345678', motif: 'STOP' }],
  ])('P2: %s alone may be a STOP, and a human may say that it is none', (_, pushed) => {
    expect(readReply(read(pushed)?.text ?? '')).toMatchObject({ of: { scope: 'channel' }, isDoubtful: true });
  });

  test.each([
    ['does not say what it answers', {}, undefined],
    ['bears the name of what it answers', { source_id: '7' }, undefined],
    ['says what it answers, and has a name of its own', { source_id: '1337' }, true],
  ])('P2: a call that %s: its day names the act: %s', (_, answers, isDated) => {
    const said = read({ id: '7', numero: '0612345678', date_envoi: '2026-11-24 11:05:00', ...answers });
    expect(said?.isDated).toBe(isDated);
    expect(said?.replyId).toBe(isDated ? 'spot-hit/7/2026-11-24 11:05:00' : 'spot-hit/7');
  });

  test('P2: a STOP is final, and a reply without a word opposes nothing', () => {
    expect(readReply(read({ id: '7', numero: '0612345678', source_id: '1' })?.text ?? '')?.isDoubtful).toBe(false);
    expect(readReply(read({ id: '7', numero: '0612345678', message: '' })?.text ?? 'STOP')).toBeUndefined();
  });

  test.each([
    ['0690123456', '+590690123456'],
    ['0692 12 34 56', '+262692123456'],
    ['0639123456', '+262639123456'],
    ['0639981234', '+33639981234'],
    ['590690123456', '+590690123456'],
    ['+590690123456', '+590690123456'],
    ['32470123456', '+32470123456'],
    ['0508412345', '+508508412345'],
  ])('P2: %s is the number of whom it stops', (numero, from) => {
    expect(read({ id: '7', numero })?.from).toBe(from);
  });

  test('a number that is none is kept as it is, for a human; a state, and what names no number, is nobody’s word', () => {
    expect(read({ id: '7', numero: 'anonyme' })?.from).toBe('anonyme');
    expect(read({ id_accuse: '1', id_message: '2', numero: '+33612345678', statut: '4' })).toBeUndefined();
    expect(read({ email: 'a@b.example', id: '7' })).toBeUndefined();
    expect(read({})).toBeUndefined();
  });

  test('without a name of its own, the same in one minute is the same act', () => {
    const named = (when: string) => spotHitReplyIn({ numero: '0612345678' }, when as Instant)?.replyId;
    expect(named('2026-11-24T12:00:59.000Z')).toBe(named(at));
    expect(named('2026-11-24T12:01:00.000Z')).not.toBe(named(at));
  });
});

describe('the secret', () => {
  const secret = JSON.stringify({ key1: 'k', spotHit: { apiKey: KEY, urlCode: 'c'.repeat(32) }, vonage: {} });

  test('has a key, and the code of a URL that nobody guesses', () => {
    expect(spotHitKeyIn(secret)).toBe(KEY);
    expect(() => spotHitKeyIn('{"spotHit":{"apiKey":"short"}}')).toThrow('spotHit.apiKey');
    const of = (code: string, text = secret) => providerOfCode(text, ['vonage', 'spotHit'], code);
    expect(of('c'.repeat(32))).toBe('spotHit');
    for (const code of ['', 'c'.repeat(31), 'd'.repeat(32), 'undefined']) expect(of(code)).toBeUndefined();
    expect(of('short', '{"spotHit":{"urlCode":"short"}}')).toBeUndefined();
    expect(of('', '{"key1":"k"}')).toBeUndefined();
  });
});
