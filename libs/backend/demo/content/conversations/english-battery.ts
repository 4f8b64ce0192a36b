import { agent, customer, note, ol, p, ul } from '../text';
import type { Thread } from '../types';

export const ENGLISH_BATTERY: readonly Thread[] = [
  {
    key: 'en-battery-stuck-at-82',
    language: 'en',
    category: 'battery',
    priority: 'medium',
    tags: ['battery', 'firmware'],
    title: 'V-Pack 720 never charges past 82 %',
    description: p(
      'Hello, since the update two weeks ago my V-Pack 720 stops at exactly 82 %. The charger light goes green as if it were full.',
      'I have tried another socket and left it overnight twice. Bike is a Hollin C1, serial {serial}, firmware 4.2.0. It used to reach 100 % without any trouble.',
    ),
    messages: [
      agent(
        1.6,
        p(
          'Hello {customer}, thank you for the details, that saves us a round.',
          'Firmware 4.2.0 brought a care mode which stops early to spare the cells, but it stops at 80 %, not at 82 %. Could you open <strong>Bike &gt; Battery &gt; Care mode</strong> in the app and tell me whether the switch is on?',
          'Best, {agent}',
        ),
        { status: 'pending' },
      ),
      customer(
        5.2,
        'It is on! I never switched it on though. I turned it off, and now the app says “calibrating”. Is that normal?',
      ),
      note(
        0.4,
        'Fourth one this week. 4.2.0 turns care mode on for everybody who had the old “eco charging” flag. The 82 is the display rounding. @Ananya, is this on your list for 4.2.1?',
      ),
      note(1.1, 'It is. Fix is merged, goes out with 4.2.1 on {date:+4}.', { by: 'ananya' }),
      agent(
        0.3,
        p(
          'Yes, that is normal: one full charge and one ride down to about 20 % and the reading is right again.',
          'The switch was carried over from the old “eco charging” setting by mistake. Version 4.2.1, due on {date:+4}, will not do that any more. I am sorry for the detour.',
        ),
      ),
      customer(
        26,
        'Charged to 100 % last night. Thanks for explaining it instead of telling me to restart everything.',
      ),
    ],
    outcome: 'closed',
    rating: 5,
    feedback: 'Clear answer, no copy and paste.',
  },
  {
    key: 'en-battery-swollen-smell',
    language: 'en',
    category: 'battery',
    priority: 'urgent',
    tags: ['battery', 'safety'],
    title: 'Battery got very hot while charging and smells of solvent',
    description: p(
      'My V-Pack 500 was on the charger in the hallway. After about forty minutes it was too hot to touch and there is a sweet smell, like nail varnish. I pulled the plug. <strong>What do I do now?</strong>',
      'It fell off the rack on Sunday, maybe from 60 cm, but it looked fine.',
    ),
    messages: [
      agent(
        0.2,
        p('{customer}, please treat this as dangerous until we know better:') +
          ol(
            'Do not charge it again and do not put it on the bike.',
            'If you can do it safely, carry it outside, at least five metres from anything that burns, on stone or concrete.',
            'If you see smoke or hear it hiss, leave it alone and call the fire brigade.',
          ) +
          p('Write back as soon as it is outside. May I call you on the number in your account?'),
        { by: 'agent', status: 'pending' },
      ),
      customer(0.3, 'It is on the paving behind the house now. No smoke. Yes, please call.'),
      note(
        0.6,
        'Called. Case is cracked at the lower left corner, about 4 cm. No smoke, temperature falling. Hazardous goods pick-up booked for tomorrow between 9 and 11, reference HZ-20817. Told {customer} to keep children and the dog away.',
        { by: 'agent' },
      ),
      agent(
        0.2,
        p(
          'As agreed on the phone: a trained driver collects the battery tomorrow between 9 and 11 in a steel box. You need not pack anything, and please do not post it yourself.',
          'A new V-Pack 500 leaves our warehouse today, free of charge. Falls are not covered by the warranty, but we would rather have this one back in our lab than under your roof.',
        ),
        { by: 'agent' },
      ),
      customer(
        22,
        'Collected at 9:40, and the driver was excellent. I did not expect a free battery. Thank you.',
      ),
    ],
    outcome: 'resolved',
    rating: 5,
    feedback: 'You called within half an hour and knew exactly what to do.',
    agent: 'agent',
    source: 'web',
    escalation: 1,
  },
  {
    key: 'en-battery-winter-range',
    language: 'en',
    category: 'battery',
    priority: 'low',
    tags: ['battery', 'how-to'],
    title: 'Range dropped from 74 km to 48 km — is my battery dying?',
    description: p(
      'I ride the same 19 km to work every day. In summer I charged every third day, now I have to charge every second. The app shows “health 96 %”, so I do not understand it.',
    ),
    messages: [
      agent(
        9,
        p(
          'Good question, and no, it is not dying: 96 % after a year is better than most.',
          'Cells deliver less when they are cold. Around 0 °C you lose a quarter to a third, and winter tyres and lights take some more. What helps:',
        ) +
          ul(
            'Keep the battery indoors and click it in just before you ride.',
            'Start in level 2 for the first ten minutes.',
            'Check the tyre pressure: 0.5 bar missing costs about 6 km.',
          ),
      ),
      customer(30, 'Tyres were at 2.1 instead of 3.5 bar. Slightly embarrassed. Cheers!'),
    ],
    outcome: 'closed',
    rating: 5,
  },
  {
    key: 'en-charger-e21-third-time',
    language: 'en',
    category: 'battery',
    priority: 'high',
    tags: ['charger', 'warranty'],
    title: 'Third charger, same error E21. I am losing patience',
    description: p(
      'This is the THIRD charger you have sent me. Same E21 after ten minutes. It is obviously not the charger. Please read the two earlier tickets before you answer, and do not ask me to try another socket.',
      'I need this bike to get to work. I have now paid for taxis for two weeks.',
    ),
    messages: [
      note(
        0.8,
        'Read both old tickets. Nobody ever asked for the battery log; we replaced chargers on the error code alone. E21 with three chargers is the thermistor in the pack, nearly for sure.',
      ),
      agent(
        0.5,
        p(
          '{customer}, I have read both tickets, and you are right: we replaced the wrong part, twice. I am sorry.',
          'Everything points to the temperature sensor inside the battery. I am sending a new V-Pack by express today, tracking number to follow tonight. Keep the old one unplugged; the courier takes it back at the door.',
          'Please send me the taxi receipts as well. I cannot promise all of it, but I will put it to my manager today.',
        ),
      ),
      customer(3.5, 'Finally someone who reads. Receipts attached: five rides, 71.40 altogether.'),
      note(0.7, 'Taxi 71.40, our mistake from start to end. OK to refund?', {}),
      note(2.2, 'Approved in full. Please also add a line to the E21 article: log first, charger second.', {
        by: 'manager',
      }),
      agent(
        0.5,
        'The full 71.40 will be on your account within three working days. Tracking for the battery: TRK-5580-2217.',
      ),
      customer(44, 'Battery arrived, charges normally, no E21. Credit where it is due.'),
    ],
    outcome: 'resolved',
    rating: 4,
    feedback: 'Great in the end, but it took three tickets.',
    escalation: 2,
  },
  {
    key: 'en-battery-second-pack-compatible',
    language: 'en',
    category: 'battery',
    priority: 'low',
    tags: ['battery'],
    title: 'Can I use a V-Pack 720 on a Pirrin F1?',
    description: p(
      'I own a Pirrin F1 with the 500 battery and can get a used 720 from a friend. Does it fit and will the bike accept it?',
    ),
    messages: [
      agent(
        14,
        'Hello {customer}, it fits mechanically, and the Pirrin accepts it from firmware 4.1 on. The one catch: a used battery has to be released from your friend’s account first (<strong>Battery &gt; Hand over</strong>), otherwise it stays locked to the old bike. Which firmware does your display show?',
        { status: 'pending' },
      ),
    ],
    outcome: 'pending',
  },
];
