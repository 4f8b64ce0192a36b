import { press, type View } from './view';

/** What people see who come by a provider, or back from one. */
export const PROVIDER_VIEWS: View[] = [
  {
    route: 'portal/accounts/complete-profile',
    who: 'signed up',
    shows: 'One last step',
    doing: 'refused',
    act: press('Save and go on'),
  },
  {
    route: 'portal/accounts/complete-profile',
    who: 'signed up',
    path: 'tickets',
    shows: 'One last step',
    doing: 'who wanted another page',
  },
  {
    route: 'portal/accounts/login',
    who: 'guest',
    path: 'accounts/login?problem=address_unverified',
    shows: 'Continue with Velumera ID',
    doing: 'back without a session',
    act: (page) => page.getByRole('alert').getByText('has not verified your address').waitFor(),
  },
  {
    route: 'console/accounts/login',
    who: 'guest',
    path: 'console/accounts/login?problem=otp_required',
    shows: 'Continue with Velumera ID',
    doing: 'back without a code',
    act: (page) => page.getByRole('alert').getByText('Sign in with your password and your code').waitFor(),
  },
  {
    route: 'portal/accounts/profile',
    who: 'customer',
    path: 'accounts/profile?problem=address_unproven',
    shows: 'Linked accounts',
    doing: 'back without a link',
    act: (page) => page.getByRole('alert').getByText('Confirm your email address').waitFor(),
  },
];
