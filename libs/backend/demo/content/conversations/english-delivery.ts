import { agent, customer, note, p, ul } from '../text';
import type { Thread } from '../types';

export const ENGLISH_DELIVERY: readonly Thread[] = [
  {
    key: 'en-delivery-box-crushed',
    language: 'en',
    category: 'delivery',
    priority: 'high',
    tags: ['shipping-damage'],
    title: 'Box arrived crushed, fork looks bent (order {order})',
    description: p(
      'The driver left it against the fence without ringing. One corner of the box is pushed in by a hand’s width, and the left fork leg does not look straight to me. Photos attached (6).',
      'I have not assembled anything yet. The driver’s note says “received in good order”, with a signature that is not mine.',
    ),
    messages: [
      agent(
        2.4,
        p(
          'Hello {customer}, please leave everything as it is. The photos are clear: that fork must not be ridden.',
          'Two questions for the claim: is there a sticker with a tilt indicator on the long side, and which colour does it have? And may we collect the box on {date:+2}?',
        ),
        { status: 'pending' },
      ),
      customer(1.2, 'Sticker is red on both sides. {date:+2} works, any time before noon.'),
      note(
        0.5,
        'Red tilt plus forged signature. Claim VC-3391 opened with the carrier. Replacement reserved, same colour (Moss), ships as soon as pick-up is scanned.',
      ),
      agent(
        0.5,
        'Thank you. Pick-up is booked for {date:+2} before noon, and your new bike leaves the same day. This time with a delivery appointment, so that nobody has to guess whether you are in.',
      ),
      customer(52, 'Picked up. When will the new one come?'),
      agent(
        2,
        'It was scanned in Venlo last night and the carrier will call you today to agree on a time. I keep this open until you have ridden round the block.',
      ),
      customer(70, 'Ridden round the block. Twice. Beautiful bike.'),
    ],
    outcome: 'closed',
    rating: 5,
    feedback: 'Bad start with the courier, flawless handling by Velumera.',
    agent: 'mateus',
  },
  {
    key: 'en-delivery-moved-house',
    language: 'en',
    category: 'delivery',
    priority: 'medium',
    tags: [],
    title: 'Change of address for {order}, we are moving on Saturday',
    description: p(
      'Our order is planned for next week, but we move on Saturday. New address: 8 Ropewalk Mews, same city. Is it too late?',
    ),
    messages: [
      agent(
        1.5,
        'Not too late at all, it has not left yet. I have changed it to 8 Ropewalk Mews. Is there anything the driver should know: stairs, a code, a narrow lane?',
        { status: 'pending' },
      ),
      customer(
        6,
        'A narrow lane, indeed: no lorries over 3.5 t. And the bell says “Harper” until we change it.',
      ),
      agent(1, 'Noted both on the label. Good luck with the move!'),
    ],
    outcome: 'resolved',
    rating: 5,
  },
  {
    key: 'en-delivery-customs-norway-style',
    language: 'en',
    category: 'delivery',
    priority: 'medium',
    tags: ['customs', 'battery'],
    title: 'Customs hold my spare battery and ask for a “UN 38.3 summary”',
    description: p(
      'My V-Pack 500 has been at customs for eight days. They sent a letter: they want a UN 38.3 test summary and a commercial invoice with HS code. I have neither.',
    ),
    messages: [
      agent(
        5,
        p(
          'Hello {customer}, that is our paperwork, not yours. Both documents are attached: the test summary for the V-Pack 500 and an invoice with HS code 8507.60.',
          'Please forward them to the officer named in the letter, or send me the reference and I do it.',
        ),
        { status: 'pending' },
      ),
      customer(9, 'Reference is CU-77120-B. I would be glad if you did it, they do not answer me.'),
      note(
        1.5,
        'Sent to the broker with the reference. They say two to three working days. Ask shipping why the summary was not in the pouch; third time this quarter.',
      ),
      agent(
        0.4,
        'Sent with your reference. They say two to three working days. I will check on {date:+4} without you having to remind me.',
      ),
    ],
    outcome: 'in_progress',
    agent: 'mateus',
  },
  {
    key: 'en-delivery-fourth-postponement',
    language: 'en',
    category: 'delivery',
    priority: 'high',
    tags: [],
    title: 'Delivery postponed for the fourth time',
    description: p(
      'First it was {date:-38}, then {date:-24}, then {date:-10}, and this morning an automatic mail moved it again, “2–3 weeks”. I sold my old bike because of your promise.',
      'I want a date with a name under it, or my money back.',
    ),
    messages: [
      agent(
        3.2,
        p(
          '{customer}, I would be angry too. Your bike waits for a batch of brake levers that failed our inspection. It is the right thing not to ship them, but you should have heard that from a person.',
          'Levers arrive on {date:+5}; your bike leaves on {date:+7}. That is a date, and my name is {agent}. If you prefer your money back, one word is enough and it goes out today.',
        ),
      ),
      customer(2, 'OK. {date:+7}. I will hold you to it.'),
      note(
        0.5,
        'Promised {date:+7} in writing. @Thomas please keep an eye on the lever batch, I do not want to write a fifth mail.',
      ),
    ],
    outcome: 'in_progress',
    escalation: 1,
  },
  {
    key: 'en-delivery-missing-pedals',
    language: 'en',
    category: 'delivery',
    priority: 'medium',
    tags: ['spare-parts'],
    title: 'No pedals in the box',
    description: p(
      'Bike came today, all perfect, but the small bag with pedals and the 15 mm spanner is not there. I looked in every corner, even in the foam.',
    ),
    messages: [
      agent(
        1,
        'Hello {customer}, one last corner: the bag often sits inside the saddle-bag-shaped cardboard under the rear wheel. If it is not there either, I will post a set today. Could you look?',
        { status: 'pending' },
      ),
      customer(
        0.4,
        'Found them!! Under the rear wheel, in cardboard folded so cleverly that I had already put it in the recycling. Sorry to bother you.',
      ),
      agent(0.3, 'No bother; you are the eleventh. We should print “pedals” on it. Have fun with the bike!'),
    ],
    outcome: 'closed',
    rating: 5,
    feedback: 'Friendly and quick.',
  },
  {
    key: 'en-delivery-fleet-rollout',
    language: 'en',
    category: 'delivery',
    priority: 'high',
    tags: ['fleet'],
    title: '12 Hollin C1 for our depot: split delivery possible?',
    description:
      p(
        'We ordered twelve Hollin C1 for three depots. Our plan has changed a little, and I want to be sure before the lorries roll:',
      ) +
      ul(
        '6 to the arches (as ordered), with loading between 6 and 8 in the morning only',
        '4 to the new depot at Quay 4, which has no ramp',
        '2 to the workshop of our own mechanic, unassembled',
      ) +
      p(
        'Each bike needs the tracker registered on our fleet account before the handover, because the insurance starts with the registration. Last time that took nine days, which we cannot afford again.',
        'Can you confirm the three addresses and the registration by the end of the week?',
      ),
    messages: [
      agent(
        2,
        'Good morning {customer}, splitting into three is fine. For Quay 4 I need a vehicle with a tail lift, which the carrier confirms tomorrow. Could you send the fleet account number, so that we register the trackers before the bikes leave us, and not after?',
        { status: 'pending' },
      ),
      customer(1.4, 'Fleet account is FL-0093. Thank you for turning the order of things around.'),
      note(3, 'Registered all 12 trackers on FL-0093, list attached. Carrier: tail lift OK for Quay 4.', {
        by: 'ananya',
      }),
      agent(
        14,
        'All twelve are registered, and the insurance can start today. Quay 4 has its tail lift. Dates: arches {date:+6} at 6:30, Quay 4 {date:+6} in the afternoon, workshop {date:+7}.',
      ),
      customer(3, 'Perfect. One more: can the two unassembled ones come with the long kickstand?'),
    ],
    outcome: 'open',
    customer: 'adaeze-nwosu',
    agent: 'mateus',
    source: 'email',
  },
];
