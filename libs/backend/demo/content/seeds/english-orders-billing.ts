import { seedsIn } from './seed';

const en = seedsIn('en');

export const ENGLISH_ORDERS_AND_BILLING = [
  en('where-is-it', 'delivery', 'medium', [], {
    title: 'Where is my order {order}?',
    text: 'I ordered on {date:-12} and the tracking page has not moved since {date:-4}. Is it lost?',
    ask: 'The carrier asks for a phone number for the appointment. May I give them the one in your account?',
    answer:
      'It is on the lorry for {city} and arrives on {date:+2} between 10 and 14. The driver rings half an hour before.',
  }),
  en('which-day', 'delivery', 'low', [], {
    title: 'On which day will {order} arrive?',
    text: 'Could you tell me on which day {order} will come? I have to take half a day off for it.',
    ask: 'Would a delivery on Saturday help? It is possible in {city}, without extra cost.',
    answer:
      'It comes on {date:+4}, in the morning. I have asked for the first slot, so your half day should be enough.',
  }),
  en('wrong-number', 'delivery', 'medium', [], {
    title: 'Wrong house number on order {order}',
    text: 'I mistyped the house number: it should be 41, not 14. Can you still change it?',
    ask: 'I can. To be sure: is the rest, with the name on the bell, as it stands in the order?',
    answer: 'Changed to 41, and the label is printed anew. You get a mail as soon as it leaves us.',
  }),
  en('to-office', 'delivery', 'low', [], {
    title: 'Please deliver {order} to my office',
    text: 'I am at work when the carrier comes. Could {order} go to my office in {city} instead?',
    ask: 'Gladly. Please write the full address with a contact name, and whether there is a goods entrance.',
    answer: 'The carrier has the address of the office now, and the hours of your reception.',
  }),
  en('second-parcel', 'delivery', 'medium', ['spare-parts'], {
    title: 'Second parcel of {order} never came',
    text: 'One of two parcels arrived on {date:-5}. The other one has no tracking number at all.',
    ask: 'Was there a white envelope with a second delivery note in the first box? If so, please send a photo of it.',
    answer:
      'The second parcel was never picked up from our shelf. It leaves today, with a small apology inside.',
  }),
  en('lock-missing', 'delivery', 'medium', ['spare-parts'], {
    title: 'Lock and rain cover not in the box ({order})',
    text: 'The bike is here, but the lock and the rain cover are not. The delivery note lists both.',
    ask: 'Could you look under the foam at the fork end? If they are not there, a photo of the delivery note is enough for me.',
    answer: 'Both are on their way to you as a small parcel and should be there by {date:+3}.',
  }),
  en('frame-scratched', 'delivery', 'high', ['shipping-damage'], {
    title: 'Two scratches on the frame, {model} just delivered',
    text: 'The box was torn on one side and the frame has two scratches, about 3 cm each. Photos attached.',
    ask: 'Could you send a photo of the box with the label as well? The carrier wants it for the claim.',
    answer:
      'The carrier accepts the claim. You may choose: the scratches are repaired by a partner in {city}, or you keep them and {amount} comes back to you.',
  }),
  en('mudguard-bent', 'delivery', 'medium', ['shipping-damage', 'spare-parts'], {
    title: 'Rear mudguard bent on arrival ({order})',
    text: 'Unpacked it an hour ago: the rear mudguard is bent, everything else is fine. I would rather not send the whole bike back.',
    ask: 'No need to. Is it only the blade, or the stays as well? One photo from behind tells me which set to send.',
    answer:
      'A complete mudguard set is on its way. A partner in {city} fits it at our expense, just mention this ticket.',
  }),
  en('customs-duty', 'delivery', 'medium', ['customs'], {
    title: 'Asked to pay duty on {order}',
    text: 'The carrier wants {amount} in duty before they hand over {order}. Your shop said that everything was included.',
    ask: 'Please do not pay yet. Could you send a photo of the notice with its reference number?',
    answer:
      'The parcel went with the wrong terms. We have paid the duty ourselves, and it is released for delivery on {date:+2}.',
  }),
  en('cancel-order', 'delivery', 'high', ['refund'], {
    title: 'Cancel {order}, please',
    text: 'My situation has changed and I would like to cancel {order} before it is shipped. I paid {amount} by card.',
    ask: 'I can still stop it. Would you rather have the money back now, or keep the place in the queue for another month?',
    answer:
      'Cancelled before shipping. The full {amount} goes back to your card and should be there by {date:+5}.',
  }),
  en('invoice-copy', 'billing', 'low', ['billing', 'invoice'], {
    title: 'Copy of invoice {invoice}',
    text: 'Could you send me {invoice} once more as a PDF? The link in the mail has expired.',
    ask: 'Certainly. Should it go to this address, or straight to your bookkeeping?',
    answer: 'It is attached, and you will always find it in your account under <strong>Documents</strong>.',
  }),
  en('invoice-vat', 'billing', 'medium', ['billing', 'invoice'], {
    title: 'VAT number missing on {invoice}',
    text: 'Our accountant needs {invoice} ({amount}) with the company name and the VAT number.',
    ask: 'Which name and address should it carry, and what is the VAT number?',
    answer:
      'The corrected invoice is attached and the old one has been cancelled. The date stays in the same month.',
  }),
  en('refund-late', 'billing', 'high', ['billing', 'refund'], {
    title: 'Refund of {amount} still missing',
    text: 'I returned the goods on {date:-16}. The refund of {amount} was announced for last week and is not here.',
    ask: 'Could you tell me the last four digits of the card and whether it is still valid?',
    answer:
      'The return was scanned but never booked. I have booked it by hand and the money is with you by {date:+3}.',
  }),
  en('refund-old-card', 'billing', 'medium', ['billing', 'refund'], {
    title: 'Refund for {order} went to an old card',
    text: 'The shop says “refunded”, my bank says nothing. The card I paid with was replaced in the meantime. It is about {amount}.',
    ask: 'Some banks pass it on to the new card. Could you ask yours with the reference {invoice} before I send it a second time?',
    answer:
      'The bank sent it back to us, so I have sent it by transfer instead. Reference {invoice}, with you by {date:+3}.',
  }),
  en('ride-plus-renewed', 'billing', 'medium', ['billing', 'ride-plus', 'refund'], {
    title: 'Ride Plus renewed although I cancelled',
    text: 'I cancelled in the app on {date:-9} and was charged {amount} anyway. I am not amused.',
    ask: 'Did you get a confirmation by mail when you cancelled? The app sends one within a minute.',
    answer:
      'The cancellation was saved two minutes after the renewal. That is our problem and not yours: {amount} is on its way back and Ride Plus has ended.',
  }),
  en('ride-plus-yearly', 'billing', 'low', ['billing', 'ride-plus'], {
    title: 'Ride Plus: from monthly to yearly?',
    text: 'Can I change from monthly to yearly, and is what I have paid this month set off?',
    ask: 'Gladly. From today, or from the end of the running month? Both are possible.',
    answer: 'Changed from today; the rest of this month is credited. The next payment is due in a year.',
  }),
  en('ride-plus-cancel', 'billing', 'medium', ['billing', 'ride-plus'], {
    title: 'Cancel Ride Plus for {serial}',
    text: 'I have insurance elsewhere now and would like to cancel Ride Plus for {serial} at the next possible date.',
    ask: 'Would you like to keep the tracker? There is a smaller plan with the tracker alone.',
    answer: 'It ends on {date:+11}. Until then everything works as before; there will be no further charge.',
  }),
  en('card-declined', 'billing', 'high', ['billing'], {
    title: 'Payment for {order} declined',
    text: 'My card is refused at the last step, although it works everywhere else. The order is {order}, {amount}. Will I lose the discount?',
    ask: 'Does your bank show a request for confirmation in its own app at that moment? Many hide it under messages.',
    answer:
      'I have sent you a payment link which is valid for three days. The price is fixed and the bike is reserved until then.',
  }),
  en('bank-transfer', 'billing', 'low', ['billing'], {
    title: 'Paying {order} by bank transfer',
    text: 'I would like to pay {amount} by transfer. Where do I find the account number, and what goes into the reference?',
    ask: 'Is the transfer from an account inside or outside the euro area? The details differ.',
    answer:
      'The details are attached. Please put {order} alone into the reference; we ship on the day after it arrives.',
  }),
  en('deposit-return', 'billing', 'medium', ['billing', 'refund'], {
    title: 'Deposit for the loan bike not returned',
    text: 'I gave the loan bike back on {date:-7}, clean and in one piece. The deposit of {amount} is still blocked on my card.',
    ask: 'At which workshop did you hand it in, and did you get a slip with a number?',
    answer: 'The workshop had not closed the loan. It has now, and the block will be gone by {date:+2}.',
  }),
];
