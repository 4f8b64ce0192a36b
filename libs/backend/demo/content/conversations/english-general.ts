import { agent, customer, note, p, ul } from '../text';
import type { Thread } from '../types';

export const ENGLISH_GENERAL: readonly Thread[] = [
  {
    key: 'en-general-test-ride-tall',
    language: 'en',
    category: 'general',
    priority: 'low',
    tags: ['how-to'],
    title: 'Is the Sorrel S2 suitable for 1.98 m?',
    description: p(
      'I am 1.98 m with long legs (inseam 97 cm) and 104 kg. Your size chart ends at 1.95 m. Is there anywhere near {city} where I can sit on one?',
    ),
    messages: [
      agent(
        12,
        'Hello {customer}, with the long seat post (free of charge, tick it in the order) it works up to an inseam of 99 cm; weight is fine up to 140 kg with luggage. The nearest test ride is at our partner in {city}, Saturdays from 10. Shall I ask them to mount the long post for you?',
        { status: 'pending' },
      ),
      customer(8, 'Saturday at 11 would be great.'),
      agent(3, 'They expect you on Saturday at 11. Bring the shoes you ride in.'),
    ],
    outcome: 'closed',
    rating: 5,
  },
  {
    key: 'en-general-press-loan-bike',
    language: 'en',
    category: 'general',
    priority: 'low',
    tags: [],
    title: 'Loan bike for a documentary about couriers',
    description: p(
      'We are filming a short documentary about bicycle couriers and would like to borrow a Hollin C1 for two weeks. Whom should I talk to?',
    ),
    messages: [note(30, 'Not for support. Forwarded to the communications team; they answer on Tuesdays.')],
    outcome: 'open',
    customer: 'tarek-whitlock',
  },
  {
    key: 'en-general-child-seat-rack',
    language: 'en',
    category: 'general',
    priority: 'medium',
    tags: ['safety'],
    title: 'Child seat on the Sorrel rack: allowed or not?',
    description: p(
      'The shop says that the rack carries 27 kg and a child seat is fine. The manual says “no child seats”. Which one is right? Our daughter is 11 kg.',
    ),
    messages: [
      agent(
        2,
        p(
          'The manual of the <em>first</em> series is right for the first series. From frame numbers S2-24 on, the rack is reinforced and certified for child seats up to 22 kg plus child, fixed to the rack, not to the seat tube.',
          'Could you tell me the first characters of your frame number? It is under the bottom bracket.',
        ),
        { status: 'pending' },
      ),
      customer(14, 'S2-23-…, so it is the first series. Hmm.'),
      agent(
        1.5,
        'Then please no child seat on this rack. There is a reinforced one to retrofit, {amount} and twenty minutes of work, and then it is allowed. I would do nothing else with a child on it.',
      ),
      customer(3, 'Ordered. Thank you for being clear where the shop was not.'),
    ],
    outcome: 'resolved',
    rating: 5,
    feedback: 'Honest advice.',
  },
  {
    key: 'en-general-dealer-application',
    language: 'en',
    category: 'general',
    priority: 'low',
    tags: ['workshop'],
    title: 'Becoming a partner workshop',
    description:
      p('We are a workshop with three mechanics and would like to become a partner. About us:') +
      ul(
        '15 years of cargo bikes, two of us with high-voltage training',
        'about 90 e-bikes a month',
        'parking for twelve long bikes',
      ) +
      p('What do you need from us, and what does the training cost?'),
    messages: [
      agent(
        20,
        'That sounds very good. Our workshop coordinator has a short questionnaire and then visits in person. The training (two days) is free; we ask for a commitment of one year. May I pass your number on?',
        { by: 'omar', status: 'pending' },
      ),
    ],
    outcome: 'pending',
  },
  {
    key: 'en-general-accessibility-app-voice',
    language: 'en',
    category: 'general',
    priority: 'medium',
    tags: ['feature-request', 'ios'],
    title: 'Battery level is not read aloud by the screen reader',
    description: p(
      'I am blind and ride a tandem with my wife, I am the stoker and the navigator. The app says “image” where the battery level is, and “button” for three different buttons. Could these please have names?',
    ),
    messages: [
      agent(
        5,
        'Hello {customer}, thank you for telling us, and I apologise: it should never have shipped like this. I went through the app with the screen reader on and found eleven places. They are with the developers as one piece of work, with your ticket on it.',
      ),
      customer(24, 'Eleven! I had found four. Happy to test.'),
      note(2, 'Added to the beta group. Build 6.15 beta 2 has the labels.', { by: 'ananya' }),
      agent(
        1,
        'You are in the test group now and should have an invitation to 6.15 beta 2. Be as strict as you like.',
        { status: 'pending' },
      ),
      customer(70, 'Battery, range, lock and light: all perfect. The route screen still says “image 14”.'),
    ],
    outcome: 'in_progress',
    agent: 'ananya',
  },
  {
    key: 'en-general-wrong-company',
    language: 'en',
    category: 'general',
    priority: 'low',
    tags: [],
    title: 'My vacuum cleaner makes a strange noise',
    description: p('Bought it last month, model VL-20. It whistles on carpet. Please advise.'),
    messages: [
      agent(
        15,
        'Hello {customer}, we would love to help, but we make bicycles. It may be that the name on the box is a similar one? If one of our bikes whistles on carpet, however, we are all ears.',
      ),
      customer(2, 'Oh no. Sorry! I typed the first letters and took the first address. Made my day though.'),
    ],
    outcome: 'closed',
    rating: 5,
    feedback: 'Best answer I ever got from the wrong company.',
    source: 'email',
  },
];
