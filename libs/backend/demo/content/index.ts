export { CATEGORIES } from './categories';
export { COMPANY } from './company';
export { CUSTOMERS, DEMO_LOGINS, STAFF } from './people';
export { planTickets } from './plan';
export { POLICIES } from './policies';
export { RULES } from './rules';
export { TAGS } from './tags';
export type * from './types';
