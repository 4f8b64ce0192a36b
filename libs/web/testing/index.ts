export * from './people';
export * from './strings';
