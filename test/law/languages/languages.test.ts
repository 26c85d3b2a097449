import { describe, expect, test } from 'vitest';
import { offerSignsIn } from '#shared/domain/message/offer-signs.ts';
import type { SaidFor } from '#shared/domain/message/said-for.ts';
import { usabilityOfForm } from '#shared/law/readings/form-usability.ts';
import { languageOfWording } from '#shared/law/readings/wording/languages.ts';
import { aFormVersion, anAdvertiser, NOW } from '../../support/builders.ts';

/** The same sentence as forms say it: what a reader of the language would take it for. */
const READ = {
  fr: 'J’accepte de recevoir par e-mail les offres de Maison Valmy.',
  en: 'I agree to receive offers from Maison Valmy by e-mail.',
  de: 'Ich möchte Angebote von Maison Valmy per E-Mail erhalten und stimme dem zu.',
  es: 'Acepto recibir por correo electrónico las ofertas de Maison Valmy.',
  it: 'Accetto di ricevere per e-mail le offerte di Maison Valmy.',
  nl: 'Ik wil graag per e-mail aanbiedingen van Maison Valmy ontvangen.',
} as const;
const UNREAD = {
  pt: 'Aceito receber por e-mail as ofertas da Maison Valmy, e não quero receber as dos parceiros.',
  ca: 'Accepto rebre per correu electrònic les ofertes de Maison Valmy amb els vostres descomptes.',
  ro: 'Sunt de acord să primesc oferte de la Maison Valmy prin e-mail și vreau să nu pierd nimic.',
  pl: 'Wyrażam zgodę na otrzymywanie ofert Maison Valmy przez e-mail i nie chcę telefonów.',
  cs: 'Souhlasím se zasíláním nabídky Maison Valmy přes e-mail a nechci telefonáty.',
  sv: 'Jag vill ha erbjudanden från Maison Valmy via e-post och godkänner det.',
  da: 'Jeg vil få tilbud fra Maison Valmy via e-mail og accepterer det ikke på telefon.',
  fi: 'Haluan saada Maison Valmyn tarjouksia sähköpostitse ja hyväksyn sen.',
  hu: 'Hozzájárulok, hogy a Maison Valmy ajánlatok e-mailben érkezzenek, és nem kérek hívást.',
  tr: 'Maison Valmy teklifleri için e-posta almayı kabul ediyorum ve telefon istiyorum.',
  el: 'Δέχομαι να λαμβάνω με email τις προσφορές της Maison Valmy.',
  ar: 'أوافق على تلقي عروض ميزون فالمي عبر البريد الإلكتروني',
  ja: 'メゾン・ヴァルミーからのお知らせをメールで受け取ることに同意します。',
} as const;
const DECLARED = Object.keys(READ) as readonly (keyof typeof READ)[];

