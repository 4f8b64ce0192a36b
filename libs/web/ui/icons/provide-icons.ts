import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { MatIconRegistry } from '@angular/material/icon';
import { DomSanitizer } from '@angular/platform-browser';

/**
 * `<mat-icon svgIcon="inbox" />` for every name in icon-names.json. The shapes come as a lazy module beside the strings;
 * they hold no style and no script, and our own build wrote them, so they are trusted.
 */
export function provideIcons(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideAppInitializer(async () => {
      const registry = inject(MatIconRegistry);
      const sanitizer = inject(DomSanitizer);
      const { ICON_PATHS } = await import('./icons');
      for (const [name, path] of Object.entries(ICON_PATHS)) {
        const svg = `<svg viewBox="0 -960 960 960" fill="currentColor"><path d="${path}"/></svg>`;
        registry.addSvgIconLiteral(name, sanitizer.bypassSecurityTrustHtml(svg));
      }
    }),
  ]);
}
