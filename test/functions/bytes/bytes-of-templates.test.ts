import { describe, expect, test } from 'vitest';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';

const TEMPLATE = { templateId: 'bytes', version: '1' } as const;
const FROM = { address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' };
const MENTIONS = 'Maison Valmy. Vos données : https://maison-valmy.example/confidentialite';
const OFFER = 'Et découvrez nos vins de Noël à −20 %, dès 12 €.';
/** The key of a second person, who approves and decides. */
const SECOND: Caller = {
  apiKeyId: 'jurist',
  scopes: ['templates:approve', 'reviews:decide'],
  advertisers: [ADVERTISER],
};

const ORDER = { class: 'transactional', reason: 'order', reference: 'CGV, article 4', category: 'wine' };
const SUBJECT = 'Votre commande {{numero}}';
const SAID = 'Bonjour {{prenom}}, votre commande {{numero}} est confirmée :\n{{articles}}\nTotal : {{total}}';
const FILLED =
  'Bonjour Camille, votre commande 1042 est confirmée :\n2 × Gigondas 2019 — 25,00 €\n1 × Coffret découverte — 30,00 €\nTotal : 80,00 €';

const put = async (world: World, body: object) => {
  const path = { advertiserId: ADVERTISER, ...TEMPLATE };
  expect((await world.call('put-template-version', { path, body })).status).toBe(201);
  const approval = EXAMPLES['approve-template-version'];
  await world.call('approve-template-version', { path, body: approval, caller: SECOND });
};
/** A human allows what was found in the template. */
const allow = async (world: World) => {
  const [{ id: reviewId }] = (await world.call('list-reviews')).body.reviews;
  const body = { ...(EXAMPLES['decide-review'] as object), decision: 'allowed' };
  expect((await world.call('decide-review', { path: { reviewId }, body, caller: SECOND })).status).toBeLessThan(300);
};
const ask = async (world: World, message: object) => {
  const messages = [{ template: TEMPLATE, reference: '1042', ...message }];
  const { body } = await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } });
  const { outcome, reasons, notes } = body.verdicts[0];
  const codesOf = (found: readonly { code: string }[]) => found.map(({ code }) => code);
  return [outcome, ...codesOf(reasons), ...codesOf(notes).map((code) => `note ${code}`)];
};
const mail = (parts: object) => ({
  contact: { email: 'camille.martin@example.com' },
  channel: 'email',
  bytes: { email: { from: FROM, subject: 'Votre commande 1042', ...parts } },
});
const sms = (text: string) => ({
  contact: { phone: '+33612345678' },
  channel: 'sms',
  bytes: { sms: { senderId: 'MAISONVALMY', text } },
});

const OWED = ['allow', 'NOT_PROSPECTING_TRANSACTIONAL'];