describe('the language of a wording', () => {
  test.each(DECLARED.flatMap((declared) => Object.entries(READ).map(([is, wording]) => [declared, is, wording])))(
    'declared %s and written in %s is the one in which it is written',
    (declared, is, wording) => {
      expect(languageOfWording(wording, declared)).toBe(is);
    },
  );
  test.each(DECLARED.flatMap((declared) => Object.entries(UNREAD).map(([is, wording]) => [declared, is, wording])))(
    'declared %s and written in %s is none that is read',
    (declared, _, wording) => {
      expect(languageOfWording(wording, declared)).toBeUndefined();
    },
  );
  test.each(Object.keys(UNREAD))('declared %s is none that is read, however it is written', (declared) => {
    expect(languageOfWording(READ.fr, declared)).toBeUndefined();
  });
  test.each(['SMS', 'E-mail', 'Newsletter Maison Valmy', ''])(
    'is the one declared where it has no small word: "%s"',
    (wording) => {
      expect(DECLARED.map((declared) => languageOfWording(wording, declared))).toEqual(DECLARED);
    },
  );
  test.each([
    'Autorizo ofertas de Casa Valmy por email, sem SMS.',
    'Aceito ofertas da Casa Valmy por email, mas não por SMS.',
    'Quero ofertas de Casa Valmy por email, apenas por email e nem por SMS.',
    'Podem enviar ofertas de Casa Valmy por email, exceto por SMS.',
  ])('is none that is read where Portuguese looks like Spanish: %s', (wording) => {
    expect(DECLARED.map((declared) => languageOfWording(wording, declared))).toEqual(DECLARED.map(() => undefined));
  });
  test.each([
    ['es', 'Autorizo ofertas de Casa Valmy por email, sin SMS.'],
    ['es', 'Autorizo a Casa Valmy a enviarme ofertas por SMS.'],
    ['es', 'Acepto que Casa Valmy me envíe ofertas a mi correo, pero no por SMS.'],
    ['it', 'Autorizzo Casa Valmy a inviarmi offerte da parte dei partner a mezzo SMS.'],
    ['it', 'Acconsento a ricevere offerte da Casa Valmy, senza SMS.'],
    ['en', 'Email me a summary of offers as a customer, and a text if I ask for it.'],
    ['en', 'Send me a monthly email as a customer.'],
    ['nl', 'Stuur me de aanbiedingen van Casa Valmy per e-mail.'],
    ['de', 'Sende mir Angebote von Casa Valmy per E-Mail, da ich Kunde bin.'],
    ['fr', 'Valmy a le droit de me contacter par SMS de temps en temps.'],
    ['fr', 'Me tenir au courant par e-mail des offres de la maison.'],
  ])('is %s still: %s', (is, wording) => {
    expect(DECLARED.map((declared) => languageOfWording(wording, declared))).toEqual(DECLARED.map(() => is));
  });
  test('is that of most of it, where words of another are quoted', () => {
    const quoting = 'J’accepte de recevoir par e-mail les offres de la lettre « The Best of You and Me ».';
    expect(languageOfWording(quoting, 'en')).toBe('fr');
  });
});

describe('a form whose wording is not what it declares', () => {
  const usableOf = (wording: string, language: string, words: string) =>
    usabilityOfForm(aFormVersion({ wording, language, channels: [{ channel: 'email', words }] }), {
      advertiser: anAdvertiser(),
      at: NOW,
    }).email;
  test('carries its channel where its own language is read', () => {
    expect(usableOf(READ.fr, 'fr', 'par e-mail')).toBe(true);
    expect(usableOf(READ.en, 'fr', 'by e-mail')).toBe(true);
    expect(usableOf(READ.de, 'fr', 'per E-Mail')).toBe(true);
  });
  test('denies a channel in its own language', () => {
    const denied = 'I agree to receive offers from Maison Valmy, but not by e-mail.';
    expect(usableOf(denied, 'fr', 'by e-mail')).not.toBe(true);
    expect(usableOf(denied, 'en', 'by e-mail')).not.toBe(true);
  });
  test.each(Object.entries(UNREAD))('waits for a human where nobody reads it: %s', (_, wording) => {
    const words = wording.split(' ').find((word) => /mail|e-post/i.test(word)) ?? wording;
    expect(usableOf(wording, 'fr', words)).toMatchObject({ missing: [{ pointer: '/channels' }] });
  });
});

