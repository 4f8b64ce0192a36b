import { agent, customer, note, ol, p } from '../text';
import type { Thread } from '../types';

export const ENGLISH_SECURITY: readonly Thread[] = [
  {
    key: 'en-security-stolen-moving-now',
    language: 'en',
    category: 'security',
    priority: 'urgent',
    tags: ['theft', 'gps'],
    title: 'STOLEN: my bike is moving right now',
    description: p(
      'I am in a shop and the app says that my bike is moving, 2 km away already. Sorrel S2, {serial}. It was locked with the frame lock and a chain. Please do something!',
    ),
    messages: [
      agent(
        0.1,
        p(
          '{customer}, I see it. I have set the bike to <strong>stolen</strong>: the motor is off, the tracker reports every ten seconds.',
          'Please call the police now, and give them the code <strong>VT-{serial}</strong>; with it they see the live map without an account. Do not follow it yourself.',
        ),
      ),
      customer(0.4, 'Police have the code. It has stopped in a car park.'),
      note(
        0.2,
        'Signal from level -1, weak. Switched on the beacon sound on request of the officer, badge noted in the theft log.',
        { by: 'agent' },
      ),
      customer(0.6, 'THEY GOT IT. In a van with four others.'),
      agent(
        0.3,
        'Wonderful! Once you have it in your hands, tap “I have my bike back” in the app, and the motor comes on again. Please have the frame lock looked at; Ride Plus pays for it.',
      ),
      customer(20, 'Back home. The lock is cut, the rest is fine. You are heroes.'),
    ],
    outcome: 'closed',
    rating: 5,
    feedback: 'Five bikes recovered thanks to the tracker and a calm person at the other end.',
    escalation: 3,
    agent: 'agent',
  },
  {
    key: 'en-security-stolen-insurance-letter',
    language: 'en',
    category: 'security',
    priority: 'high',
    tags: ['theft', 'ride-plus'],
    title: 'Insurance wants proof that the tracker was active',
    description: p(
      'My bike was stolen on {date:-9} and has not been found. The insurer asks for a letter that says the tracker was active and when it last reported. Police reference CR/4471/B.',
    ),
    messages: [
      agent(
        4,
        'I am sorry about your bike. The letter is attached: active since the day of purchase, last report {date:-9} at 03:12, then no signal. If they need the raw list of positions, the police can request it; we may not send it to an insurer directly.',
      ),
      customer(48, 'They accepted the letter but now also want the “key declaration”. What is that?'),
      note(
        1,
        'They want to know that both key cards are with the owner. We can confirm the card ids from the account, not who holds them.',
      ),
      agent(
        0.8,
        p(
          'They want to know whether you still hold both key cards. I can confirm the two card numbers that belong to the bike; that you hold them you have to declare yourself.',
          'Could you send me a photo of both cards? I will add the numbers to the letter.',
        ),
        { status: 'pending' },
      ),
    ],
    outcome: 'pending',
  },
  {
    key: 'en-security-second-hand-locked',
    language: 'en',
    category: 'security',
    priority: 'medium',
    tags: ['theft'],
    title: 'Bought second-hand, the app says “belongs to another rider”',
    description: p(
      'I bought a Hollin C1 from a private seller, with the invoice and both key cards. The app refuses to add it. The seller does not answer any more. Is it stolen? I am worried now.',
    ),
    messages: [
      agent(
        3,
        p(
          'Hello {customer}, it is not reported stolen, that is the good news. To move it to you I need the seller’s consent or papers that prove the sale. Please send:',
        ) + ol('a photo of the frame number,', 'the invoice of the seller,', 'your proof of payment.'),
        { status: 'pending' },
      ),
      customer(18, 'All three attached. I paid by bank transfer.'),
      note(
        2,
        'Frame number and invoice agree. Wrote to the registered owner; seven days to object, as the policy says.',
      ),
      agent(
        0.3,
        'Thank you, everything agrees. We have written to the registered owner, who has seven days to object. If we hear nothing, the bike becomes yours on {date:+8}.',
        { status: 'pending' },
      ),
    ],
    outcome: 'pending',
    agent: 'agent',
  },
  {
    key: 'en-security-false-alarms-night',
    language: 'en',
    category: 'security',
    priority: 'medium',
    tags: ['gps', 'firmware'],
    title: 'Alarm goes off at 3 am for no reason, neighbours furious',
    description: p(
      'Four nights in a row at about 3. The bike stands in the yard, nobody is there (camera!). The neighbours have left a note which I would rather not quote.',
    ),
    messages: [
      agent(
        5,
        'Oh dear. At about 3 the tracker does its nightly self-test; on some units the motion sensor takes the restart for a push. Until it is solved: <strong>Alarm &gt; Sensitivity &gt; Low</strong> keeps the theft alert and silences this. Which tracker firmware does the app show?',
        { status: 'pending' },
      ),
      customer(13, 'Beacon 1.9.3. Set to low, tonight was quiet.'),
      agent(
        4,
        'Thank you. 1.9.4 moves the test to noon and ignores its own restart; you are in the first group, {date:+2}. I will ask you again the day after.',
        { status: 'in_progress' },
      ),
    ],
    outcome: 'in_progress',
    agent: 'ananya',
  },
  {
    key: 'en-security-lost-key-cards',
    language: 'en',
    category: 'security',
    priority: 'medium',
    tags: [],
    title: 'Lost both key cards on a ferry',
    description: p(
      'My wallet went overboard (long story), with both key cards. The app still unlocks the bike. Do I need new cards, and can someone use the old ones?',
    ),
    messages: [
      agent(
        2,
        'A sea of questions, {customer}, but an easy answer: block both under <strong>Lock &gt; Cards</strong>, then they are plastic, for fish or for finders. Two new ones are {amount}, and until they arrive the app is enough. Shall I order them to your address in {city}?',
        { status: 'pending' },
      ),
      customer(3, 'Blocked and yes please.'),
      agent(1, 'On their way, three to four days. They come inactive; tap each on the display once.'),
    ],
    outcome: 'resolved',
    rating: 5,
    feedback: 'Funny and fast.',
  },
  {
    key: 'en-security-tracker-data-deletion',
    language: 'en',
    category: 'security',
    priority: 'low',
    tags: ['gps'],
    title: 'How long do you keep my location history?',
    description: p(
      'I am thinking about Ride Plus but I do not like the idea of a company which knows where I am. How long are positions stored and who can see them?',
    ),
    messages: [],
    outcome: 'open',
  },
];
