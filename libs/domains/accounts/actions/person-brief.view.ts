import { type Role, ROLES } from '@desk/contracts';
import { Bool, OneOf, Text, Uuid } from '@desk/platform/http';

import { PersonBrief } from '../model/person-brief';
import { type AvatarOf } from './avatars';

/** A person as answers of every domain carry them. */
export class PersonBriefView {
  @Uuid()
  id!: string;

  @Text({ max: 301 })
  name!: string;

  @Text({ max: 254 })
  email!: string;

  @Text({ max: 4 })
  initials!: string;

  @OneOf(ROLES, { name: 'Role' })
  role!: Role;

  @Text({
    max: 500,
    nullable: true,
    description: 'Address of the picture, signed for whoever asked, for minutes; or null.',
  })
  avatar!: string | null;

  @Bool()
  is_active!: boolean;

  @Text({ max: 100, min: 0 })
  department!: string;
}

export function toPersonBrief(person: PersonBrief, avatarOf: AvatarOf): PersonBriefView {
  const { id, full_name: name, email, initials, role, is_active, department } = person;
  return { id, name, email, initials, role, avatar: avatarOf(person), is_active, department };
}