describe('a template whose text is in a language that is not read', () => {
  const SAID: SaidFor = { reason: 'delivery', ownHosts: [], products: [] };
  const signsOf = (text: string) => offerSignsIn([text], SAID).includes('language');
  const PARCEL = {
    fr: 'Votre colis est arrivé au point de retrait. Vous pouvez le prendre jusqu’à samedi avec ce message. Le point est ouvert de neuf à dix-huit heures.',
    en: 'Your parcel has arrived at the shop. You can collect it until Saturday with this message. The shop is open from nine to six.',
    es: 'Su paquete ha llegado al punto de recogida. Puede retirarlo hasta el sábado con este mensaje. El punto está abierto de nueve a seis.',
    de: 'Ihr Paket ist in der Abholstelle angekommen. Sie können es bis Samstag mit dieser Nachricht abholen. Die Stelle ist von neun bis sechs offen.',
    it: 'Il suo pacco è arrivato al punto di ritiro. Può ritirarlo fino a sabato con questo messaggio. Il punto è aperto dalle nove alle sei.',
    nl: 'Uw pakket is aangekomen bij het afhaalpunt. U kunt het tot zaterdag ophalen met dit bericht. Het punt is open van negen tot zes.',
    pt: 'A sua encomenda chegou ao ponto de recolha. Pode levantá-la até sábado com esta mensagem. A loja está aberta das nove às dezoito horas, e a entrega em casa não é possível.',
    pl: 'Twoja paczka dotarła do punktu odbioru. Możesz ją odebrać do soboty z tą wiadomością. Punkt jest otwarty od dziewiątej do osiemnastej, a w sobotę do południa.',
    ro: 'Coletul a ajuns la punctul de ridicare. Îl puteți ridica până sâmbătă cu acest mesaj. Magazinul este deschis de la nouă la șase, și nu se poate livra la domiciliu.',
    ca: 'El seu paquet ha arribat al punt de recollida. El pot recollir fins dissabte amb aquest missatge. La botiga obre de nou a sis, i no es pot portar a casa.',
  } as const;
  /** What sells, in words that nobody here weighs. */
  const OFFERS = {
    pt: 'Até domingo todas as sementes a metade do preço. Encomende já e aproveite a promoção, com um presente de oferta. Não perca esta oportunidade de poupar no seu jardim.',
    pl: 'Tylko do niedzieli wszystkie nasiona za pół ceny. Zamów teraz i skorzystaj z promocji, a do zamówienia dodamy prezent. To jest oferta, której nie możesz przegapić.',
  } as const;
  test('says so, and only then', () => {
    const found = Object.entries(PARCEL).filter(([, text]) => signsOf(text));
    expect(found.map(([language]) => language)).toEqual(['es', 'de', 'it', 'nl', 'pt', 'pl', 'ro', 'ca']);
    expect(Object.values(OFFERS).map(signsOf)).toEqual([true, true]);
  });
  test('says nothing of a text that is too short', () => {
    expect(signsOf('Su paquete ha llegado.')).toBe(false);
  });
  test('says so where a sentence of a read language is beside many that are not', () => {
    expect(signsOf(`Votre colis est arrivé. ${PARCEL.pl} ${PARCEL.pl}`)).toBe(true);
  });

  /** One sentence that sells, as eight languages say it, and another in words of its own. */
  const SELLS: Readonly<Record<string, readonly string[]>> = {
    pl: [
      'Tylko do niedzieli wszystkie nasiona za pół ceny. Zamów teraz w naszym sklepie.',
      'Skorzystaj z naszej promocji i kup dwa produkty w cenie jednego już od dziś.',
    ],
    pt: [
      'Só até domingo todas as sementes a metade do preço. Encomende agora na nossa loja.',
      'Aproveite já as nossas promoções e leve dois produtos pelo preço de um na nossa loja.',
    ],
    ro: [
      'Numai până duminică toate semințele la jumătate de preț. Comandați acum din magazinul nostru.',
      'Profitați acum de toate promoțiile noastre și luați două produse la preț de unul din magazinul nostru.',
    ],
    es: [
      'Solo hasta el domingo todas las semillas a mitad de precio. Pida ahora en nuestra tienda.',
      'Aproveche ya nuestras promociones y llévese dos productos por el precio de uno en nuestra tienda.',
    ],
    ca: [
      'Només fins diumenge totes les llavors a meitat de preu. Compra ara a la nostra botiga.',
      'Aprofita ara totes les nostres promocions i emporta’t dos productes pel preu d’un, només fins dissabte.',
    ],
    it: [
      'Solo fino a domenica tutti i semi a metà prezzo. Ordina ora nel nostro negozio.',
      'Approfitta ora di tutte le nostre promozioni e porta a casa due prodotti al prezzo di uno nel nostro negozio.',
    ],
    de: [
      'Nur bis Sonntag alle Samen zum halben Preis. Bestellen Sie jetzt in unserem Laden.',
      'Nutzen Sie jetzt unsere Angebote und nehmen Sie zwei Produkte zum Preis von einem mit.',
    ],
    nl: [
      'Alleen tot zondag alle zaden voor de halve prijs. Bestel nu in onze winkel.',
      'Profiteer nu van onze aanbiedingen en neem twee producten voor de prijs van een mee.',
    ],
    cs: ['Jen do neděle všechny semena za polovinu ceny a k tomu dárek od nás.'],
    sv: ['Bara till söndag har vi halva priset på alla fröer i vår butik, och det är inte allt.'],
    da: ['Kun til søndag er alle frø til halv pris hos os, og det er ikke alt.'],
    fi: ['Vain sunnuntaihin asti kaikki siemenet ovat puoleen hintaan, ja voit tilata nyt meidän kaupasta.'],
    hu: ['Csak vasárnapig minden vetőmag fél áron van, és most egy ajándék is jár.'],
    tr: ['Sadece pazar gününe kadar tüm tohumlar yarı fiyatına ve bu hafta bir hediye ile.'],
  };
  /** What sells in other scripts, and names in them. */
  const OTHER_SCRIPTS = {
    ru: 'Только до воскресенья все семена за полцены. Закажите сейчас в нашем магазине.',
    el: 'Μόνο μέχρι την Κυριακή όλοι οι σπόροι στη μισή τιμή.',
    ar: 'فقط حتى يوم الأحد جميع البذور بنصف السعر.',
    he: 'רק עד יום ראשון כל הזרעים בחצי מחיר.',
    zh: '周日之前所有种子半价，立即订购。',
    ja: '日曜日まで全ての種が半額です。今すぐご注文ください。',
    ko: '일요일까지 모든 씨앗을 반값에 드립니다.',
    th: 'ลดครึ่งราคาเมล็ดพันธุ์ทุกชนิดถึงวันอาทิตย์',
  };
  const HOSTS = {
    fr: `${PARCEL.fr} Nous vous remercions de votre commande et restons à votre écoute. Si vous ne pouvez pas venir, répondez à ce message et nous le garderons jusqu’à mardi.`,
    en: `${PARCEL.en} We thank you for your order and are here for your questions. If you cannot come, answer this message and we will keep it until Tuesday.`,
  } as const;
  test.each(Object.entries(HOSTS).flatMap(([host, text]) => Object.keys(SELLS).map((is) => [host, is, text])))(
    'says so of a longer text in %s that holds a sentence in %s',
    (_, is, text) => {
      expect(signsOf(text)).toBe(false);
      expect(SELLS[is]?.map((sells) => signsOf(`${text} ${sells}`))).toEqual(SELLS[is]?.map(() => true));
    },
  );
  test.each(Object.entries(OTHER_SCRIPTS))(
    'says so of a text in the script of %s, whole or as one sentence',
    (_, sells) => {
      expect([signsOf(sells), signsOf(`${HOSTS.fr} ${sells}`), signsOf(`${HOSTS.en} ${sells}`)]).toEqual([
        true,
        true,
        true,
      ]);
    },
  );
  test.each([
    'Купи два - третий бесплатно',
    '全场五折，立即抢购',
    '限時優惠全館五折',
    '立即抢购！',
    '전 품목 반값 세일',
    'ลดราคาทุกชิ้น',
    'ထီး အားလုံး ဈေးတစ်ဝက်ဖြင့် ဝယ်ယူနိုင်ပါသည်',
    'မျိုးစေ့အားလုံးတနင်္ဂနွေနေ့အထိဈေးတစ်ဝက်ဖြင့်ဝယ်ယူနိုင်ပါသည်',
    'ទិញមួយថែមមួយរហូតដល់ថ្ងៃអាទិត្យ',
    'ທຸກຢ່າງຫຼຸດເຄິ່ງລາຄາຈົນເຖິງວັນອາທິດ',
    'ყველა თესლი ნახევარ ფასად',
  ])('says so of a line of few words in another script alone: %s', (sells) => {
    expect([signsOf(sells), signsOf(`${HOSTS.fr}\n${sells}\n${HOSTS.fr}`)]).toEqual([true, true]);
  });
  test.each([
    'Résistances : 10 Ω, 22 Ω, 47 Ω, 100 Ω, 220 Ω.',
    'Zinc 12 μg, cuivre 15 μg, fer 18 μg, iode 1 μg, cobalt 2 μg.',
    'Angles α, β, γ, δ, ε et ζ.',
    'α, β, γ, δ, ε',
  ])('takes single letters for none: %s', (letters) => {
    expect(signsOf(`${HOSTS.fr}\n${letters}\n${HOSTS.fr}`)).toBe(false);
  });
  test.each([
    'Livre : 全场五折，立即抢购',
    'Livraison : 周日之前所有种子半价，立即订购',
    'Article : Все товары со скидкой',
  ])('says so of what offers after a label: %s', (line) => {
    expect(signsOf(`${HOSTS.fr}\n${line}\n${HOSTS.fr}`)).toBe(true);
  });
  const inDecimal = (text: string) => text.replace(/[^ -~]/gu, (sign) => `&#${sign.codePointAt(0)};`);
  const inHexadecimal = (text: string) =>
    text.replace(/[^ -~]/gu, (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`);
  test.each([
    ['numbers', inDecimal],
    ['hexadecimal numbers', inHexadecimal],
    ['names', (text: string) => text.replaceAll('о', '&ocy;').replaceAll('е', '&iecy;').replaceAll('半', '&#x534A;')],
  ])('whose letters are written by their %s', (_, written) => {
    for (const sells of Object.values(OTHER_SCRIPTS))
      expect(signsOf(`<p>${written(HOSTS.fr)}</p><p>${written(sells)}</p>`)).toBe(true);
    expect(signsOf(`<p>${written(HOSTS.fr)}</p><p>Adressé à : ${written('Александр Пушкин')}</p>`)).toBe(false);
    const text = written('À cette occasion, nos crèmes sont à moitié prix, « dès aujourd’hui ».');
    expect(offerSignsIn([`<p>${written(HOSTS.fr)}</p><p>${text}</p>`], SAID)).toEqual(
      offerSignsIn(
        [`<p>${HOSTS.fr}</p><p>À cette occasion, nos crèmes sont à moitié prix, « dès aujourd’hui ».</p>`],
        SAID,
      ),
    );
  });
  test.each([
    'Александр Сергеевич Пушкин',
    'アレクサンダー・スミス',
    'สมชาย ใจดีมาก',
    '東京ステーションホテル',
    '北京市朝阳区建国路88号',
    '서울특별시 강남구 테헤란로 123',
    'Δημήτριος Παπαδόπουλος',
    '北京饭店',
    '김철수',
    'محمد عبد الله',
  ])('takes the name %s for a name', (name) => {
    expect(signsOf(`${HOSTS.fr} Adressé à : ${name}.`)).toBe(false);
  });
  test.each([
    [
      'amounts with a Greek letter',
      'Votre commande est prête : zinc 12 µg, cuivre 15 µg, fer 18 µg, iode 1 µg, cobalt 2 µg, chrome 3 µg. Vous pouvez la prendre demain.',
    ],
    [
      'a room of a hotel',
      'Votre réservation : Hotel de la Reina, Calle de las Flores, Sevilla. Arrivée : le 3 mai à 15 h. Départ : le 5 mai à 11 h. Chambre : doble con vista al mar. Référence : 7712. Personnes : deux.',
    ],
    [
      'a book',
      'Votre commande est partie ce matin et arrivera demain :\nEl amor en los tiempos del cólera\nIl nome della rosa e altri romanzi\nVous pouvez la suivre avec ce numéro.',
    ],
    [
      'a line of an order',
      'Votre commande est partie ce matin.\n1 x El coronel no tiene quien le escriba y todos los cuentos - 12,90 €\nVous pouvez la suivre avec ce numéro.',
    ],
    [
      'an address',
      'Votre colis est à retirer chez notre partenaire : Tienda de la Plaza, Calle de los Reyes Católicos, 12, 28001 Madrid. Vous avez jusqu’à samedi pour le prendre.',
    ],
    [
      'what somebody wrote',
      'Nous avons reçu votre message : « No he recibido el paquete y no sé por qué. ¿Cuándo llega a mi casa? » Nous vous répondrons sous deux jours.',
    ],
    [
      'an opera',
      'Votre billet pour Il barbiere di Siviglia, le 3 mai à 20 h, est joint à ce message. Les portes ouvrent une heure avant.',
    ],
    [
      'a name',
      'Bonjour Maria da Conceição dos Santos e Silva, votre rendez-vous est le 3 mai à 10 h avec le docteur van der Meer.',
    ],
    [
      'another booking',
      'Your booking: Casa de las Flores, Plaza de la Constitución, Sevilla. Check-in: 3 May from 3 pm. Room: doble con vista al mar. Guests: two. Reference: 7712.',
    ],
  ])('says nothing of names in another language: %s', (_, text) => {
    expect(signsOf(text)).toBe(false);
  });
});
