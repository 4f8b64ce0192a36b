/** Who sets a built desk up, by the environment. */
export const ADMIN = { email: 'root@desk.example', password: 'plain-sailing-87' };

/** What a built process is told where a test says nothing else: on this machine, a free port, no limits. */
export const SETTINGS = {
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'warn',
  ADMIN_EMAIL: ADMIN.email,
  ADMIN_PASSWORD: ADMIN.password,
  THROTTLE_ANON: '0',
  THROTTLE_USER: '0',
  THROTTLE_LOGIN: '0',
  THROTTLE_SESSION: '0',
};
