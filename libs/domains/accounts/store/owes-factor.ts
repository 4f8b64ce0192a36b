/** Beside `jrd_users u`: what says whether a person owes a second factor, by two primary keys. */
export const WITH_FACTOR = `
  LEFT JOIN jrd_factor_roles fr ON fr.role = u.role
  LEFT JOIN jrd_second_factors sf ON sf.user_id = u.id AND sf.confirmed_at IS NOT NULL`;

export const OWES_FACTOR = 'CASE WHEN fr.role IS NOT NULL AND sf.user_id IS NULL THEN 1 ELSE 0 END';
