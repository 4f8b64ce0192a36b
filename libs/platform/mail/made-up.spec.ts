import { isMadeUp } from './made-up';

it.each([
  ['ada@customer.example', true],
  ['ada@CUSTOMER.EXAMPLE', true],
  ['nobody@desk.invalid', true],
  ['ada@example', true],
  ['ada@example.com', false],
  ['ada.example@company.org', false],
])('%s is made up: %s', (address, isSo) => {
  expect(isMadeUp(address)).toBe(isSo);
});
