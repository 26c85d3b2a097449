import * as z from 'zod/mini';
import { about } from '../about.ts';
import { OfferCategory } from '../ids.ts';
import { sentence } from './texts.ts';

/** Which goods are analogous to those sold (L. 34-5 al. 4): the advertiser's own map, justified. */
export const Analogy = z.strictObject({
  sold: about('The category that the customer bought.', OfferCategory),
  offered: about(
    'The categories that may be offered to that customer, 1 to 50; name the category itself too.',
    z.array(OfferCategory).check(z.minLength(1), z.maxLength(50)),
  ),
  rationale: about(
    'Why these goods or services are analogous, in your own words, at most 2000 characters.',
    sentence(),
  ),
});

/** Which offers concern which professional function (CNIL B2B doctrine): versioned and justified. */
export const ProfessionalOffer = z.strictObject({
  function: about('The professional function: a category of your own, such as buyer.', OfferCategory),
  offered: about(
    'The categories that concern this function, 1 to 50.',
    z.array(OfferCategory).check(z.minLength(1), z.maxLength(50)),
  ),
  rationale: about('Why they concern it, in your own words, at most 2000 characters.', sentence()),
});

/**
 * What an offer category is, where the law asks: home energy works (L. 223-8), child-directed goods, consumer credit
 * (L. 312-9), training that a compte personnel de formation pays for (C. trav. L. 6323-8-1), or an appeal that sells nothing (D28).
 */
export const OfferNature = z.strictObject({
  category: about('The category of your offers.', OfferCategory),
  natures: about(
    'What it is where the law asks: home energy works, an offer that touches on them, aimed at children, about sensitive data, consumer credit, training offered on a compte personnel de formation (CPF) or that asks for data about it, training that a CPF could pay for and that is offered without a word of it (or among other subjects), or an appeal that promotes neither goods nor services (beside works, credit or training it counts for nothing).',
    z
      .array(
        z.enum([
          'home-energy-works',
          'home-energy-mixed',
          'child-directed',
          'sensitive',
          'consumer-credit',
          'cpf-training',
          'cpf-training-mixed',
          'non-commercial-appeal',
        ]),
      )
      .check(z.minLength(1), z.maxLength(100)),
  ),
});
