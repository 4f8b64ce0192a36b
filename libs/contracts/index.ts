export * from './automation';
export * from './notifications';
export * from './permissions';
export * from './roles';
export * from './sla';
export * from './socket-events';
export * from './tickets';
export * from './token-scopes';
