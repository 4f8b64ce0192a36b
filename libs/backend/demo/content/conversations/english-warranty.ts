import { agent, customer, note, ol, p, ul } from '../text';
import type { Thread } from '../types';

export const ENGLISH_WARRANTY: readonly Thread[] = [
  {
    key: 'en-warranty-motor-cuts-out-rain',
    language: 'en',
    category: 'warranty',
    priority: 'high',
    tags: ['warranty', 'display'],
    title: 'Motor cuts out in heavy rain, error E12',
    description: p(
      'Third time now. After 15–20 minutes in heavy rain the display shows E12, assistance is gone, the light stays on. Next morning everything works again. Sorrel S2, {serial}, 2,300 km.',
    ),
    messages: [
      agent(
        3,
        p(
          'Hello {customer}, E12 is the torque sensor, and “fine again when dry” means that water gets into its plug. Could you look at the plug behind the left crank: is the grey rubber sleeve pushed over it completely?',
        ),
        { status: 'pending' },
      ),
      customer(22, 'There is no grey rubber sleeve. Should there be one?'),
      note(
        0.6,
        'Bikes from the second shift in week 31 left without the sleeve. Warranty for sure. Sensor may be corroded, change both.',
      ),
      agent(
        0.5,
        'There should. It was forgotten when your bike was built. We pay for the repair: a partner workshop in {city} has the sensor and the sleeve, {date:+3} at 9:00 or 17:00?',
        { status: 'pending' },
      ),
      customer(2, '17:00 please.'),
      agent(1, 'Booked for {date:+3}, 17:00. It takes forty minutes, there is coffee.'),
      customer(96, 'Done, and it has rained ever since. No E12.'),
    ],
    outcome: 'resolved',
    rating: 5,
    feedback: 'Knew what it was from the first mail.',
    agent: 'agent',
  },
  {
    key: 'en-warranty-paint-chips-dispute',
    language: 'en',
    category: 'warranty',
    priority: 'medium',
    tags: ['warranty'],
    title: 'Paint coming off the top tube, warranty refused?',
    description: p(
      'Your colleague on the phone refused my claim because of “external influence”. There was no external influence. Paint comes off in flakes as large as a fingernail where nobody touches the bike.',
      'Please look at the attached photos properly and give me a reason in writing.',
    ),
    messages: [
      agent(
        8,
        'Hello {customer}, I have looked at the photos and I would like a second pair of eyes. May I show them to our paint shop? I need one more picture, from below, with a coin for scale.',
        { status: 'pending' },
      ),
      customer(
        20,
        'Attached. Also attached: photo of the same place on my neighbour’s bike, same model, same flakes.',
      ),
      note(
        4,
        'Two bikes, same spot: under the cable clip. Paint shop says that the primer was skipped there. So the refusal was wrong.',
      ),
      agent(
        2,
        p(
          'Thank you, the neighbour’s photo decided it. The refusal was wrong and I take it back: it is a fault of the primer under the cable clip, covered for both of you.',
          'You may choose: a new frame set (about five weeks), or a repair on the spot and 120 as compensation.',
        ),
        { status: 'pending' },
      ),
      customer(28, 'We both choose the repair. Thank you for looking again.'),
      agent(
        4,
        'Both repairs are booked with the workshop for {date:+9}. Your neighbour only needs to bring this ticket number.',
      ),
    ],
    outcome: 'in_progress',
    agent: 'omar',
  },
  {
    key: 'en-warranty-return-day-29',
    language: 'en',
    category: 'warranty',
    priority: 'medium',
    tags: ['refund'],
    title: 'Returning the bike on day 29: how?',
    description: p(
      'It is a great bike, but too tall for me. I have ridden it for 180 km. Today is day 29. Does the 30-day return still hold and must it go back in the original box? I do not have the box any more.',
    ),
    messages: [
      agent(
        1.5,
        p(
          'Hello {customer}, day 29 counts, your message is the notice. And 180 km is precisely what the month is for.',
        ) +
          ul(
            'No box needed: the courier brings one on {date:+3} and packs it.',
            'Please take out the battery; it travels in its own carton.',
            'Money is back within 7 days after the inspection.',
          ),
      ),
      customer(4, 'That is easier than buying it. One question, would the Pirrin fit at 1.58 m?'),
      agent(
        2,
        'Easily, from 1.48 m on. If you like we swap instead of refunding, and you get the difference back.',
        { status: 'pending' },
      ),
      customer(44, 'Swap, please! Pirrin F1 in Clay.'),
      agent(3, 'Done: the courier brings the Pirrin and takes the Sorrel on {date:+8}.'),
    ],
    outcome: 'resolved',
    rating: 5,
    feedback: 'Swapped without any fuss.',
  },
  {
    key: 'en-warranty-rims-after-pothole',
    language: 'en',
    category: 'warranty',
    priority: 'medium',
    tags: ['warranty', 'spare-parts'],
    title: 'Rear wheel buckled after a pothole',
    description: p(
      'I hit a pothole (council’s fault really) and the rear rim now wobbles by a centimetre. Is a wheel part of the warranty? The bike is 7 months old.',
    ),
    messages: [
      agent(
        11,
        p('Hello {customer}, I am glad that you are fine. An impact is not covered, I will be honest. But:') +
          ol(
            'truing costs about 35 and is often enough,',
            'a new wheel with motor hub is 289, without labour,',
            'Ride Plus members have accident cover up to 500 a year, and you are a member.',
          ) +
          p('I would claim number 3. Shall I send you the two-page form?'),
        { status: 'pending' },
      ),
      customer(9, 'I did not know about number 3! Yes, please.'),
    ],
    outcome: 'open',
  },
];
