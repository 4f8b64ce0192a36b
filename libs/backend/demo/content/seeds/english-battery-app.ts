import { seedsIn } from './seed';

const en = seedsIn('en');

export const ENGLISH_BATTERY_AND_APP = [
  en('range-half', 'battery', 'medium', ['battery'], {
    title: 'Only {km} km per charge on the {model}',
    text: 'I get {km} km out of a full charge in level 3. The website says almost double that. Serial {serial}, firmware {firmware}.',
    ask: 'Could you ride it down to about 10 % once, charge it fully, and tell me the figure under <strong>Battery &gt; Health</strong>?',
    answer:
      'Your log shows tyres well below the right pressure and level 3 on every hill. With 3.5 bar and level 2 on the flat you should gain a good third; the battery itself is at 97 %.',
  }),
  en('drains-overnight', 'battery', 'medium', ['battery', 'gps'], {
    title: 'Battery loses 10 % overnight ({serial})',
    text: 'Since {date:-6} the battery loses about 10 % every night, although the bike is off. It did not do that before.',
    ask: 'Where does the bike stand at night: indoors, in a cellar, in a yard? The tracker works harder where the signal is weak.',
    answer:
      'The tracker searched for a network all night. A new SIM profile is on its way over the air; after the next ride the drain should be back to 1 % a day.',
  }),
  en('charger-dead', 'battery', 'high', ['charger'], {
    title: 'Charger light stays off since {date:-2}',
    text: 'The charger is dead: no light, no click, nothing. I tried three sockets. The battery is at 14 % and I need the bike for work.',
    ask: 'Is the cable pushed fully into the block? It sits looser than it looks. If it is, please send me a photo of the label on the back.',
    answer:
      'A new charger left us today by express. No need to return the old one; any collection point for electronics takes it.',
  }),
  en('charger-hum', 'battery', 'low', ['charger', 'how-to'], {
    title: 'Charger hums and gets warm: normal?',
    text: 'The charger of my {model} hums quietly and is warm to the touch after an hour. I only want to be sure that I may leave it alone at home.',
    ask: 'Warm as a mug of tea, or too hot to hold for ten seconds? And does it stand on a carpet or on a hard floor?',
    answer:
      'Warm and humming is fine. Please keep it on a hard surface with some air around it, and not under a coat.',
  }),
  en('second-charger', 'battery', 'low', ['charger'], {
    title: 'Second charger for the office',
    text: 'I would like a second charger for the office in {city}. Is the fast one all right for the V-Pack 500, or does it wear the battery down?',
    ask: 'How many times a week would you charge there? It decides which of the two I would take.',
    answer:
      'The fast one is fine for both packs: it slows down by itself above 80 %. It is in your basket at the member price.',
  }),
  en('battery-recall-worry', 'battery', 'high', ['battery', 'safety'], {
    title: 'Battery dropped from the table, still safe?',
    text: 'My V-Pack fell from the kitchen table, about 80 cm, onto tiles. One corner has a white mark. It still charges. May I go on using it?',
    ask: 'Please stop charging for now and send two photos of the corner, one in flat light from the side so that cracks show.',
    answer:
      'The photos show a mark in the outer shell only, no crack and no gap. You may use it. If it ever gets warm while idle, put it outside and write to us at once.',
  }),
  en('wont-switch-on', 'battery', 'high', ['battery', 'display'], {
    title: '{model} does not switch on after the holidays',
    text: 'After {days} days in the shed the bike is dead. The battery was at about half when I left. The charger shows green at once.',
    ask: 'Please hold the button on the battery itself for fifteen seconds. Do its five lights blink, and how many?',
    answer:
      'It had gone into deep sleep to protect the cells. Holding the button while the charger is connected wakes it; I see it online again, at 46 %.',
  }),
  en('pairing-new-phone', 'app', 'medium', ['bluetooth'], {
    title: 'New phone will not pair with my {model}',
    text: 'I have a new phone and the app does not find the bike {serial}. The old phone is already sold.',
    ask: 'Which phone and which system version is it? And does the display show a small chain symbol when you press power once?',
    answer:
      'I have released the bike from the old phone. Open the app within two metres and choose <strong>Add a bike</strong>; the PIN is the last six characters of the serial number.',
  }),
  en('bluetooth-drops', 'app', 'medium', ['bluetooth', 'android'], {
    title: 'Connection drops every few minutes ({model})',
    text: 'The Bluetooth connection drops every two or three minutes while riding, so half of each ride is missing. Firmware {firmware}, app up to date.',
    ask: 'Does the phone put the app to sleep? Under <strong>Battery &gt; Background use</strong> it should say “unrestricted”. What does yours say?',
    answer:
      'It was the battery saver of the phone. With “unrestricted” the log of {date:-1} shows no more gaps.',
  }),
  en('update-fails', 'app', 'medium', ['firmware'], {
    title: 'Update to {firmware} fails every time',
    text: 'The update to {firmware} always stops with “try again later”. Battery is at 90 %, phone right next to the bike.',
    ask: 'Could you send me the log with <strong>Help &gt; Send log</strong> right after the next attempt? I look at it the same day.',
    answer:
      'The update was offered to your bike too early. I have moved it to the right group; tonight it goes through by itself.',
  }),
  en('light-flicker', 'app', 'medium', ['firmware', 'safety'], {
    title: 'Rear light flickers since {firmware}',
    text: 'Since {firmware} the rear light flickers for a second when I brake. A driver told me that he thought it was broken.',
    ask: 'Does it flicker with the motor off as well? A short film would help me to tell the brake light from a loose plug.',
    answer:
      'That is the new brake light, which pulses twice and then stays bright. Some countries do not like it; I have switched it to steady for your bike.',
  }),
  en('ride-distance', 'app', 'low', ['how-to', 'gps'], {
    title: 'Wrong distance for my ride of {date:-3}',
    text: 'The ride of {date:-3} shows {km} km, but it was about a third of that. Can it be corrected? It spoils my statistics.',
    ask: 'May I look at the track of that day? I would need your consent, because it shows where you went.',
    answer:
      'The tracker jumped to another town for four minutes. I have cut that piece out and the total is right again.',
  }),
  en('rides-twice', 'app', 'low', ['ios'], {
    title: 'Every ride appears twice',
    text: 'All rides of this week are listed twice, so my weekly goal looks a lot better than it is. I did not change anything.',
    ask: 'Do you use a second app that writes to the same health account? Please tell me which one.',
    answer:
      'I removed the duplicates. To keep it so, switch off <strong>Import from health</strong> in the app.',
  }),
  en('cannot-sign-in', 'app', 'high', ['how-to'], {
    title: 'Cannot sign in since {date:-1}',
    text: 'The app says that my password is wrong, and the mail to reset it does not arrive. I looked in the spam folder.',
    ask: 'Which address is the account under? Please write to us from that one, so that I can be sure that it is you.',
    answer:
      'Our mails to your address were bouncing because the mailbox had been full on one day. I took the block off and sent the mail again.',
  }),
  en('change-mail', 'app', 'low', ['how-to'], {
    title: 'Moving my account to a new mail address',
    text: 'I am giving up my old mail address at the end of the month. How do I take the bike and my rides along?',
    ask: 'Could you write one line from the old address as long as it works? Then both are proven.',
    answer:
      'The account now has the new address; bike and rides moved with it. Please sign in once next to the bike, so that the keys are renewed.',
  }),
  en('delete-account', 'app', 'medium', [], {
    title: 'Please delete my account and all data',
    text: 'I have sold the bike {serial} and would like my account and all rides deleted. Please confirm in writing.',
    ask: 'Invoices have to be kept for the tax office, everything else goes. Is that all right for you, and should I send you your rides before?',
    answer:
      'Deleted on {date:+1}, including backups within 30 days. What remains is the invoice, without any rides. This message is your confirmation.',
  }),
  en('dashboard-empty', 'app', 'high', ['fleet'], {
    title: 'Fleet dashboard shows no bikes since {date:-1}',
    text: 'Our dashboard is empty, for all users. Riders are on the road, so the bikes do exist.',
    ask: 'Which account number stands at the top right, and do you see the same in a private window?',
    answer:
      'An index on our side was being rebuilt and took too long. Everything is visible again and nothing was lost.',
  }),
  en('fleet-report', 'app', 'medium', ['fleet'], {
    title: 'Export of the monthly fleet report is empty',
    text: 'The monthly report comes as a file with headings and no rows. We need it by {date:+2} for our own reporting.',
    ask: 'Which period and which group did you choose? A screenshot of the form would be enough.',
    answer:
      'The group filter looked for a depot that had been renamed. It is fixed; the complete report is attached.',
  }),
];
