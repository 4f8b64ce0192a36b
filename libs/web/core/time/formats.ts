import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { Session } from '../session/session';
import { relativeParts } from './relative-parts';
import { browserTimeZone, isTimeZone } from './time-zones';

export type Instant = string | number | Date;

/** Dates, times and numbers as the person reads them: in their language, region and time zone. */
@Injectable({ providedIn: 'root' })
export class Formats {
  private readonly session = inject(Session);
  private readonly transloco = inject(TranslocoService);
  private readonly language = toSignal(this.transloco.langChanges$, {
    initialValue: this.transloco.getActiveLang(),
  });

  /** The browser's own region of the chosen language (`en-GB`), else the language itself. */
  readonly locale = computed(
    () => navigator.languages.find((tag) => tag.split('-')[0] === this.language()) ?? this.language(),
  );
  readonly timeZone = computed(() => {
    const chosen = this.session.user()?.timezone_pref;
    return chosen && isTimeZone(chosen) ? chosen : browserTimeZone();
  });

  private readonly relativeFormat = computed(
    () => new Intl.RelativeTimeFormat(this.locale(), { numeric: 'auto', style: 'long' }),
  );
  private readonly instantFormat = computed(() => this.dateFormat({ dateStyle: 'full', timeStyle: 'short' }));
  private readonly shortFormat = computed(() => this.dateFormat({ dateStyle: 'medium', timeStyle: 'short' }));
  private readonly dayFormat = computed(() => this.dateFormat({ dateStyle: 'medium' }));
  private readonly numberFormat = computed(() => new Intl.NumberFormat(this.locale()));

  /** “5 minutes ago”, “in 2 hours”; past a month the day. */
  relative(instant: Instant, now: number): string {
    const parts = relativeParts(toMs(instant) - now);
    return parts ? this.relativeFormat().format(parts.value, parts.unit) : this.day(instant);
  }

  /** With weekday and zone, for a tooltip. */
  absolute(instant: Instant): string {
    return `${this.instantFormat().format(toMs(instant))} (${this.timeZone()})`;
  }

  dateAndTime(instant: Instant): string {
    return this.shortFormat().format(toMs(instant));
  }

  day(instant: Instant): string {
    return this.dayFormat().format(toMs(instant));
  }

  number(value: number): string {
    return this.numberFormat().format(value);
  }

  fileSize(bytes: number): string {
    const [unit, size] =
      bytes < 1000 ? ['byte', bytes] : bytes < 1e6 ? ['kilobyte', bytes / 1e3] : ['megabyte', bytes / 1e6];
    const format = {
      style: 'unit',
      unit: unit,
      unitDisplay: 'short',
      maximumFractionDigits: 1,
    } as const;
    return new Intl.NumberFormat(this.locale(), format).format(size);
  }

  private dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(this.locale(), { ...options, timeZone: this.timeZone() });
  }
}

function toMs(instant: Instant): number {
  return instant instanceof Date ? instant.getTime() : new Date(instant).getTime();
}
