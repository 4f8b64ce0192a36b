export * from './fake-realtime';
export * from './fake-server';
export * from './people';
export * from './provide-test-desk';
export * from './strings';
export * from './tickets';
