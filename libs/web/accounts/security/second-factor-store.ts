import { Injectable, inject, signal } from '@angular/core';
import {
  Api,
  type ProvisionView,
  beginSecondFactor,
  confirmSecondFactor,
  getSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '@desk/web/api-client';
import { Session, loadable } from '@desk/web/core';

/** The second factor of a member of staff: whether it is on, and what is shown only while it is set up. */
@Injectable()
export class SecondFactorStore {
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  readonly state = loadable({
    params: () => (this.session.isStaff() ? 'mine' : undefined),
    load: () => this.api.invoke(getSecondFactor),
  });
  readonly provision = signal<ProvisionView | null>(null);
  readonly codes = signal<readonly string[] | null>(null);

  async begin(): Promise<void> {
    this.provision.set(await this.api.invoke(beginSecondFactor));
  }

  async confirm(otp: string): Promise<void> {
    const { recovery_codes } = await this.api.invoke(confirmSecondFactor, { body: { otp } });
    this.provision.set(null);
    this.codes.set(recovery_codes);
    this.state.reload();
  }

  async renew(): Promise<void> {
    this.codes.set((await this.api.invoke(renewRecoveryCodes)).recovery_codes);
    this.state.reload();
  }

  async remove(): Promise<void> {
    await this.api.invoke(removeSecondFactor);
    this.codes.set(null);
    this.state.reload();
  }
}
