import { agent, customer, note, ol, p, ul } from '../text';
import type { Thread } from '../types';

export const ENGLISH_APP: readonly Thread[] = [
  {
    key: 'en-app-pairing-loop-android',
    language: 'en',
    category: 'app',
    priority: 'high',
    tags: ['android', 'bluetooth'],
    title: 'App stuck on “Looking for your bike” after phone update',
    description: p(
      'Yesterday my phone updated itself and since then the app only shows the spinning wheel. I cannot unlock the bike from the app any more, I have to use the key card.',
      'App version 6.14.2. Bluetooth and location are on. I reinstalled twice.',
    ),
    messages: [
      agent(
        1.2,
        p(
          'Hi {customer}, the new phone system asks for a permission called “Nearby devices”, and the app does not ask for it nicely yet. Please try:',
        ) +
          ol(
            'Settings &gt; Apps &gt; Velumera Ride &gt; Permissions &gt; Nearby devices: <strong>Allow</strong>.',
            'Remove “VM-{serial}” from the list of paired Bluetooth devices.',
            'Open the app within two metres of the bike and press the power button once.',
          ),
        { status: 'pending' },
      ),
      customer(
        2.5,
        'Steps 1 and 2 done. In step 3 it finds the bike, asks for a PIN, and then says “PIN rejected”. Where do I find that PIN?',
      ),
      note(
        0.3,
        'PIN prompt means that the bonding table on the bike is full (8 phones). It was a test bike before, wasn’t it?',
      ),
      agent(
        0.6,
        'That PIN is a red herring: the bike remembers eight phones and its list is full. Hold power and light together for twelve seconds until the display shows <strong>BT CLR</strong>, then repeat step 3. No PIN this time.',
      ),
      customer(1.1, 'BT CLR did it. How was I supposed to know that?'),
      agent(
        0.5,
        'You were not. I have written it down as an article, <a href="https://help.velumera.example/bt-clr">Clearing the Bluetooth list</a>, and the next app version will say it in words. Thank you for hanging on.',
      ),
    ],
    outcome: 'resolved',
    rating: 4,
    feedback: 'Solved quickly, the error message was misleading.',
    agent: 'ananya',
  },
  {
    key: 'en-app-rides-missing-watch',
    language: 'en',
    category: 'app',
    priority: 'medium',
    tags: ['ios'],
    title: 'Rides started from the watch do not show up',
    description: p(
      'Three rides last week (Mon, Wed, Fri mornings) are missing from my history. They were all started on the watch. Rides started on the phone are there.',
    ),
    messages: [
      agent(
        4,
        'Hello {customer}, could you tell me whether the watch shows a small cloud with a line through it next to those rides? And which version the watch app has: <strong>Settings &gt; About</strong> on the watch.',
        { status: 'pending' },
      ),
      customer(20, 'Cloud with a line, yes. Version 3.0.8.'),
      agent(
        2,
        'Then they are still on the watch and not lost. 3.0.8 forgets to try again when the phone was out of reach. Put both on their chargers side by side tonight with the phone app open; if they have not arrived tomorrow I will ask you for a log.',
        { status: 'pending' },
      ),
      customer(19, 'Two of three arrived. Wednesday is still missing.'),
      note(
        3,
        'Log requested through the app, came in at 11:02. Wednesday file is truncated (0 bytes after the header). Asking Ananya whether it can be rebuilt.',
      ),
      agent(
        1,
        'I have your log. Wednesday’s file broke off in the middle; a colleague is trying to rebuild it from the bike’s own memory. I will write tomorrow either way.',
      ),
    ],
    outcome: 'in_progress',
    agent: 'yuki',
  },
  {
    key: 'en-app-firmware-stuck-67',
    language: 'en',
    category: 'app',
    priority: 'urgent',
    tags: ['firmware', 'display'],
    title: 'Firmware update stuck at 67 %, bike does not switch on',
    description: p(
      'I started the update to 4.3.0 and it stopped at 67 %. After an hour I closed the app. Now the display stays dark and the bike is dead. I have to be at the hospital for my shift at 6 tomorrow.',
    ),
    messages: [
      agent(
        0.3,
        p(
          '{customer}, the bike is not lost, it waits in its recovery mode. Let us try to get you to your shift:',
        ) +
          ol(
            'Take the battery out for thirty seconds.',
            'Hold the power button, click the battery in, keep holding for ten seconds. One short beep.',
            'Open this link on the phone next to the bike: <a href="https://ride.velumera.example/recover">ride.velumera.example/recover</a>.',
          ) +
          p('It loads the old version, 4.2.1, which takes about six minutes.'),
      ),
      customer(0.7, 'Beep yes, link opens, but “no device in recovery mode”.'),
      agent(
        0.2,
        'Is a second phone with the app anywhere near, for example a partner’s? It may have grabbed the connection. Please switch its Bluetooth off and reload the page.',
        { status: 'pending' },
      ),
      customer(0.4, 'My husband’s phone!! It is at 40 % and moving.'),
      customer(0.2, 'Display is back. 4.2.1. I could cry. Thank you!'),
      note(
        0.4,
        'Second case with two phones. 4.3.0 roll-out paused at 10 % until the app refuses to start with two bonded phones in reach.',
        { by: 'ananya' },
      ),
      agent(
        0.3,
        'Have a good shift. Please stay on 4.2.1 for now; we have paused 4.3.0 and will write when it is safe.',
      ),
    ],
    outcome: 'closed',
    rating: 5,
    feedback: 'Answered at night within minutes. Outstanding.',
    agent: 'ananya',
    escalation: 1,
  },
  {
    key: 'en-app-dark-map-request',
    language: 'en',
    category: 'app',
    priority: 'low',
    tags: ['feature-request'],
    title: 'Please add a dark map for night rides',
    description: p(
      'The map is blinding at night even at lowest brightness. A dark style which follows sunset would be lovely. I would even pay for it.',
    ),
    messages: [],
    outcome: 'open',
  },
  {
    key: 'en-app-export-gpx',
    language: 'en',
    category: 'app',
    priority: 'low',
    tags: ['how-to', 'feature-request'],
    title: 'Exporting all my rides as GPX at once',
    description: p(
      'I can export one ride at a time, but I have 412 of them. Is there a way to get everything?',
    ),
    messages: [
      agent(
        20,
        'Hello {customer}, there is, although it hides well: on the web at <a href="https://account.velumera.example/data">account.velumera.example/data</a> choose “Request my data”. You get a zip with one GPX file per ride, usually within an hour.',
      ),
      customer(
        5,
        'Got it after ten minutes. The times in the files are in UTC, which confused me at first, but fine.',
      ),
      agent(12, 'Good point, I have passed on the wish for local times. Enjoy the archive!'),
    ],
    outcome: 'closed',
    rating: 4,
  },
  {
    key: 'en-app-speed-off-by-ten',
    language: 'en',
    category: 'app',
    priority: 'medium',
    tags: ['display', 'firmware'],
    title: 'Speed on the display is 10 % too low since new tyres',
    description: p(
      'I put 20" x 2.4 tyres on my Pirrin F1 instead of the 2.0 ones. My watch says 25 km/h when the display says 22.6. I would like to enter the new circumference but the field is greyed out.',
    ),
    messages: [
      agent(
        7,
        'Hello {customer}, the field is locked in the app because the cut-off speed depends on it. A partner workshop can set it in five minutes, in {city} that would be the one by the station. Shall I announce you there?',
        { status: 'pending' },
      ),
      customer(16, 'I would rather do it myself. I am an engineer and can measure a wheel.'),
      agent(
        3,
        p(
          'I believe you at once. It is not about trust: with a wrong value the motor would help beyond 25 km/h and the bike would need a licence plate. So the law, not the wheel.',
          'The workshop does it for nothing; just mention this ticket.',
        ),
        { status: 'pending' },
      ),
      customer(50, 'Fine. Please announce me for Thursday after 4 pm.'),
    ],
    outcome: 'open',
    agent: 'agent',
  },
  {
    key: 'en-app-shared-bike-family',
    language: 'en',
    category: 'app',
    priority: 'medium',
    tags: ['how-to', 'ride-plus'],
    title: 'Sharing one cargo bike between three family members',
    description:
      p(
        'We bought one Hollin C1 for the family. I would like that my partner and our daughter (16) can both unlock it, but:',
      ) +
      ul(
        'our daughter should not see where we ride,',
        'only I should be able to change the lock code,',
        'and we do not want to pay for Ride Plus three times.',
      ) +
      p('Is that possible?'),
    messages: [
      agent(
        3,
        p(
          'Hello {customer}, all three, yes. Ride Plus belongs to the bike and not to the person, so you pay once. Invite both under <strong>Bike &gt; People</strong>:',
        ) +
          ul(
            'Your partner as <strong>Co-owner</strong>: everything except the lock code.',
            'Your daughter as <strong>Rider</strong>: unlock and ride, no map, no history of others.',
          ),
      ),
      customer(8, 'Invited both. My daughter’s invitation says “minimum age 18”.'),
      note(
        1,
        'Terms say 16 with consent of a parent, the form says 18. Form is wrong. Opened a request with the app team.',
      ),
      agent(
        0.6,
        'The form is stricter than our own terms, sorry. I have let her in by hand; could she open the invitation again?',
        { status: 'pending' },
      ),
    ],
    outcome: 'pending',
    agent: 'ananya',
  },
];
