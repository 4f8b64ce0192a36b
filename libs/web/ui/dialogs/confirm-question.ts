/** Texts come translated. Only for what cannot be undone: where Undo works, act at once and offer it. */
export interface ConfirmQuestion {
  heading: string;
  text: string;
  /** The verb on the button: “Delete ticket”, never “OK”. */
  action: string;
  isDestructive?: boolean;
}
