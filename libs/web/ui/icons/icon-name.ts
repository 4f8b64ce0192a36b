import type { ICON_PATHS } from './icons';

/** A name that the build knows; add others to icon-names.json. */
export type IconName = keyof typeof ICON_PATHS;
