/** What the server asks of a new password; it decides, this only tells sooner. */
export const MIN_PASSWORD_LENGTH = 10;
