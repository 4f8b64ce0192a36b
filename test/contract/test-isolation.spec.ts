import OneRealmEnvironment from '../../scripts/jest/one-realm-environment.cjs';

const realm = globalThis as Record<string, unknown>;

it('takes back what a test file leaves behind in the process that the next one runs in', async () => {
  const { setTimeout: timer } = realm;
  const { exit } = process;
  const path = process.env['PATH'];
  const environment = new OneRealmEnvironment({ projectConfig: { fakeTimers: {} } });

  realm['left'] = true;
  realm['setTimeout'] = () => undefined;
  process.exit = () => {
    throw new Error('nobody leaves');
  };
  process.env['LEFT'] = 'yes';
  delete process.env['PATH'];
  await environment.teardown();

  expect(realm).not.toHaveProperty('left');
  expect(realm['setTimeout']).toBe(timer);
  expect(process.exit).toBe(exit);
  expect(process.env).not.toHaveProperty('LEFT');
  expect(process.env['PATH']).toBe(path);
});
