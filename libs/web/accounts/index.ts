export * from './profile/profile-page';
export * from './sign-in/new-password';
export * from './sign-in/sign-in-form';
export * from './strings';
