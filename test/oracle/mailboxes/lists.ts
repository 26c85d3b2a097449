/** Hosts at which anybody can open a mailbox: by what they offer, whoever they are. */

/** On the lists of free and of disposable mailboxes of the npm package freemail 1.7.0 (ISC licence): what is asked about in Europe, and the great ones. */
export const LISTED_ELSEWHERE = `
0box.eu 10minut.com.pl 10minutemail.be 10minutemail.co.uk 10minutemail.com 10minutemail.de 10minutemail.nl
10minutenemail.de 10minutesmail.fr 123qwe.co.uk 126.com 163.com 1pad.de 20email.eu 20mail.eu 20mail.it
20minutemail.it 21cn.com 2bmail.co.uk 3000.it 37.com 3ammagazine.com 418.dk 4mg.com 60-minuten-mail.de
abbeyroadlondon.co.uk about.com abusemail.de abv.bg accountant.com adelphia.net ados.fr advalvas.be aeiou.pt ahaa.dk
aim.com ak47.hu albawaba.com alice.it alive.cz alskens.dk altavista.com altavista.se alvilag.hu ananzi.co.za
andreihusanu.ro angelfire.com anonmails.de anonymail.dk antispam.de antispam24.de apollo.lv appinventor.nl arcor.de
arcotronics.bg arvato-community.de asdasd.nl asia.com atl.lv att.net aver.com avh.hu avia-tonic.fr bangkok.com
barcelona.com beer.com bell.net bellsouth.net berlin.de berlinexpo.de bho.hu bigfoot.com bigfoot.de bigpond.com
bigpond.net.au bin.8191.at bizhosting.com blackplanet.com blip.ch blogspam.ro bluemail.ch bluemail.dk bolt.com
bootybay.de brennendesreich.de briefkasten2go.de bright.net btopenworld.co.uk bugmenot.com bumerang.ro byom.de c2.hu
c2i.net c3.hu cableone.net caere.it caltanet.it canada.com candymail.de caramail.com care2.com cartestraina.ro
casino.com catholic.org centoper.it centrum.cz centrum.sk cgac.es chacuo.net charter.net chat.ru cheatmail.de
chello.nl chez.com cia.hu ciaoweb.it clerk.com codec.ro coder.hu comcast.net compuserve.com consultant.com
contractor.net cookiecooker.de cox.net cracker.hu crastination.de crosswinds.net cs.com csinibaba.hu cu.cc
curryworld.de cuvox.de cww.de cyber-phone.eu cybernet.it d3p.dk dailypioneer.com dejanews.com depechemode.com
despam.it detik.com digibel.be discardmail.de disign-concept.eu dispomail.eu dispose.it dm.w3internet.co.uk dmarc.ro
dnses.ro doctor.com dogmail.co.uk doityourself.com dontsendmespam.de dotcom.fr dott.it dplanet.ch dr.com
drotposta.hu dublin.ie dumpmail.de dwse.edu.pl dx.ez.lv e-apollo.lv e-mail.dk earthlink.net easypost.com
ebeschlussbuch.de echt-mail.de eco.ilmale.it ecolo-online.fr educacao.te.pt ee2.pl einrot.de eintagsmail.de
eircom.net elvis.com email-jetable.fr email-london.co.uk email.cbes.net email.com email.cz email.ee email.it
email.nu email.ro email.ru email.si email.women.com emaildienst.de emailgenerator.de emailgo.de emailigo.de
emailtemporar.ro emailto.de eml.cc engineer.com epost.de eposta.hu eriga.lv estate-invest.fr estranet.it etgdev.de
europe.com everyone.net excite.co.jp excite.com excite.it f4k.es f5.si fakemail.fr fansworldwide.de fantasymail.de
fast-mail.fr fastmail.com fastmail.com.au fastmail.fm fbi.hu fetchmail.co.uk fetchnet.co.uk ficken.de fiifke.de
fleckens.hu fmail.co.uk forfree.at fornow.eu fortunecity.com forum.dk foxmail.com francemel.fr free.fr freeaccess.nl
freegates.be freelance-france.eu freeler.nl freemail.c3.hu freemail.com.au freemail.com.pk freemail.de freemail.et
freemail.gr freemail.hu freemail.it freemail.lt freemail.ms freemail.nl freemail.org.mk freenet.de freeserve.co.uk
freestart.hu freesurf.fr freesurf.nl freeuk.com freeukisp.co.uk freeyellow.com freezone.co.uk friendlymail.co.uk
front.ru frontier.com frontiernet.net funnymail.de furzauflunge.de fuse.net fut.es fyii.de garbage.com
gaybrighton.co.uk gazeta.pl geek.com geek.hu geldwaschmaschine.de geocities.com get2mail.fr getmails.eu
ghosttexter.de giga4u.de ginzi.be ginzy.co.uk ginzy.eu globalfree.it gmail.com go.com go.ro go2net.com gofree.co.uk
golfmail.be googlemail.com gportal.hu gsrv.co.uk guerrillamail.com guerrillamail.de gynzi.es gynzy.at gynzy.es
gynzy.gr gynzy.lt gynzy.pl gynzy.ro gynzy.sk gyorsposta.hu hackthatbit.ch hamptonroads.com hartbot.de hello.hu
herpderp.nl hetnet.nl hidemail.de hispavista.com home.nl home.ro home.se homestead.com hot.ee hotbot.com hulapla.de
hush.com hushmail.cf hushmail.com hvastudiesucces.nl i-france.com i.am i.ua icloud.com icq.com idirect.com
ieatspam.eu ieh-mail.de iespana.es ig.com.br ignazio.it iinet.net.au ikbenspamvrij.nl ilse.nl imgv.de imposter.co.uk
iname.com inbox.com inbox.lv inbox.net inbox.ru inbox.si incredimail.com indexa.fr india.com indiatimes.com
info-media.de infomail.es inicia.es inmail.sk instant-mail.de instantmail.fr interfree.it interia.pl inwind.it
iobox.fi iol.it iprimus.com.au ireland.com irj.hu ironiebehindert.de islamonline.net itsme.edu.pl ivillage.com
iwon.com jakuza.hu jet-renovation.fr jippii.fi jobbikszimpatizans.hu journalist.com jovem.te.pt jubiimail.dk
jumpy.it juno.com kansascity.com katergizmo.de kcrw.de keinpardon.de kgb.hu kitznet.at kiwibox.com knol-power.nl
kontol.co.uk koszmail.pl kpnmail.nl kurzepost.de l33r.eu labetteraverouge.at ladymail.cz lajoska.pe.hu lamer.hu
land.ru laposte.net law.com lawyer.com levele.hu lex.bg libero.it list.ru live.at live.be live.ca live.cl live.cn
live.co.uk live.co.za live.com live.com.ar live.com.au live.com.mx live.com.my live.com.pt live.com.sg live.de
live.dk live.fr live.ie live.in live.it live.jp live.nl live.no live.ru live.se lkgn.se lmxmail.sk looksmart.co.uk
looksmart.com lortemail.dk love.cz lukop.dk luso.pt luukku.com luxusmail.uk lycos.co.uk lycos.com lycos.de lycos.es
lycos.it lycos.ne.jp mac.com maffia.hu mail-awu.de mail-box.cz mail-easy.fr mail-temporaire.fr mail-tester.com
mail.austria.com mail.aws910.com mail.az mail.bccto.me mail.be mail.bulgaria.com mail.by mail.byte.it mail.co.za
mail.com mail.ee mail.entrepeneurmag.com mail.freetown.com mail.gr mail.hitthebeach.com mail.illistnoise.com
mail.kmsp.com mail.md mail.mezimages.net mail.nu mail.org.uk mail.partskyline.com mail.pf mail.pharmacy.com mail.pt
mail.r-o-o-t.com mail.ru mail.salu.net mail.sisna.com mail.spaceports.com mail.theboys.com mail.usa.com
mail.vasarhely.hu mail.wtf mail1a.de mailbox.as mailbox.co.za mailbox.gr mailbox.hu mailbox.r2.dns-cloud.net
mailbox2go.de mailbox87.de mailclub.fr maildu.de mailed.ro mailgate.gr mailinator.com mailme.dk mailme.lv mailmij.nl
mailseal.de mailtemporaire.fr mailto.de mailtome.de mailworks.org manager.de marijuana.nl marketing.lu masrawy.com
maxmail.co.uk me-mail.hu me.com medscape.com megamail.pt meinspamschutz.de message.hu messagebeamer.de
metacrawler.com miesto.sk migmail.pl milavitsaromania.ro mindspring.com miodonski.ch mobileninja.co.uk
montevideo.com.uy mp4.it mx0.wwwnew.eu mybox.it myneocards.cz mynetstore.de mypartyclip.de myway.com nanonym.ch
naver.com navigator.lv net-c.be net-c.com net-c.es net-c.fr net-c.it net-c.lu net4b.pt net4you.at netby.dk netc.eu
netc.fr netc.lu netcmail.com netcourrier.com netricity.nl netscape.net netscapeonline.co.uk netspace.net.au
netzero.net netzidiot.de newmail.ru niepodam.pl nonspam.eu nonspammer.de nurfuerspam.de ny.com nyc.com o.spamtrap.ro
o2.co.uk o2.pl onet.pl oninet.pt online.de online.ie onmilwaukee.com opende.de opendns.ro optusnet.com.au orange.fr
orbitel.bg ozemail.com.au pacbell.net pagina.de partynight.at perso.be personal.ro phaantm.de photo-impact.eu
planet.nl plexolan.de pobox.hu pobox.sk pochta.ru politikerclub.de portugalmail.pt post.com post.cz post.sk posta.ro
postfach2go.de postino.ch postmaster.co.uk premium-mail.fr primposta.hu privacy.net privymail.de pro.hu prodigy.net
progetplus.it programozo.hu proprietativalcea.ro protonmail.com proxymail.eu prtz.eu ptd.net pwp.lv qq.com
quickmail.nl qwest.net raketenmann.de rambler.ru rcpt.at recyclemail.dk rediffmail.com rediffmailpro.com redseven.de
remote.li reply.hu riddermark.de rin.ru roadrunner.com rocketmail.com rogers.com rr.com runbox.com ruru.be
safersignup.de safetypost.de sagra.lu sandelf.de sanook.com sapo.pt saudia.com sbcglobal.net scbox.one.pl
schafmail.de sci.fi scottishmail.co.uk scubadiving.com seanet.com securehost.com.es send.hu sendme.cz sent.com
seznam.cz she.com shitmail.de shitware.nl shotgun.hu showslow.de sify.com sina.cn sina.com singnet.com.sg
singpost.com sinnlos-mail.de skizo.hu sky.com slaskpost.se smashmail.de smsforum.ro sniper.hu sofort-mail.de
sofortmail.de sol.dk soldier.hu sp.nl spacewar.com spambog.de spamfree.eu spamfree24.de spamfree24.eu spaminator.de
spaml.de spamoff.de spamthis.co.uk spamtrap.ro speed.1s.fr spoofmail.de spray.no spray.se spybox.de squizzy.de
sr.ro.lt stade.fr starmedia.com stuffmail.de super-auswahl.de supereva.it superstachel.de swbell.net sweb.cz
sweetxxx.de swissinfo.org t-online.de talkcity.com tds.net techie.com techspot.com teleline.es temp-mail.de
temp-mail.org temp.headstrong.de tempinbox.co.uk tempmail.de tempmail.it tempmailer.de tempomail.fr temporarily.de
terra.cl terra.com terra.com.ar terra.com.br terra.es theend.hu theglobe.com thewebpros.co.uk thirdage.com
tijdelijke-email.nl tiscali.at tiscali.be tiscali.co.uk tiscali.it tiscali.lu tiscali.se tom.com topgamers.co.uk
topteam.bg tpg.com.au trash-mail.at trash-mail.de trashdevil.de trashemail.de trashmail.at trashmail.de travel.li
twinmail.de ukr.net uku.co.uk uni.de universal.pt uno.ee uno.it unofree.it uol.com.br urfunktion.se usa.com usa.net
used-product.fr velnet.co.uk verizon.net veryday.ch veryday.eu violinmakers.co.uk vip.gr virgilio.it virgin.net
vp.ycare.de walla.co.il walla.com wanadoo.es wanadoo.fr warrior.hu web-emailbox.eu web-ideal.fr web.de web.id
webcontact-france.eu webindia123.com webjump.com webmail.hu webtrip.ch weg-werf-email.de wegwerf-email-addressen.de
wegwerf-emails.de wegwerfadresse.de wegwerfemail.de wegwerfmail.de wegwerpmailadres.nl westnet.com.au wiki.8191.at
wooow.it wowway.com wp.pl wwwnew.eu xoom.com xww.ro ya.ru yahoofs.com yam.com yeah.net yep.it yopmail.com yopmail.fr
za.com zaktouni.fr zebins.eu zeepost.nl zehnminutenmail.de zepp.dk ziggo.nl zip.net zoho.com zonnet.nl zzn.com
zzom.co.uk
`;

