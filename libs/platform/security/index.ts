export * from './actor';
export { AccessGuard, type DeskRequest } from './access.guard';
export { CurrentActor, OptionalActor } from './actor.decorator';
export { Authenticator } from './authenticator';
export { BearerStrategy, bearerToken } from './bearer.strategy';
export {
  BeforeProfile,
  BySignedLink,
  CAN,
  Can,
  Public,
  PUBLIC,
  type TokenOnPublicRoute,
  WithoutFactor,
} from './can.decorator';
export { networkOf, plainIp } from './network';
export { notForTokens } from './token-rules';
export { type LinkOwner, SignedLinks } from './signed-links';
