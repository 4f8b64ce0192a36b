import { agent, customer, note, p, ul } from '../text';
import type { Thread } from '../types';

/** One of those tickets that everybody in the team knows by its number. */
export const ENGLISH_LONG: Thread = {
  key: 'en-long-fleet-dropouts',
  language: 'en',
  category: 'app',
  priority: 'high',
  tags: ['fleet', 'bluetooth', 'firmware', 'gps'],
  title: 'Fleet: six of fourteen bikes drop out of the dashboard every afternoon',
  description:
    p(
      'Since about two weeks six of our fourteen bikes vanish from the fleet dashboard every afternoon between 2 and 4, and come back in the evening. Our dispatchers plan by this map, so for two hours they plan blind.',
      'What we know so far:',
    ) +
    ul(
      'always the same six: S2-24-0081, 0082, 0085, 0090, 0091 and 0097',
      'the riders notice nothing: motor, lock and app are fine',
      'not the phones: we swapped phones between a good and a bad bike',
      'not the area: a good bike on the same tour stays visible',
    ) +
    p('Happy to help you find it, but I need someone technical.'),
  messages: [
    agent(
      1.1,
      'Good morning {customer}, that is a model description, thank you. Technical is me. May I have your permission to switch on detailed logging for all fourteen bikes for a week?',
      { status: 'pending' },
    ),
    customer(0.5, 'Permission granted, for all fourteen.'),
    agent(0.4, 'Logging is on. First data tomorrow after 16:00.'),
    note(
      27,
      'Log day 1. The six bad ones stop sending at 14:07 ± 2 min, battery of the tracker at 31–35 %. The good ones never fall below 60 %. So it is power, not radio?',
    ),
    note(2, 'Tracker goes to sleep below 36 % since 1.9.0. The question is why these six are low.', {
      by: 'ananya',
    }),
    agent(
      0.5,
      'First finding: the trackers of the six go to sleep because their own small battery is low. They should charge from the big one while riding. Are these six used differently in any way, for instance by shift or by charger?',
      { status: 'pending' },
    ),
    customer(3, 'All do the same tours. But… the six are the ones from the second delivery in spring.'),
    agent(
      0.6,
      'That is a thread to pull. Could your mechanic send a photo of the label on the tracker, from one of the six and from one of the others?',
      { status: 'pending' },
    ),
    customer(18, 'Photos attached. Bad: rev. D. Good: rev. C.'),
    note(0.5, 'Rev. D! It has the new charge controller. @Ananya can you get one on the bench?'),
    note(
      20,
      'Rev. D on the bench. Charges only when the bike is ON for more than 10 minutes without a break. Couriers stop every 6 minutes. That is it.',
      { by: 'ananya' },
    ),
    agent(
      0.4,
      p(
        'We have reproduced it. Your six have a newer revision of the tracker, which starts to charge only after ten minutes without a stop. Couriers stop more often than that, so it never charges. In the evening, on the ride home, it finally does.',
        'It is a firmware matter and no defect of your bikes. We are working on 1.9.5.',
      ),
    ),
    customer(1, 'Makes perfect sense. What do we do until then? Our busiest season starts in three weeks.'),
    agent(
      0.7,
      'Two ways: plug the six in during the lunch break for 30 minutes with the bike switched on, or we raise the sleep limit from here, so that they stay visible down to 15 %. The second costs nothing but some reserve against theft.',
      { status: 'pending' },
    ),
    customer(2, 'The second, please.'),
    note(1, 'Sleep limit 36 -> 15 for the six, by remote setting. Logged with the customer’s consent.'),
    agent(0.2, 'Done for all six. Please watch the map this afternoon.', { status: 'pending' }),
    customer(7, 'Four stay visible. 0085 and 0097 disappeared at 15:20.'),
    note(
      0.8,
      '0085 and 0097 did not take the setting, they were asleep at that moment. Sent again with a wake-up.',
    ),
    agent(0.3, 'Those two slept when I sent the setting. Sent again, this time with a wake-up call.'),
    customer(23, 'All 14 visible all day. First time in three weeks. My dispatchers send cake.'),
    agent(1, 'Cake is the best metric. I keep this open until 1.9.5 is on your bikes.', {
      status: 'in_progress',
    }),
    note(
      96,
      '1.9.5 release candidate passes the stop-and-go test (six minutes on, two off). Ask for two volunteers?',
      { by: 'ananya' },
    ),
    agent(
      1,
      'We have a candidate of 1.9.5. Would you try it on two of the six, ideally 0085 and 0097, the difficult ones?',
      { status: 'pending' },
    ),
    customer(5, 'Take 0085 and 0090. 0097 is in the workshop after a meeting with a bollard.'),
    agent(0.5, 'My best to the bollard. 0085 and 0090 will update tonight between 1 and 3.'),
    customer(40, 'Both at 70 % and more at the end of the shift. Looks right.'),
    note(1, 'Confirmed in the log: 71 % and 74 % at 18:00. Roll-out to the fleet group on Monday.'),
    agent(
      0.3,
      'The log agrees: 71 and 74 %. All others get it on Monday night, and I set the sleep limit back to normal on Tuesday.',
    ),
    customer(75, 'Monday’s update went through on 12 of 14. 0082 and 0097 say “update pending”.'),
    agent(
      1,
      '0097 is still without its battery in the workshop, I suppose? 0082 was below 20 %, it updates after its next full charge.',
      { status: 'pending' },
    ),
    customer(26, 'Right on both. 0082 is done now.'),
    agent(
      4,
      'Then only the bollard’s friend is left, and it will update by itself. Sleep limits are back to normal. May I close this book?',
      { status: 'pending' },
    ),
    customer(
      12,
      'Please do. For the record: this is how support should work. I will say so to anyone who asks.',
    ),
    agent(
      1,
      'Thank you, {customer}. It helped that your first message was better than most bug reports I write myself.',
    ),
  ],
  outcome: 'resolved',
  rating: 5,
  feedback: 'Three weeks, but every single message moved it forward.',
  customer: 'adaeze-nwosu',
  agent: 'agent',
  source: 'email',
  escalation: 1,
};
