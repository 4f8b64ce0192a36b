export { SecurityPage as Security } from '@desk/web/accounts';
