import { type Role, ROLES } from '@desk/contracts';
import { AnyOf, BoolParam, ListPage, OneOf, PAGE_SIZE, PageQuery, Text, Uuid } from '@desk/platform/http';

import { USER_SORTS, UserSort } from '../store/user-list';

export const USER_ORDERINGS = orderings(Object.keys(USER_SORTS) as UserSort[]);

/** Each name of a sort, and each with the minus of the descending order. */
export function orderings<S extends string>(sorts: readonly S[]): Ordering<S>[] {
  return sorts.flatMap((sort): Ordering<S>[] => [sort, `-${sort}`]);
}

export type Ordering<S extends string> = S | `-${S}`;

export function toSort<S extends string>(ordering: Ordering<S>): { sort: S; descending: boolean } {
  const descending = ordering.startsWith('-');
  return { sort: (descending ? ordering.slice(1) : ordering) as S, descending };
}

export function toListPage(query: PageQuery): ListPage {
  return { page: query.page ?? 1, size: query.page_size ?? PAGE_SIZE, cursor: query.cursor };
}

export class AvatarQuery {
  @Uuid({ optional: true, description: 'Which of their pictures, as the address in answers has it.' })
  v?: string;

  @Text({ optional: true, max: 500, description: 'The signature, as the address in answers has it.' })
  t?: string;
}

export class AgentsQuery extends PageQuery {
  @Text({ optional: true, max: 200, min: 0, description: 'Part of a name or address.' })
  search?: string;
}

export class UsersQuery extends AgentsQuery {
  @AnyOf(ROLES)
  role?: Role[];

  @BoolParam()
  is_active?: boolean;

  @BoolParam()
  is_invited?: boolean;
  @BoolParam({ description: 'Whether a page of theirs is open now.' })
  is_online?: boolean;

  @Text({ optional: true, max: 254, description: 'Part of the address.' })
  email?: string;

  @Text({ optional: true, max: 100 })
  department?: string;

  @Text({ optional: true, max: 100 })
  job_title?: string;

  @OneOf(USER_ORDERINGS, { optional: true })
  ordering?: Ordering<UserSort>;
}
