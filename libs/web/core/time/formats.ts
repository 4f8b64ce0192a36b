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

  /** “Ada, Ben and Carla” */
  list(words: readonly string[]): string {
    return new Intl.ListFormat(this.locale(), { type: 'conjunction' }).format(words);
  }

  /** “5 bytes”, “1.2 MB”: the short form of a byte has no plural. */
  fileSize(bytes: number): string {
    if (bytes < 1000) return this.measure(bytes, 'byte', 'long');
    return bytes < 1e6 ? this.measure(bytes / 1e3, 'kilobyte') : this.measure(bytes / 1e6, 'megabyte');
  }

  /** “1 second”, “15 minutes”: how long somebody has to wait, never too short. */
  wait(seconds: number): string {
    const minutes = Math.ceil(seconds / 60);
    return seconds < 60 ? this.measure(seconds, 'second', 'long') : this.measure(minutes, 'minute', 'long');
  }

  private measure(value: number, unit: string, unitDisplay: 'short' | 'long' = 'short'): string {
    const options = { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(this.locale(), options).format(value);
  }

  private dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(this.locale(), { ...options, timeZone: this.timeZone() });
  }
}

function toMs(instant: Instant): number {
  return instant instanceof Date ? instant.getTime() : new Date(instant).getTime();
}
