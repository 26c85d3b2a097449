import type { ExportDocument } from '#shared/app/rights/export/export-document.ts';
import { type Html, html } from '../html.ts';
import { type Language, TOKENS } from '../layout.ts';
import { timeOf } from '../time.ts';
import { contactSection } from './contact-section.ts';
import { PAGE_WORDS } from './personal-data-words.ts';
import { fieldsOf, isolated } from './values.ts';

/* One column that a narrow screen and paper show as it is; the colours are those of the public pages. */
const STYLE = `${TOKENS}
*{box-sizing:border-box}
body{margin:0;padding:2rem 1rem;background:var(--page);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
main{max-width:46rem;margin:0 auto;overflow-wrap:anywhere}
h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.25}
h2{margin:2rem 0 .75rem;font-size:1.25rem}
h3{margin:1.5rem 0 .5rem;font-size:1.125rem}
h4,.card>h3{margin:0 0 .5rem;font-size:1.0625rem}
p,ul,dl{margin:0 0 .75rem}
.soft{color:var(--soft);font-size:.9375rem}
.card{margin:0 0 .75rem;padding:1rem;background:var(--card);border:1px solid var(--line);border-radius:8px}
.card>:last-child{margin-bottom:0}
dl{display:grid;grid-template-columns:minmax(8rem,1fr) 3fr;gap:.25rem 1rem}
dt{color:var(--soft)}
dd{margin:0}
dd dl{grid-template-columns:1fr}
.value{white-space:pre-wrap}
.words{margin:0 0 .75rem;padding:.75rem 1rem;border-left:4px solid var(--line)}
.subject{font-weight:600}
code{font-size:.875rem}
.plain{padding:0;list-style:none}
@media(max-width:32rem){dl{grid-template-columns:1fr}}
@media print{body{padding:0;background:none;color:#000;font-size:10pt}.card{break-inside:avoid;border-color:#999}h2,h3,h4{break-after:avoid}}`;

const informed = ({ access: { information } }: ExportDocument, language: Language): Html => {
  const words = PAGE_WORDS[language];
  const activities = information.activities.map(
    ({ title, purpose, basis, data, recipients, term }) =>
      html`<li class="card"><h3>${title[language]}</h3><dl><dt>${words.purpose}</dt><dd>${purpose[language]}</dd><dt>${words.basis}</dt><dd>${basis[language]}</dd><dt>${words.data}</dt><dd>${data[language]}</dd><dt>${words.recipients}</dt><dd>${recipients[language]}</dd><dt>${words.term}</dt><dd>${term[language]}</dd></dl></li>`,
  );
  const services = information.services.map(({ name, does }) => html`<li>${name}${words.colon} ${does[language]}</li>`);
  const providers = information.providers.map(
    ({ channels, name, gets, keeps, transfer }) =>
      html`<li class="card"><h4>${name[language]}</h4>${channels.length === 0 ? html`<p>${words.former}</p>` : ''}<dl><dt>${words.data}</dt><dd>${gets[language]}</dd><dt>${words.keeps}</dt><dd>${keeps[language]}</dd>${transfer === undefined ? '' : html`<dt>${words.transfer}</dt><dd>${transfer[language].replaceAll('**', '')}</dd>`}</dl></li>`,
  );
  const said = [
    [words.transfer, information.transfer],
    [words.source, information.source],
    [words.rights, information.rights],
    [words.complaint, information.complaint],
    [words.automated, information.automatedDecisions],
  ] as const;
  return html`<section><h2>${words.information}</h2><p class="soft">${words.article}</p><ul class="plain">${activities}</ul><h3>${words.processor}</h3><p>${information.processor[language]}</p><ul>${services}</ul>${providers.length === 0 ? '' : html`<h3>${words.providers}</h3><ul class="plain">${providers}</ul>`}${said.map(([title, sentence]) => html`<h3>${title}</h3><p>${sentence[language].replaceAll('**', '')}</p>`)}<h3>${words.leftOut}</h3><ul>${information.leftOut.map((each) => html`<li>${each[language]}</li>`)}</ul></section>`;
};

const forms = ({ access }: ExportDocument, language: Language): Html | undefined => {
  const words = PAGE_WORDS[language];
  if (access.forms.length === 0) return undefined;
  const shown = access.forms.map(
    (form) =>
      html`<li class="card"><h3>${isolated(`${form.formId} ${form.version}`)}</h3><blockquote class="words">${isolated(form.wording)}</blockquote>${fieldsOf(language, form, '', ['wording', 'formId', 'version', 'advertiserId'])}</li>`,
  );
  return html`<section><h2>${words.forms}</h2><ul class="plain">${shown}</ul></section>`;
};

/** Everything of a person at one advertiser, for people: a document that is whole by itself, loads nothing and runs nothing. */
export const personalDataPage = (document: ExportDocument, language: Language): string => {
  const words = PAGE_WORDS[language];
  const { advertiser, request, madeAt, access, portability } = document;
  const title = `${words.title} ${words.at} ${advertiser.legalName}`;
  const means = Object.values(advertiser.contact).filter((each) => each !== undefined);
  const about = html`<h1>${title}</h1><p>${words.made} ${timeOf(language, madeAt)}, ${words.asked} ${timeOf(language, request.receivedAt)}. ${words.parisTime}</p><p>${advertiser.legalName}, SIREN ${advertiser.siren}. ${advertiser.postalAddress ?? ''}</p><p>${words.contact}${words.colon} ${isolated(means.join(', '))}. ${words.notice}${words.colon} ${isolated(advertiser.privacyNoticeUrl)}</p><p class="soft">${words.portability}</p>`;
  const sections = access.contacts.flatMap((contact, index) => {
    const portable = portability.contacts[index];
    return portable === undefined ? [] : [contactSection(language, contact, portable)];
  });
  const content = html`${about}${sections}${forms(document, language)}${informed(document, language)}`;
  return `<!doctype html>\n${
    html`<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${{ markup: STYLE }}</style></head><body><main>${content}</main></body></html>`
      .markup
  }\n`;
};
