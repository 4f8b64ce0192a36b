import { DOCUMENT, Directive, ElementRef, afterNextRender, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';
import { isWayBack } from '@desk/web/core';
import { LastPlace } from './last-place';

/**
 * Around rows with a link each: where somebody is among them. Another filter or page begins at the top; the way back from
 * what a row led to ends at this row, or at the one that took its place.
 */
@Directive({ selector: '[deskListPlace]' })
export class ListPlace {
  private readonly last = inject(LastPlace);
  private readonly document = inject(DOCUMENT);
  private readonly box = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    const router = inject(Router);
    // There are rows from now on, not before.
    if (isWayBack(router.lastSuccessfulNavigation())) afterNextRender(() => this.comeBack());
    router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationStart) this.leaveFor(event.url);
      else if (event instanceof NavigationEnd) this.scrollTo([]);
    });
  }

  /** Moves the focus along the links; Enter opens, as on every link. */
  step(by: 1 | -1): void {
    const links = this.links();
    const at = this.at();
    const next = at < 0 ? (by === 1 ? 0 : links.length - 1) : at + by;
    links[next]?.focus();
  }

  /** The row that has the focus; negative when none has. */
  at(): number {
    const here = this.document.activeElement;
    return this.links().findIndex((link) => (link.closest('tr, li') ?? link).contains(here));
  }

  private leaveFor(address: string): void {
    const row = this.links().findIndex((link) => leadsTo(link, address));
    this.last.place = { address, row, scrolled: this.scrollers().map(({ scrollTop }) => scrollTop) };
  }

  private comeBack(): void {
    const { place } = this.last;
    if (place === null) return;
    this.last.place = null;
    this.scrollTo(place.scrolled);
    const links = this.links();
    const link = links.find((link) => leadsTo(link, place.address)) ?? links[place.row];
    // Nobody is drawn away from where they have gone meanwhile.
    if (this.document.activeElement === this.document.body) link?.focus();
  }

  private scrollTo(tops: readonly number[]): void {
    this.scrollers().forEach((scroller, position) => (scroller.scrollTop = tops[position] ?? 0));
  }

  /** The rows themselves, what is between the bars of the application, or the window: it depends on the screen. */
  private scrollers(): Element[] {
    const scrollers = [this.box, this.box.closest('main'), this.document.scrollingElement];
    return scrollers.flatMap((scroller) => scroller ?? []);
  }

  private links(): HTMLElement[] {
    return [...this.box.querySelectorAll<HTMLElement>('a')];
  }
}

function leadsTo(link: HTMLElement, address: string): boolean {
  return link.getAttribute('href')?.endsWith(address) === true;
}
