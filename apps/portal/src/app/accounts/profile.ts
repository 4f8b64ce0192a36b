export { ProfilePage as Profile } from '@desk/web/accounts';
