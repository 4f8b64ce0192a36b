import { createTestDesk, type TestDesk } from '../support/test-desk';
import { TestSocket } from '../support/test-socket';

let desk: TestDesk;

beforeAll(async () => {
  desk = await createTestDesk({ env: { JWT_ACCESS_TTL: '2s' } });
});

afterAll(() => desk.close());

it('ends a connection with its token', async () => {
  const token = await desk.signIn((await desk.createUser('agent')).email);
  const socket = await TestSocket.connect(desk, { token });
  expect(await socket.untilDisconnected()).toBe('io server disconnect');
  await expect(TestSocket.connect(desk, { token })).rejects.toThrow('Sign in to connect');
});
