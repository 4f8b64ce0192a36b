import type { CategoryKey, Phrasebook } from '../types';

export const ENGLISH_PHRASES: Phrasebook = {
  greetings: ['Hello {customer},', 'Hi {customer}, thank you for writing.', 'Good day {customer},'],
  closings: ['Best, {agent}', 'Kind regards, {agent}', '{agent} from Velumera'],
  holding: [
    'I have your message and am looking into it. You hear from me by tomorrow at the latest.',
    'I have asked the colleagues who know this part best and will be back as soon as I have their answer.',
    'Thank you for your patience, I have not forgotten you. I expect the answer from the workshop tomorrow.',
  ],
  chases: [
    'Is there any news? I have not heard from you since then.',
    'Just a friendly push: this is still open on my side.',
    'I am still waiting. A short word on where this stands would already help.',
  ],
  thanks: [
    'Thank you, that solved it.',
    'Works. Thanks for the quick help!',
    'All good now, you can close this.',
    'Perfect, much appreciated.',
  ],
  praise: [
    'Quick and friendly.',
    'Exactly the answer I needed.',
    'A real person who read my message.',
    'Great service, thank you.',
    'Solved with the first answer.',
  ],
  neutral: ['Fine in the end, took a while.', 'Answer was correct, a bit short.', 'OK.'],
  complaints: [
    'Took far too long.',
    'I had to explain everything twice.',
    'Solved, but only after I asked again.',
  ],
};

/** What colleagues write to each other; the team's own language is English. */
export const NOTES: Record<CategoryKey, readonly string[]> = {
  battery: [
    'Pulled the battery log. Waiting for the lab to look at cell 4.',
    'Same batch as the two of last week. Keep them together, please.',
  ],
  app: [
    'Can reproduce it on the test phone. Reported to the app team with the log.',
    'Only happens with the background limit of this phone maker. Workaround is in the article.',
  ],
  delivery: [
    'Carrier does not pick up. Trying again after lunch.',
    'Warehouse says shelf 14. Asked for a photo before we send anything.',
  ],
  billing: [
    'Payment is there, the order is not linked. Needs bookkeeping, usually the same day.',
    'Second reminder to bookkeeping sent.',
  ],
  warranty: [
    'Within warranty, invoice checked. Part has to come from the main warehouse.',
    'Photos look like a fall to me. Second opinion, please?',
  ],
  repairs: [
    'Workshop has a free slot on Thursday. Offer that first.',
    'Part is on back order until next week, tell the customer honestly.',
  ],
  security: [
    'Motor blocked, tracker on short interval. Do not release without the owner’s code.',
    'Checked the ownership papers, all in order.',
  ],
  general: [
    'Nice idea, belongs into the product round.',
    'Passed on to sales, keep it open until they confirm.',
  ],
};
