import { agent, customer, note, p } from '../text';
import type { Thread } from '../types';

export const ENGLISH_REPAIRS: readonly Thread[] = [
  {
    key: 'en-repairs-brake-lever-soft',
    language: 'en',
    category: 'repairs',
    priority: 'urgent',
    tags: ['brakes', 'safety'],
    title: 'Front brake lever goes all the way to the handlebar',
    description: p(
      'This morning the front brake was weak, and now the lever touches the grip. There is a drop of oil on the rim of the disc. The bike is 5 weeks old. My kids sit in the box!',
    ),
    messages: [
      agent(
        0.3,
        p(
          '{customer}, <strong>please do not ride it</strong>, not even at walking pace with the children. Oil at the disc means that the caliper leaks.',
          'I can send a mobile mechanic to you today between 16 and 18, or tomorrow from 8. Which suits you?',
        ),
        { status: 'pending' },
      ),
      customer(0.4, 'Today at 16 please.'),
      note(
        0.3,
        'Mobile mechanic booked, brings caliper, pads and disc. Batch of the caliper, please: we have two others from the same week.',
      ),
      note(
        5,
        'Changed caliper, pads, disc; bled both. Batch 2217-B, seal was pinched. Photos in the workshop folder.',
        { by: 'omar' },
      ),
      agent(
        1,
        'The mechanic tells me that all is changed and bled. A seal was pinched during assembly. Please pull both levers hard twenty times before the next ride; that is a good habit for any new brake.',
      ),
      customer(14, 'Works very well, strong brakes again. Scary though. I hope you check the others.'),
      agent(
        2,
        'We do: everyone with a bike from that week gets a mail today. Your photo of the oil drop helped to find it.',
      ),
    ],
    outcome: 'closed',
    rating: 5,
    feedback: 'Mechanic at my door the same day.',
    agent: 'agent',
    escalation: 2,
    source: 'phone',
  },
  {
    key: 'en-repairs-creak-bottom-bracket',
    language: 'en',
    category: 'repairs',
    priority: 'medium',
    tags: ['workshop'],
    title: 'Creaking noise with every turn of the right pedal',
    description: p(
      'Since about 600 km my Sorrel S2 creaks once per turn, only under load, only on the right. I tightened the pedals and greased the seat post. Video with sound: <a href="https://files.example/creak">files.example/creak</a>.',
    ),
    messages: [
      agent(
        6,
        'Hello {customer}, the video helps a lot. I hear it just after the top of the stroke, which speaks for the chainring bolts. They should have 10 Nm. Do you have a torque wrench, or shall I book you in at a workshop?',
        { status: 'pending' },
      ),
      customer(30, 'I do. Two of four were at maybe 4 Nm. Creak is gone! Is that a known thing?'),
      agent(
        3,
        'It is for bikes assembled in spring: the bolts settle. The 500 km check catches it, which is why we nag about it.',
      ),
    ],
    outcome: 'resolved',
    rating: 5,
    agent: 'omar',
  },
  {
    key: 'en-repairs-fender-part-number',
    language: 'en',
    category: 'repairs',
    priority: 'low',
    tags: ['spare-parts'],
    title: 'Part number of the rear mudguard stay, Pirrin F1',
    description: p(
      'A removal man sat on my folded bike. The left stay of the rear mudguard is bent beyond saving. Which part is it and what does it cost?',
    ),
    messages: [
      agent(
        18,
        'Poor Pirrin. It is <strong>PF1-MG-22L</strong>, the left one; the right one is 22R. In stock, two to three days. Shall I put it into a basket for you?',
        { status: 'pending' },
      ),
    ],
    outcome: 'pending',
  },
  {
    key: 'en-repairs-workshop-no-show',
    language: 'en',
    category: 'repairs',
    priority: 'high',
    tags: ['workshop'],
    title: 'Your partner workshop did not know about my appointment',
    description: p(
      'I took half a day off and rode 11 km. The workshop had no appointment in my name, no parts, and no idea. The confirmation from you says {date:-1}, 10:00. Who pays for my half day?',
    ),
    messages: [
      agent(
        2.5,
        p(
          '{customer}, that must not happen, and I am sorry about your morning. I have spoken with the workshop: the booking reached them for the same day of <em>next</em> month.',
          'They have kept 8:00 tomorrow free and the parts are there. If that does not work, a mobile mechanic comes to you instead, your choice.',
        ),
        { status: 'pending' },
      ),
      customer(5, 'Mobile mechanic, please. I am not going to ride there again on a promise.'),
      note(
        0.5,
        'Booking tool swaps day and month for workshops with US settings. Known since last week, apparently not fixed. @Thomas',
      ),
      note(
        3,
        'Raised with the booking team as blocking. Give the customer a 50 voucher for the lost morning.',
        { by: 'manager' },
      ),
      agent(
        0.5,
        'The mechanic will be with you on {date:+2} between 7:30 and 8:30, before work. There is also a voucher of 50 in your account, for the morning we cost you.',
      ),
      customer(3, 'Fair enough.'),
    ],
    outcome: 'in_progress',
    agent: 'omar',
    escalation: 1,
  },
  {
    key: 'en-repairs-diy-hydraulics-manual',
    language: 'en',
    category: 'repairs',
    priority: 'low',
    tags: ['brakes', 'how-to'],
    title: 'Which oil for bleeding the brakes?',
    description: p('Mineral oil or DOT? The manual says “see supplement”, and I have no supplement.'),
    messages: [
      agent(
        10,
        p(
          '<strong>Mineral oil only.</strong> DOT destroys the seals within days. The supplement is here: <a href="https://help.velumera.example/brakes-supplement.pdf">brakes-supplement.pdf</a>, page 6 for the bleeding.',
        ),
        {},
      ),
    ],
    outcome: 'resolved',
  },
];
