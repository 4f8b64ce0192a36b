import { seedsIn } from './seed';

const en = seedsIn('en');

/** Repairs, warranty, theft and questions of every kind. */
export const ENGLISH_SERVICE = [
  en('error-code', 'repairs', 'high', ['display', 'workshop'], {
    title: '{model} shows E07 and the motor stops',
    text: 'My {model} ({serial}) shows E07 since this morning. Switching off and on helps for a few minutes, then it comes back.',
    ask: 'Please press power and minus together for five seconds; the display then shows two numbers. Which are they?',
    answer:
      'That was the speed sensor: the magnet on the spoke had slipped. It must pass the sensor at 5 to 8 mm. There is a short film at <a href="https://help.velumera.example/magnet">help.velumera.example/magnet</a>.',
  }),
  en('error-hill', 'repairs', 'medium', ['display', 'how-to'], {
    title: 'What does E18 mean?',
    text: 'E18 appeared halfway up a hill near {city} and the motor went off for a minute. May I go on riding?',
    ask: 'How steep and how long was it, and was there a trailer or a child seat involved?',
    answer:
      'You may. The motor had got too warm and took a rest. A lower gear and a higher cadence keep it cool.',
  }),
  en('disc-rubs', 'repairs', 'medium', ['brakes'], {
    title: 'Rear disc of my {model} rubs once per turn',
    text: 'The rear disc rubs once per turn and it gets louder. Otherwise the brake works. I have a set of Allen keys and two left hands.',
    ask: 'Could you send a photo of the caliper from behind, so that I can see the gap on both sides?',
    answer:
      'Loosen the two caliper bolts by one turn, pull the lever, hold it, tighten again (8 Nm). If it still rubs, a workshop straightens the disc free of charge.',
  }),
  en('pads-worn', 'repairs', 'high', ['brakes', 'safety'], {
    title: 'Brake pads finished after {km}0 km?',
    text: 'The workshop in {city} says that the pads are finished after only {km}0 km. I ride alone and it is flat here. Is that normal?',
    ask: 'Could they send you a photo of the pads with the number on the back? I suspect the wrong kind.',
    answer:
      'It is not. Your bike got the soft pads by mistake. A set of the hard ones is on its way, and we pay for the work.',
  }),
  en('crank-click', 'repairs', 'low', ['workshop'], {
    title: 'Clicking noise from the crank, {model}',
    text: 'There is a click with every turn of the crank since about {km}0 km. It does not hurt, but it drives me mad.',
    ask: 'Could you record ten seconds with the phone close to the crank? Sounds help more than words here.',
    answer:
      'In the recording I hear the chainring bolts. They need 10 Nm; a workshop in {city} does it while you wait, at our expense.',
  }),
  en('battery-rattle', 'repairs', 'low', ['spare-parts'], {
    title: 'Battery rattles over cobbles',
    text: 'Something rattles on cobbles, I think it is the battery. A firm push helps until the next hole in the road.',
    ask: 'Is there a grey rubber pad at the bottom of the rail? It likes to stay behind on the battery.',
    answer: 'The pad settles in the first months. A thicker one is in the post to you; it just sticks on.',
  }),
  en('kickstand', 'repairs', 'low', ['spare-parts'], {
    title: 'Spare kickstand for {model}',
    text: 'My kickstand broke off in the cold. I cannot find it in the shop. What is its number, and do you ship to {city}?',
    ask: 'The part changed during the production. Could you tell me the first six characters of your frame number?',
    answer: 'It is in stock and in your basket at the member price. It ships within two working days.',
  }),
  en('first-check', 'repairs', 'medium', ['workshop'], {
    title: 'Appointment for the 500 km check in {city}',
    text: 'I would like to book the first check for my {model}, ideally on {date:+6} in the morning.',
    ask: 'The morning is taken. Would the afternoon suit you, or the next day at 8:30?',
    answer: 'You are booked for {date:+6} at 8:30, with a bike to borrow. Please bring both keys.',
  }),
  en('move-service', 'repairs', 'low', ['workshop'], {
    title: 'Moving my service appointment of {date:+5}',
    text: 'I have to move my appointment of {date:+5}. The link in the mail says “not found”.',
    ask: 'Which days suit you in the two weeks after that?',
    answer: 'Moved by a week, same time, same workshop. The link in the new mail works, I have tried it.',
  }),
  en('display-fog', 'warranty', 'medium', ['display', 'warranty'], {
    title: 'Display of {serial} fogs up from inside',
    text: 'There is moisture behind the glass after every cold night. The bike is {days} weeks old.',
    ask: 'Could you send a photo of the display and one of the invoice? Then I open the warranty claim for you.',
    answer:
      'The claim is accepted. A new display is on the way; changing it takes two screws and five minutes.',
  }),
  en('saddle-torn', 'warranty', 'low', ['warranty'], {
    title: 'Saddle torn after {days} weeks, warranty?',
    text: 'The seam at the nose of the saddle has opened over 4 cm. I have the invoice {invoice}. What are the next steps?',
    ask: 'Please send two photos, one close and one of the whole saddle.',
    answer: 'Accepted. A new saddle is on its way, no need to return the old one.',
  }),
  en('headset-loose', 'warranty', 'medium', ['warranty', 'workshop'], {
    title: 'Loose headset on {serial}',
    text: 'My workshop in {city} says that the loose headset is a case for the warranty, and that I should write to you first.',
    ask: 'Which workshop is it? I would call them directly, so that you do not have to carry messages.',
    answer:
      'Settled with the workshop: new bearings, at our expense. They call you as soon as the parts are there.',
  }),
  en('return-30', 'warranty', 'medium', ['refund'], {
    title: 'Sending back a {model} within 30 days',
    text: 'I would like to return it: the step over the frame is too high for me. The order is {order}, {days} days ago.',
    ask: 'On which days can the courier come to you, and is there a lift in the house?',
    answer: 'The courier comes on {date:+3} and brings the packaging. Nothing to print, nothing to carry.',
  }),
  en('warranty-length', 'warranty', 'low', ['warranty', 'how-to'], {
    title: 'How long is the battery of my {model} covered?',
    text: 'I could not find it on the website: what exactly is covered, and until when? I bought it on {date:-200}.',
    ask: 'Is the bike used privately or for a business? The terms differ a little.',
    answer:
      'Two years on everything, five on the frame, and the battery for two years or 700 cycles, whichever comes first.',
  }),
  en('stolen', 'security', 'urgent', ['theft', 'gps'], {
    title: 'My {model} was stolen in {city}',
    text: 'It was locked at the rack and now it is gone. The last position in the app is from {days} minutes ago. Serial {serial}.',
    ask: 'I have blocked the motor. Do you have a reference from the police? With it I can give them the live position.',
    answer:
      'Good to hear that the police found it. The bike is released again, and Ride Plus replaces the lock.',
  }),
  en('alarm-silent', 'security', 'high', ['theft', 'gps'], {
    title: 'Attempted theft, tracker of {serial} stayed silent',
    text: 'Somebody cut the chain at night but left the bike. The tracker did not send an alarm. Why do I pay for it?',
    ask: 'At about what time was it? The log keeps every movement for 72 hours, I would like to look before it is gone.',
    answer:
      'The bike was moved by less than 20 cm, which the normal setting takes for wind. I have switched it to the sensitive one and added three months of Ride Plus.',
  }),
  en('lock-stuck', 'security', 'high', ['bluetooth'], {
    title: 'Frame lock of my {model} does not open',
    text: 'The lock makes a noise but stays closed. I am standing next to the bike in {city} and it is raining.',
    ask: 'Please push the bike forward by a hand’s width so that no spoke presses on the bolt, and try again. Does it open?',
    answer:
      'The bolt was dry. A drop of graphite (no oil) and it runs again; I have also calibrated the lock from here.',
  }),
  en('tracker-offline', 'security', 'medium', ['gps'], {
    title: 'Tracker of {serial} offline since {date:-1}',
    text: 'The position has not been updated since {date:-1}. The bike is in the yard, in the open.',
    ask: 'A ride of five minutes wakes the tracker. Please tell me what the map shows after it.',
    answer: 'The tracker had lost its almanac. It has loaded it again and is now right within four metres.',
  }),
  en('handover', 'security', 'medium', ['how-to'], {
    title: 'Selling my {model}: how do I hand it over?',
    text: 'I am selling the bike on {date:+2}. What do I have to do so that the buyer can use the app?',
    ask: 'Does the buyer have an account already? If so, please tell me the mail address and I prepare the handover.',
    answer:
      'The handover is prepared: both of you get a mail, and when both have confirmed, the bike moves together with Ride Plus.',
  }),
  en('frame-size', 'general', 'low', ['how-to'], {
    title: '{model}: which frame size for me?',
    text: 'I am between two sizes. What do you advise for daily rides of {km} km in {city}?',
    ask: 'Could you measure your inseam (book between the legs, barefoot, at a wall)? It says more than the height.',
    answer: 'Take the smaller one; it is the livelier bike, and the seat post has room to spare.',
  }),
  en('watch-wish', 'general', 'low', ['feature-request'], {
    title: 'Idea: show the battery on the watch',
    text: 'I would love to see the charge on my watch without taking out the phone. I would volunteer to test it.',
    ask: 'Would the number alone be enough, or should it warn you as well? A sentence helps the product team to weigh it.',
    answer: 'Thank you, it is on the list of the product round, in your words. I cannot promise a date.',
  }),
  en('fleet-offer', 'general', 'medium', ['fleet'], {
    title: 'Offer for {days} × {model}',
    text: 'We are looking at {days} bikes for our staff in {city}. Could you send an offer with service included?',
    ask: 'How many kilometres a day do you expect, and is there a place where batteries can be charged indoors?',
    answer: 'The offer is attached, valid for 30 days, with service at your place twice a year.',
  }),
  en('washing', 'general', 'low', ['how-to'], {
    title: 'May I wash the {model} with a hose?',
    text: 'The manual says a lot about what I must not do and little about what I may do. Could you help?',
    ask: 'Is it about salt, mud or sand? The advice differs a bit.',
    answer:
      'Yes: a soft stream, battery in place, never a pressure washer. Dry the contacts and put a drop of oil on the chain afterwards.',
  }),
  en('train', 'general', 'low', ['how-to'], {
    title: 'Taking the {model} on a night train',
    text: 'We travel on {date:+9}. Does the battery have to be taken out, and is there a paper that I should have with me?',
    ask: 'Which railway is it? Some ask for the battery in the hand luggage, others forbid precisely that.',
    answer:
      'Battery out and into your hand luggage, contacts covered. The safety sheet for the conductor is attached.',
  }),
];
