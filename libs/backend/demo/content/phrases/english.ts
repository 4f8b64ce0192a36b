import type { CategoryKey, Phrasebook } from '../types';

export const ENGLISH_PHRASES: Phrasebook = {
  greetings: ['Hello {customer},', 'Hi {customer}, thank you for writing.', 'Good day {customer},'],
  closings: ['Best, {agent}', 'Kind regards, {agent}', '{agent} from Velumera'],
  holding: [
    'I have your message and am looking into it. You hear from me by tomorrow at the latest.',
    'I have asked the colleagues who know this part best and will be back as soon as I have their answer.',
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
    'Solved, and explained as well.',
  ],
  neutral: ['Fine in the end, took a while.', 'Answer was correct, a bit short.', 'OK.'],
  complaints: ['Took far too long.', 'I had to explain everything twice.', 'Solved, but it felt slow.'],
};

/** What colleagues write to each other; the team's own language is English. */
export const NOTES: Record<CategoryKey, readonly string[]> = {
  battery: [
    'Pulled the battery log, nothing unusual at first sight. Comparing it with last month.',
    'Two similar ones last week, from another batch. Keeping an eye on it.',
  ],
  app: [
    'Reported to the app team with the log, they answer in the morning.',
    'Two older tickets about the same thing, both solved. Reading them first.',
  ],
  delivery: [
    'Carrier does not pick up. Trying again after lunch.',
    'Asked dispatch for the current state, waiting for their call.',
  ],
  billing: [
    'Checked with bookkeeping, they usually answer on the same day.',
    'Second reminder to bookkeeping sent.',
  ],
  warranty: [
    'Within warranty, invoice checked. Part has to come from the main warehouse.',
    'Looks plausible to me. Second opinion, please?',
  ],
  repairs: [
    'Workshop has a free slot on Thursday. Offer that first.',
    'Part is on back order until next week, tell the customer honestly.',
  ],
  security: [
    'Log of the tracker saved before the 72 hours run out.',
    'Checked the ownership papers, all in order.',
  ],
  general: ['Not in the articles yet, worth writing down.', 'Asked a colleague who knows this better.'],
};