/** On none of these lists: access providers, free mailboxes and aliases that were asked about, and what the list that the law keeps had besides. */
export const ASKED_ABOUT = `
0u.ro 0v.ro 0w.ro 10x.es 14n.co.uk 1s.fr 20email.it 30minutenmail.eu 420blaze.it 4free.li 4pet.ro 8191.at 8alias.com
8shield.net 900k.es 9business.fr 9online.fr 9q.ro abuser.eu addy.io addymail.com adeli.biz adiq.eu aelo.es agger.ro
airmail.net airsi.de akeonet.com aktiefmail.nl aleeas.com alice.fr aliceadsl.fr allemails.co.uk alsatis.net
altern.org ama-trade.de ama-trans.de amav.ro anit.ro anon-mail.de anonaddy.com anonaddy.me anonymize.com
antispammail.de apfelkorps.de appc.se aricia.fr arno.fi assurancespourmoi.eu attbi.com avls.pt awatum.de axeprim.eu
b2cmail.de badgerland.eu bartdevos.be base.be bbox.fr bcb.ro beerolympics.se belgacom.net bellatlantic.net bgx.ro
bij.pl blogos.com bloq.ro blu.it bluewin.ch blueyonder.co.uk bopunkten.se bossmail.de bouygtel.fr bouyguestelecom.fr
britishintelligence.co.uk brutele.be btconnect.com btinternet.com btizet.pl btopenworld.com calixo.net canl.nc
caramail.fr cario.fr cazis.fr ceed.se cegetel.net cek.pm cfo2go.ro chapril.org charm.net chello.fr cheznoo.net
citycable.ch civvic.ro clipmail.eu club-internet.fr club.fr cnsds.de cock.li cogeco.ca comwest.de concentric.net
coza.ro csh.ro ctos.ch dab.ro dartybox.com daum.net dbmail.com ddnsfree.com delikkt.de der-kombi.de derkombi.de
derluxuswagen.de dextm.ro dhm.ro disroot.org dma.in-ulm.de dmv.com docomo.ne.jp dodgemail.de dotman.de dralias.com
drevo.si droolingfanboy.de dropcake.de duck.com dynu.net e-postkasten.de e-postkasten.eu e.email e3z.de easynet.fr
ecloud.global edpnet.be ee1.pl einmalmail.de email.de email.net email.plala.or.jp emailondeck.com empiremail.de
enter.net epb.ro erols.com estvideo.fr evc.net evhr.net ez.lv f.moza.pl fag.wf farrse.co.uk fido.be findu.pl
fivemail.de flitafir.de fly-ts.de forthnet.gr fr.nf fr.oleane.com francite.com freesbee.fr g.ycn.ro games.com
gandi.net gehensiemirnichtaufdensack.de giantmail.de ginzi.co.uk ginzi.es globo.com gmail.co gmail.co.uk
gmail.com.com gmail.fr gmail.it gmail.om gmx.dns-cloud.net gmx.dnsabr.com goat.si gratislose.de green.ch grish.de
guam.net guerillamail.de gynzi.co.uk gynzy.eu gzb.ro hat-geld.de headstrong.de hecat.es hey.com hi5.si hideme.be
hidemyass.com hispeed.ch hmh.ro icx.ro idyle-telecom.com ifrance.com ige.es ik.me ilmale.it infomaniak.com
infonie.be infonie.fr inoutmail.de inoutmail.eu interaccess.com internet.lu internetnc.nc ip6.li ist-genial.at
istii.ro izi.re jdz.ro jmail.ro jsonp.ro k-net.fr kabelmail.de keemail.me keinhirn.de keipino.de keyyomail.com
kidcity.be kolabnow.com kostenlosemailadresse.de kyal.pl labo.ch lagoon.nc lain.ch lez.se lgtel.fr libello.com
liberto.it libertysurf.fr libox.fr lilo.org linuxpl.eu liquidmail.de live.ch live.co.kr live.hk live.lu
live.mdx.ac.uk live.vu.edu.au lol.it lycos.at lycos.nl mageos.com magic.fr magicbox.ro mail.bbexcite.jp
mail.bccto.com mail.bcu.ac.uk mail.dcu.ie mail.fr mail.goo.ne.jp mail.ie mail.mailinator.com mail.me mail.rossam.com
mail.vrfarm.com.tw mail.zp.ua mail2web.com mailbox.org mailde.de maileimer.de mailfence.com mailfish.de
mailinator.co.uk mailinator.pl mailo.com mailo.fr mailoo.org malahov.de mchsi.com mcom.fr mediaserv.net meepsheep.eu
mijnhva.nl ministry-of-silly-walks.de misterpinball.de mji.ro mk24.at mls.nc mm5.se modulonet.fr monaco.mc
monaco377.com moot.es motique.de moza.pl mozmail.com msk.ru multimania.com multimania.fr murena.io mybitti.de
myecho.es mysamp.de nate.com nautile.nc nerim.net netcom.com netcourrier.fr netins.net netplus.ch netscape.com
neuf.fr nevermail.de nh3.ro nie-podam.pl nincsmail.hu no-log.org no-spam.hu nomail.ch nonze.ro noos.fr nordnet.fr
nplus.gf nsaking.de ntlworld.com numericable.com numericable.fr offratel.nc ohaaa.de oi.com.br online.fr
onlinehome.de only.fr ool.fr optimum.net oroki.de outremer.net ouvaton.org ovh.fr ownsyou.de ozone.net ozyl.de
pagesperso-orange.fr passfwd.com passinbox.com passmail.com passmail.net pe.hu pedimed-szczecin.pl pii.at piki.si
pipeline.com pm.me pobox.com podam.pl poste.it posteo.be posteo.ch posteo.de posteo.lu posteo.net pp.ua
privaterelay.appleid.com privy-mail.de proton.me protonmail.ch proximus.be pt.lu qibl.at qsl.ro quickreport.it
r4nd0m.de r7.com ramail.co.uk rcn.com redchan.it relay.firefox.com respublica.fr riseup.net ro.lt romandie.com
rr.ccs.pl rtvc.fr rvb.ro sast.ro scarlet.be schrott-email.de sdf.org secretemail.de sejaa.lv sfr.fr shapoo.ch
shaw.ca silomails.com simplelogin.co simplelogin.com simplelogin.fr simplelogin.io skiff.com sky-ts.de skynet.be
slmail.me slmails.com slowslow.de smapfree24.de smapfree24.eu sneakmail.de soon.it spam.org.es spamail.de spamwc.de
spb.ru spritzzone.de sprynet.com squizzy.eu sry.li startmail.com sunrise.ch swing.be sympatico.ca t-online.hu
tafoi.gr talktalk.co.uk talktalk.net tefl.ro tele2.be tele2.fr telecomix.pl telefonica.net telenet.be teletu.it
telus.net telwan.fr tempmail.eu tfwno.gf thex.ro tijdelijkmailadres.nl tin.it tiscali.fr tkitc.de toile-libre.org
tokenmail.de top101.de topranklist.de tracciabi.li trashemails.de trialmail.de tubeo.eu tuta.com tuta.io
tutamail.com tutanota.com tutanota.de tv-com.net tvcablenet.be tyhe.ro undo.it unseen.is upcmail.ie vankin.de vda.ro
vialis.net virginmedia.co.uk virginmedia.com vivaldi.net vo.lu voila.fr voo.be vtxnet.ch w3internet.co.uk w9f.de
wallis.co.nc wanadoo.co.uk wanadoo.re wawi.es web-mail.de wef.gr wegwerf-email-adressen.de wegwerf-email.at
wegwerf-email.de wegwrfmail.de west-telecom.com wibox.fr wlist.ro worldonline.fr wow.com x.ip6.li xcode.ro y.bcb.ro
yahoo.com.malaysia ycare.de ycn.ro yodx.ro yoo.ro yui.it z0d.eu zaclys.net zavio.nl zehnminuten.de zeop.re
zipzaps.de zohomail.eu zp.ua
`;
