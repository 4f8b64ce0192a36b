import { Injectable } from '@nestjs/common';

import { notFound } from '@desk/platform/errors';
import { Actor, PersonActor, SignedLinks } from '@desk/platform/security';
import { Upload, Uploads } from '@desk/platform/storage';

import { PersonBrief } from '../model/person-brief';
import { maySeeAvatar } from '../model/user-access';
import { People } from '../store/people';

/** The address of a person's picture, or null. */
export type AvatarOf = (person: PersonBrief) => string | null;

/** People's pictures, for whoever may see them. */
@Injectable()
export class Avatars {
  constructor(
    private readonly links: SignedLinks,
    private readonly people: People,
    private readonly uploads: Uploads,
  ) {}

  /** Nobody is asked and nothing is read: who shows a person has their brief. */
  shownTo(viewer: PersonActor): AvatarOf {
    return (person) =>
      person.avatar !== null && maySeeAvatar(viewer, person)
        ? this.links.steady(viewer, pathOf(person.id), person.avatar)
        : null;
  }

  /** For whoever has signed in this moment, and sees themselves. */
  shownToOwner({ userId, sessionId }: { userId: string; sessionId: string }): AvatarOf {
    return ({ id, avatar }) =>
      avatar !== null && id === userId ? this.links.steady({ id, sessionId }, pathOf(id), avatar) : null;
  }

  /**
   * @param version of the address that is asked for; null for whatever there is.
   * @throws 404 where there is none, it is another by now, or this person may not see it.
   */
  async find(actor: Actor, personId: string, version: string | null): Promise<Upload> {
    const [person] = await this.people.byIds([personId]);
    const avatar = person !== undefined && maySeeAvatar(actor, person) ? person.avatar : null;
    if (avatar === null || (version !== null && version !== avatar)) throw notFound('avatar');
    const upload = await this.uploads.find(avatar);
    if (upload === null) throw notFound('avatar');
    return upload;
  }
}

function pathOf(personId: string): string {
  return `accounts/users/${personId}/avatar`;
}
