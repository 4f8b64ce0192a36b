import { complianceOf } from './compliance';

it('rates what is decided', () => {
  const { response, resolution } = complianceOf([
    { kind: 'response', met: 1, clocks: 2 },
    { kind: 'response', met: 0, clocks: 1 },
    { kind: 'response', met: null, clocks: 4 },
    { kind: 'resolution', met: null, clocks: 7 },
  ]);
  expect(response).toEqual({ total: 7, met: 2, breached: 1, open: 4, rate: 66.7 });
  expect(resolution).toEqual({ total: 7, met: 0, breached: 0, open: 7, rate: null });
});
