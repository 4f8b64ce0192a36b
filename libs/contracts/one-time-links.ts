/** Stands at the end of a one-time link whose token whoever reads it is not shown. */
export const HIDDEN_TOKEN = 'only-its-recipient-has-this';
