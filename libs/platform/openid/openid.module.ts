import { Module } from '@nestjs/common';

import { OpenIdProviders } from './openid-providers';

@Module({ providers: [OpenIdProviders], exports: [OpenIdProviders] })
export class OpenIdModule {}
