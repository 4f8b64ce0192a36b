import { agent, customer, note, p, ul } from '../text';
import type { Thread } from '../types';

export const ENGLISH_BILLING: readonly Thread[] = [
  {
    key: 'en-billing-charged-twice',
    language: 'en',
    category: 'billing',
    priority: 'high',
    tags: ['billing', 'refund'],
    title: 'Charged twice for order {order}',
    description: p(
      'My bank shows {amount} twice, on {date:-3} and {date:-2}. There is only one order in my account and one invoice, {invoice}.',
    ),
    messages: [
      agent(
        2,
        p(
          'Hello {customer}, I see one payment captured and one still reserved. The first attempt broke off at your bank’s confirmation step, and the reservation was never released.',
          'We have released it now. Banks take up to five working days to show that; would you tell me if it is not gone by {date:+6}?',
        ),
        { status: 'pending' },
      ),
      customer(90, 'It is gone. Thanks.'),
    ],
    outcome: 'closed',
    rating: 4,
    agent: 'mateus',
  },
  {
    key: 'en-billing-vat-company-name',
    language: 'en',
    category: 'billing',
    priority: 'medium',
    tags: ['billing', 'invoice'],
    title: 'Invoice {invoice} needs our company name and VAT number',
    description: p(
      'Our bookkeeper does not accept the invoice because it is made out to me privately. It should read “Tidepool Café LLC”. Can you issue a corrected one? The quarter closes on Friday.',
    ),
    messages: [
      agent(
        3,
        'Hello {customer}, certainly. Should the billing address stay as it is, and do you have a purchase order number that ought to appear?',
        { status: 'pending' },
      ),
      customer(2, 'Address stays. PO number is TP-118.'),
      agent(
        1,
        'Here you are: the old invoice is cancelled by credit note, and the new one with company name and TP-118 is attached. Both are also in your account.',
      ),
      customer(15, 'Bookkeeper is happy, which is rare.'),
    ],
    outcome: 'closed',
    rating: 5,
    feedback: 'Corrected within the hour.',
    customer: 'marisol-vega',
    agent: 'mateus',
  },
  {
    key: 'en-billing-ride-plus-after-sale',
    language: 'en',
    category: 'billing',
    priority: 'medium',
    tags: ['billing', 'ride-plus', 'refund'],
    title: 'Still paying for Ride Plus on a bike I sold in spring',
    description: p(
      'I sold my Sorrel S2 in spring and took it out of the app. Today I noticed that I have paid for Ride Plus every month since. Six months! I would like that money back.',
    ),
    messages: [
      agent(
        6,
        p(
          'Hello {customer}, removing a bike from the app does not end its subscription; that is badly made and I understand the annoyance.',
          'Do you have anything that shows the date of the sale? Then I can go back to that day.',
        ),
        { status: 'pending' },
      ),
      customer(24, 'Screenshot of the payment by the buyer attached, from {date:-182}.'),
      note(
        1,
        'Tracker has pinged under the new owner’s account since the sale, so it is plain. Refund of six months to be signed off.',
      ),
      note(
        4,
        'Signed off. And please: removal of a bike must ask about the subscription. I am adding it to the product round.',
        { by: 'priya' },
      ),
      agent(
        1,
        'The subscription is ended and six months are on their way back to your card. The app will ask in future; your ticket was the last push that was needed.',
      ),
      customer(40, 'Received. Thank you for not arguing.'),
    ],
    outcome: 'resolved',
    rating: 5,
  },
  {
    key: 'en-billing-refund-missing-21-days',
    language: 'en',
    category: 'billing',
    priority: 'high',
    tags: ['billing', 'refund'],
    title: 'Refund promised three weeks ago, nothing on my account',
    description: p(
      'You confirmed the refund of {amount} for my returned panniers on {date:-21}. Nothing has arrived. I have asked twice by mail and got two automatic replies.',
    ),
    messages: [
      agent(
        5,
        p(
          '{customer}, I am sorry. I can see the refund leaving us on {date:-20}, to a card ending in 4417. Is that card still valid?',
        ),
        { status: 'pending' },
      ),
      customer(3, 'No! That card expired in the meantime. I wrote that in my first mail.'),
      note(
        0.6,
        'He did, in the mail of {date:-14}; it went into the no-reply inbox. Bank returned the money on {date:-12} and nobody noticed. Needs a manual transfer, I do not have the right to do that. @Priya?',
      ),
      note(
        6,
        'Transfer needs his bank details through the secure form, not by mail. Then I release it the same day.',
        { by: 'priya' },
      ),
      agent(
        0.7,
        'The bank sent the money back to us and we overlooked it: our mistake. Please give us your account through <a href="https://pay.velumera.example/form">this secure form</a> (not by mail) and it leaves on the same day.',
        { status: 'pending' },
      ),
      customer(8, 'Form filled in. I expect this to be the last message.'),
    ],
    outcome: 'in_progress',
    escalation: 2,
    agent: 'mateus',
  },
  {
    key: 'en-billing-lease-employer',
    language: 'en',
    category: 'billing',
    priority: 'low',
    tags: ['billing'],
    title: 'Does Velumera work with salary-sacrifice schemes?',
    description: p(
      'My employer offers a cycle-to-work scheme. I cannot find you on the list. Is it planned? I would like to order a Sorrel S2 before the end of the month.',
    ),
    messages: [],
    outcome: 'open',
  },
  {
    key: 'en-billing-discount-code-expired',
    language: 'en',
    category: 'billing',
    priority: 'low',
    tags: ['billing'],
    title: 'Newsletter code SPRINGWHEEL says “expired” one day early',
    description: p(
      'Your newsletter says the code is valid “until Sunday”. It is Sunday, 9 in the morning, and the shop says it has expired.',
    ),
    messages: [
      agent(
        4,
        p(
          'Hello {customer}, you are right, and the culprit is a time zone: the code ended at midnight in Tokyo.',
          'Here is one for you alone, same discount, valid for a week: <strong>SUNDAY-{serial}</strong>.',
        ),
      ),
      customer(2, 'Ordered. Nice touch!'),
    ],
    outcome: 'closed',
    rating: 5,
  },
  {
    key: 'en-billing-annual-statement-clinics',
    language: 'en',
    category: 'billing',
    priority: 'medium',
    tags: ['billing', 'invoice', 'fleet'],
    title: 'One statement for nine bikes instead of nine invoices',
    description:
      p(
        'We run nine Sorrel S2 for our home-care nurses. Every month we receive nine Ride Plus invoices on nine different days. Our finance team asks for:',
      ) +
      ul(
        'one statement per month',
        'with the serial number of each bike on its line',
        'payable by transfer, 30 days',
      ) +
      p('Is there a plan for small fleets?'),
    messages: [
      agent(
        4,
        'Good afternoon {customer}, there is: from five bikes on you can move to a fleet account with exactly that. Moving means that the running month is credited and starts anew on the first. Shall I prepare it?',
        { status: 'pending' },
      ),
      customer(26, 'Yes please. Bike S2-0419 should stay out, it is leaving us.'),
      agent(
        2,
        'Prepared for eight bikes, without S2-0419. The agreement is on its way to your mail address for signature; once it is back I switch everything over.',
        { status: 'pending' },
      ),
    ],
    outcome: 'pending',
    customer: 'wei-ling-koh',
  },
];
