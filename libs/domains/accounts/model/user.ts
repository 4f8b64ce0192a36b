import { Entity, Index } from 'typeorm';
import { uuidv7 } from 'uuidv7';

import { isStaff, type Role } from '@desk/contracts';
import {
  BoolColumn,
  InstantColumn,
  LongColumn,
  TextColumn,
  UuidPrimaryColumn,
} from '@desk/platform/database';

import { emailKey, searchKey } from './folding';
import { fullName, initials, PersonBrief } from './person-brief';

export const NAME_MAX = 150;
const NAME_KEY_MAX = 320;

/** What a new person is made of; the rest has its beginning value. */
export interface NewUser {
  email: string;
  first_name: string;
  last_name: string;
  role: Role;
  password_hash: string | null;
  phone?: string;
  address?: string;
  department?: string;
  job_title?: string;
  timezone_pref: string;
  /** True where the address is known to be this person's without a mail, as in a demo. */
  email_verified?: boolean;
  /** False for whom a provider has signed up: nobody has asked them yet. */
  is_profile_completed?: boolean;
}

/** What people may say about themselves. */
export interface Profile {
  first_name: string;
  last_name: string;
  phone: string;
  address: string;
  department: string;
  job_title: string;
  timezone_pref: string;
  email_notifications: boolean;
  dark_mode: boolean;
  keyboard_shortcuts: boolean;
}

@Entity('jrd_users')
@Index('ux_jrd_users_email_key', ['email_key'], { unique: true })
@Index('ix_jrd_users_role_is_active', ['role', 'is_active'])
@Index('ix_jrd_users_name_key', ['name_key', 'id'])
@Index('ix_jrd_users_date_joined', ['date_joined', 'id'])
@Index('ix_jrd_users_invited_at', ['invited_at', 'id'])
export class User {
  @UuidPrimaryColumn()
  id!: string;

  /** As typed by its owner; `email_key` says whether two are the same. */
  @TextColumn(254)
  email!: string;

  @TextColumn(254)
  email_key!: string;

  @TextColumn(NAME_MAX)
  first_name!: string;

  @TextColumn(NAME_MAX)
  last_name!: string;

  /** What lists are sorted and searched by. */
  @TextColumn(NAME_KEY_MAX)
  name_key!: string;

  /** Null: this person cannot sign in with a password. */
  @TextColumn(255, { nullable: true })
  password_hash!: string | null;

  @TextColumn(20)
  phone!: string;

  @LongColumn()
  address!: string;

  @TextColumn(255, { nullable: true })
  avatar!: string | null;

  @TextColumn(20)
  role!: Role;

  @TextColumn(100)
  department!: string;

  @TextColumn(100)
  job_title!: string;

  @BoolColumn()
  is_active!: boolean;

  /** Follows the role; kept as a column because the specification's clients filter by it. */
  @BoolColumn()
  is_staff!: boolean;

  @BoolColumn()
  is_online!: boolean;

  @BoolColumn()
  is_profile_completed!: boolean;

  @TextColumn(50)
  timezone_pref!: string;

  @BoolColumn()
  email_notifications!: boolean;

  @BoolColumn()
  dark_mode!: boolean;

  /** Single keys as commands in the pages; some voices and hands set them off unasked. */
  @BoolColumn()
  keyboard_shortcuts!: boolean;

  @InstantColumn()
  date_joined!: Date;

  @InstantColumn({ nullable: true })
  last_login!: Date | null;

  /** When its owner proved that mail to the address reaches them; null while nobody has. */
  @InstantColumn({ nullable: true })
  email_verified_at!: Date | null;

  /** Set while an invitation is open: the person becomes active by accepting it. */
  @InstantColumn({ nullable: true })
  invited_at!: Date | null;

  /** Failed sign-ins from before it do not count any more. */
  @InstantColumn({ nullable: true })
  password_reset_at!: Date | null;

  @InstantColumn()
  updated_at!: Date;

  static create(person: NewUser, now: Date): User {
    const user = Object.assign(new User(), {
      id: uuidv7(),
      first_name: person.first_name,
      last_name: person.last_name,
      password_hash: person.password_hash,
      phone: person.phone ?? '',
      address: person.address ?? '',
      avatar: null,
      department: person.department ?? '',
      job_title: person.job_title ?? '',
      is_active: true,
      is_online: false,
      is_profile_completed: person.is_profile_completed ?? true,
      timezone_pref: person.timezone_pref,
      email_notifications: true,
      dark_mode: false,
      keyboard_shortcuts: true,
      date_joined: now,
      last_login: null,
      email_verified_at: person.email_verified === true ? now : null,
      invited_at: null,
      password_reset_at: null,
      updated_at: now,
    });
    user.moveTo(person.email);
    user.become(person.role);
    user.refold();
    return user;
  }

  get full_name(): string {
    return fullName(this.first_name, this.last_name, this.email);
  }

  get initials(): string {
    return initials(this.first_name, this.last_name, this.email);
  }

  change(profile: Partial<Profile>, now: Date): void {
    Object.assign(this, profile, { updated_at: now });
    this.refold();
  }

  resetPassword(passwordHash: string, now: Date): void {
    Object.assign(this, { password_hash: passwordHash, password_reset_at: now, updated_at: now });
  }

  /** Inactive until they accept. */
  invite(now: Date): void {
    Object.assign(this, { is_active: false, invited_at: now, updated_at: now });
  }

  uninvite(now: Date): void {
    Object.assign(this, { invited_at: null, updated_at: now });
  }

  /** The mail reached them, so their address is proven too. */
  accept(passwordHash: string, names: Partial<Pick<Profile, 'first_name' | 'last_name'>>, now: Date): void {
    this.change(names, now);
    Object.assign(this, {
      is_active: true,
      invited_at: null,
      password_hash: passwordHash,
      email_verified_at: now,
    });
  }

  /** Was invited, and that was withdrawn: nobody has ever been this person. */
  get neverCame(): boolean {
    const { is_active, invited_at, password_hash, last_login } = this;
    return !is_active && invited_at === null && password_hash === null && last_login === null;
  }

  moveTo(email: string): void {
    this.email = email.trim();
    this.email_key = emailKey(email);
  }

  become(role: Role): void {
    this.role = role;
    this.is_staff = isStaff(role);
  }

  isLike(email: string): boolean {
    return this.email_key === emailKey(email);
  }

  toBrief(): PersonBrief {
    const { id, email, first_name, last_name, full_name, initials, role, avatar, is_active, department } =
      this;
    return { id, email, first_name, last_name, full_name, initials, role, avatar, is_active, department };
  }

  private refold(): void {
    this.name_key = searchKey(`${this.first_name} ${this.last_name}`).slice(0, NAME_KEY_MAX);
  }
}
