export type { ProvenIdentity } from './claims';
export { OpenIdModule } from './openid.module';
export { type FlowSecrets, OpenIdProviders } from './openid-providers';
export { ProviderFailure, type ProviderFailureCode } from './provider-failure';