describe('bytes made by another system that name a transactional template', () => {
  const orders = async () => {
    const world = await aWorldWithForms();
    await put(world, { ...ORDER, content: { email: { subject: SUBJECT, text: SAID } } });
    return world;
  };

  test('are what it says, with values in its fields: allowed', async () => {
    const world = await orders();
    const html = `<p>${FILLED.replaceAll('\n', '<br>')}</p><p>${MENTIONS}</p>`;
    expect(await ask(world, mail({ text: `${FILLED}\n${MENTIONS}` }))).toEqual(OWED);
    expect(await ask(world, mail({ html, text: `${FILLED}\n${MENTIONS}` }))).toEqual(OWED);
  });

  test.each([
    ['in the text', { text: `${FILLED}\n${OFFER}\n${MENTIONS}` }],
    [
      'in the HTML alone',
      { text: `${FILLED}\n${MENTIONS}`, html: `<p>${FILLED}</p><p>${OFFER}</p><p>${MENTIONS}</p>` },
    ],
    ['in the subject', { subject: 'Nos vins de Noël à −20 % : profitez-en', text: `${FILLED}\n${MENTIONS}` }],
    [
      'in letters written as numbers',
      { html: `<p>${FILLED}</p><p>&#80;rofitez de &#8722;20&#32;&#37; sur nos vins.</p><p>${MENTIONS}</p>` },
    ],
    ['in the place of what it says', { text: `${OFFER}\n${MENTIONS}` }],
  ])('offer %s: judged as prospecting', async (_, parts) => {
    const given = await ask(await orders(), mail(parts));
    expect(given[0]).toBe('refuse');
    expect(given).toContain('note MIXED_CONTENT_REQUALIFIED');
    expect(given).not.toContain('NOT_PROSPECTING_TRANSACTIONAL');
  });

  const filled = (...lines: readonly string[]) => [FILLED, ...lines, MENTIONS];
  const asText = (lines: readonly string[]) => ({ text: lines.join('\n') });
  const asHtml = (lines: readonly string[]) => ({
    html: lines.map((line) => `<p>${line.replaceAll('\n', '<br>')}</p>`).join(''),
  });
  test.each([
    ['Livraison : Γεώργιος Παπαδόπουλος, Οδός Ερμού 15, 105 63 Αθήνα, Ελλάδα'],
    ['Livraison : राज कुमार, कनॉट प्लेस 12, नई दिल्ली 110001'],
    ['Livraison : أحمد علي، شارع مصر الجديدة 5، القاهرة'],
    ['Livraison : ישראל כהן, רחוב החדשה 5, חיפה'],
    ['Livraison : 신상훈, 서울특별시 강남구 테헤란로 12'],
    ['Livraison : 富山県中新川郡上市町 12'],
    ['Livraison : สมชาย ใจดี 12 เชียงใหม่ 50000'],
    ['Livraison : Maria da Conceição, Rua da Praia 12, Vila Nova de Gaia'],
    ['Livraison : João Pereira, Avenida Paulista 900, São Paulo'],
    ['Livraison : محمد بن عبد الرحمن بن سعود'],
    ['Livraison : 서울특별시 강남구 테헤란로 123 삼성빌딩 5층, 김철수'],
    ['Livraison : 東京都千代田区丸の内1丁目9番1号東京駅一番街 山田太郎'],
    ['Livraison : ул. Большая Садовая, д. 10, кв. 5, Москва, Александр Пушкин'],
    ['Livraison : Calle de los Reyes Católicos 12, Maria de la Luz y de los Santos'],
    ['Livre : Война и мир в четырёх томах Льва Толстого'],
    ['1 × Мастер и Маргарита, роман Михаила Булгакова — 12,00 €'],
    ['Livraison :', 'Александр Сергеевич Пушкин', 'ул. Большая Садовая, д. 10, кв. 5', 'г. Москва'],
    ['Adresse de livraison', '', '山田太郎', '東京都千代田区丸の内1丁目9番1号', '日本'],
    ['Adresse de livraison :', 'Camille Martin', '東京都千代田区丸の内1丁目9番1号', '日本'],
    ['Livraison : Θεόδωρος Παπαδόπουλος, Ερμού, Αθήνα', 'Client : Ισίδωρος Γεωργίου, Οδός Θεοδώρου 3, Αθήνα'],
    ['Livraison : Γεώργιος Παπαδόπουλος, Οδός Τιμής 5, Αθήνα', 'Livre : 葬送のフリーレン 第十三巻'],
    [
      'Livraison : 박세일, 서울특별시 중구 세일빌딩',
      'Livraison : 日本放送協会 東京都渋谷区神南',
      'Livraison : 李折, 北京市朝阳区',
    ],
    ['Livraison : ลดาวัลย์ วงศ์สวัสดิ์ กรุงเทพมหานคร', 'Livraison : เด็กหญิงชลดา ใจดี', 'Article : 折り紙百科事典 第二版'],
    ['Livraison : هدية بنت محمد الأحمد، تونس', 'Livraison : محمد بن صالح، مجانة، برج بوعريريج'],
    ['Livraison : מתנה כהן, רחוב הרצל 12, תל אביב', 'Livraison : दामोदर राजेश कुमार शर्मा, दिल्ली'],
    ['Livre : Сцена и зал, том первый', 'Livre : Игра в бисер, редакция 1943 года'],
    ['Livraison : ΓΕΩΡΓΙΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ, ΟΔΟΣ ΕΡΜΟΥ 15, ΑΘΗΝΑ, ΕΛΛΑΔΑ'],
    ['Livraison : CALLE DE LOS REYES CATOLICOS 12, MARIA DE LA LUZ Y DE LOS SANTOS'],
    [
      'Livraison : 北京市朝阳区建国门外大街1号国贸大厦A座 王小明',
      'Livraison : 六本木6-10-1 六本木ヒルズ森タワーA棟 山田太郎',
    ],
    ['Livraison : Мария Петрова, проспект Мира, корпус 5, подъезд второй, этаж третий'],
    ['Votre adresse de livraison :', 'Γεώργιος Παπαδόπουλος', 'Οδός Ερμού Δυτικού Τομέα 15, Αθήνα'],
    ['Adresse de livraison et de facturation :', '山田太郎', '東京都千代田区丸の内1丁目9番1号'],
    ['Votre commande sera livrée à :', '山田太郎', '東京都千代田区丸の内1丁目9番1号'],
    ['Livraison à : 山田太郎 東京都千代田区丸の内1丁目9番1号 日本国'],
    ['Nom du destinataire : محمد بن عبد الرحمن بن سعود', 'Bonjour محمد بن عبد الرحمن بن سعود,'],
  ])('hold a name or an address of its reader in any script: allowed (%s)', async (...lines) => {
    const world = await orders();
    expect(await ask(world, mail(asText(filled(...lines))))).toEqual(OWED);
    expect(await ask(world, mail(asHtml(filled(...lines))))).toEqual(OWED);
  });
  test.each([
    ['Livraison : 王小明', '北京市朝阳区建国门外大街1号国贸大厦A座 100004'],
    ['Livraison : محمد بن سعود', 'شارع الملك فهد 12، حي العليا، الرياض'],
  ])('go on with an address on the line below, in the script of its name: allowed (%s)', async (...lines) => {
    expect(await ask(await orders(), mail(asText(filled(...lines))))).toEqual(OWED);
  });
  test.each([
    ['Только до воскресенья все семена за полцены. Закажите сейчас в нашем магазине.'],
    ['Livraison : Только до воскресенья все семена за полцены'],
    ['Livraison : Лучшие сорта года уже ждут вас в нашем магазине'],
    ['Livraison : Москва', 'Лучшие сорта года уже ждут вас в нашем магазине'],
    ['Livraison : 周日之前所有种子半价，立即订购'],
    ['周日之前所有种子半价，立即订购。'],
    ['Livre : 全场五折，立即抢购'],
    ['Livraison : فقط حتى يوم الأحد جميع البذور بنصف السعر'],
    ['Livraison : Colissimo', 'Kommen Sie zu uns und sehen Sie die neue Kollektion in unserem Laden.'],
    ['Livraison : Colissimo', 'Kommen Sie zu uns und sehen Sie die neue Kollektion in unserem Laden'],
    ['Livraison : Kommen Sie zu uns und sehen Sie die neue Kollektion in unserem Laden.'],
    ['Client : Camille Martin', 'Die neuen Weine aus dem Burgund sind jetzt in unserem Laden und im Internet.'],
    ['Produits', 'Die neuen Weine aus dem Burgund sind jetzt in unserem Laden und im Internet.'],
    ['Client : Camille Martin', 'Compre Uno Y Lleve Dos En La Tienda De La Calle Mayor Hasta El Domingo'],
    ['Livraison : Colissimo', 'Только у нас новые вина Бургундии и Прованса.'],
    ['Livraison : Москва', 'Только у нас новые вина Бургундии и Прованса'],
    ['Livraison : Colissimo', '春の新作コレクションが登場しました'],
    ['Livraison : Colissimo', '新款春装已到店，欢迎光临选购吧', '新品上市，欢迎选购，快来看看'],
    ['Livraison : 新款春装已到店，欢迎光临选购吧快来'],
    ['Livraison : Colissimo', 'المجموعة الجديدة وصلت إلى متجرنا الآن'],
    ['Livraison : Colissimo', '', '새로운 봄 컬렉션을 매장에서 만나보세요'],
    ['Client : Camille Martin', 'בואו לגלות את הקולקציה החדשה בחנות'],
    ['Livraison : Colissimo', 'आज ही हमारी नई दुकान पर आएं'],
    ['Livraison : Colissimo', 'Total : 80 euros', 'Merci', '新品上市，欢迎选购，快来看看'],
    ['Produits :', '2 × Gigondas 2019 — 25,00 €', 'أفضل نبيذ 2019 بانتظاركم في المعرض الكبير'],
    ['Adresse :', 'Camille Martin', '3 rue des Lilas', '69001 Lyon', 'أفضل نبيذ 2019 بانتظاركم في المعرض الكبير'],
    ['Livraison : Иван Петров', 'Дегустация вин в субботу на Большой Садовой 10'],
    ['Livraison : محمد بن سعود', 'ندعوكم يوم 5 لحضور أمسية تذوق النبيذ'],
    ['Livraison : 山田太郎', '12月5日はワインの試飲会へお越しください'],
    ['Livraison : 김철수', '12월 5일 시음회에 여러분을 초대합니다'],
    ['Article : 今すぐお買い求めください'],
    ['Article : プレゼントキャンペーン中'],
    ['Article : अब सब मुफ्त में पाएं'],
    ['Article : सभी सामान पर छूट अभी'],
    ['Livraison : Solo hasta el domingo todas las semillas a mitad de precio en nuestra tienda y no se repite'],
  ])('offer in a language that is not read: judged as prospecting (%s)', async (...lines) => {
    const world = await orders();
    for (const written of [asText, asHtml])
      expect(await ask(world, mail(written(filled(...lines))))).toContain('note MIXED_CONTENT_REQUALIFIED');
  });

  test('offer in words that begin as a name of the advertiser: judged as prospecting', async () => {
    const world = await orders();
    const settings = { ...(EXAMPLES['put-advertiser'] as object), tradeNames: ['Maison Valmy', 'Pro', 'Réd'] };
    await world.call('put-advertiser', {
      path: { advertiserId: ADVERTISER },
      body: settings,
      headers: { 'If-Match': '*' },
    });
    const html = (said: string) => `<p>${FILLED.replaceAll('\n', '<br>')}</p><p>${said}</p><p>${MENTIONS}</p>`;
    const told = await ask(world, mail({ html: html('Profitez de nos promos et réductions.') }));
    expect(told).toContain('note MIXED_CONTENT_REQUALIFIED');
    expect(await ask(world, mail({ html: html('MAISON VALMY, pro.') }))).toEqual(OWED);
  });

  test('are read by SMS and by MMS as well', async () => {
    const world = await aWorldWithForms();
    const text = 'Votre commande {{numero}} est prête.';
    await put(world, { ...ORDER, content: { sms: { text } } });
    expect(await ask(world, sms('Maison Valmy : votre commande 1042 est prête.'))).toEqual(OWED);
    const offers = 'Maison Valmy : votre commande 1042 est prête. −20 % sur nos vins de Noël, profitez-en !';
    expect(await ask(world, sms(offers))).toContain('note MIXED_CONTENT_REQUALIFIED');
    const { contact } = sms('');
    const mms = { contact, channel: 'mms', bytes: { mms: { senderId: 'MAISONVALMY', text: offers } } };
    expect(await ask(world, mms)).toContain('note MIXED_CONTENT_REQUALIFIED');
    const script = 'Bonjour, ici Maison Valmy. Découvrez nos vins de Noël à moins 20 %. C’était Maison Valmy.';
    const call = { contact, channel: 'automated-call', bytes: { automatedCall: { callerId: '+33162000123', script } } };
    expect(await ask(world, call)).toContain('note MIXED_CONTENT_REQUALIFIED');
  });

  test('show no more than what a human allowed of it: allowed', async () => {
    const world = await aWorldWithForms();
    const text = `${SAID}\nLe tire-bouchon de la saison est à 12 €.`;
    await put(world, { ...ORDER, content: { email: { subject: SUBJECT, text } } });
    await allow(world);
    const shown = `${FILLED}\nLe tire-bouchon de la saison est à 12 €.`;
    expect(await ask(world, mail({ text: `${shown}\n${MENTIONS}` }))).toEqual(OWED);
    expect(await ask(world, mail({ text: `${shown}\n${OFFER}\n${MENTIONS}` }))).toContain(
      'note MIXED_CONTENT_REQUALIFIED',
    );
  });

  test('are said to be without its blocks, and offer all the same: judged as prospecting', async () => {
    const world = await aWorldWithForms();
    const text = `${SAID}{{#prospecting}} ${OFFER}{{/prospecting}}`;
    await put(world, { ...ORDER, content: { email: { subject: SUBJECT, text } } });
    const left = { withoutProspectingBlocks: true };
    expect(await ask(world, { ...mail({ text: `${FILLED}\n${MENTIONS}` }), ...left })).toEqual([
      ...OWED,
      'note PROSPECTING_BLOCKS_LEFT_OUT',
    ]);
    const told = await ask(world, { ...mail({ text: `${FILLED}\n${OFFER}\n${MENTIONS}` }), ...left });
    expect(told[0]).toBe('refuse');
    expect(told).toContain('note MIXED_CONTENT_REQUALIFIED');
  });
});
