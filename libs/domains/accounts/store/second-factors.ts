import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';

import { STAFF_ROLES, StaffRole } from '@desk/contracts';
import { Database } from '@desk/platform/database';

import { FactorRole } from '../model/factor-role';
import { RecoveryCode } from '../model/recovery-code';
import { SecondFactor } from '../model/second-factor';

@Injectable()
export class SecondFactors {
  constructor(private readonly database: Database) {}

  of(userId: string): Promise<SecondFactor | null> {
    return this.database.read().findOneBy(SecondFactor, { user_id: userId });
  }

  /** As `of`, for who is judged by it: of two codes at once the second waits for the first. */
  hold(userId: string): Promise<SecondFactor | null> {
    return this.database.hold(SecondFactor, { user_id: userId });
  }

  /** In the place of one that was begun and not confirmed. */
  async begin(factor: SecondFactor): Promise<void> {
    await this.remove(factor.user_id);
    await this.database.write().insert(SecondFactor, factor);
  }

  async save(factor: SecondFactor): Promise<void> {
    await this.database.write().update(SecondFactor, { user_id: factor.user_id }, factor);
  }

  async remove(userId: string): Promise<void> {
    await this.database.write().delete(SecondFactor, { user_id: userId });
    await this.database.write().delete(RecoveryCode, { user_id: userId });
  }

  async replaceCodes(userId: string, hashes: readonly string[], now: Date): Promise<void> {
    await this.database.write().delete(RecoveryCode, { user_id: userId });
    const rows = hashes.map((code_hash) => ({ user_id: userId, code_hash, created_at: now, used_at: null }));
    await this.database.write().insert(RecoveryCode, rows);
  }

  /** False when it is none of theirs, or was used before. */
  async useCode(userId: string, hash: string, now: Date): Promise<boolean> {
    const result = await this.database
      .write()
      .update(RecoveryCode, { user_id: userId, code_hash: hash, used_at: IsNull() }, { used_at: now });
    return result.affected === 1;
  }

  codesLeft(userId: string): Promise<number> {
    return this.database.read().countBy(RecoveryCode, { user_id: userId, used_at: IsNull() });
  }

  /** The roles that must have one, strongest first. */
  async roles(): Promise<StaffRole[]> {
    const rows = await this.database.read().find(FactorRole);
    return STAFF_ROLES.filter((role) => rows.some((row) => row.role === role));
  }

  async replaceRoles(roles: readonly StaffRole[], now: Date): Promise<void> {
    await this.database.write().delete(FactorRole, { role: In([...STAFF_ROLES]) });
    if (roles.length > 0) {
      await this.database.write().insert(
        FactorRole,
        roles.map((role) => ({ role, created_at: now })),
      );
    }
  }
}
