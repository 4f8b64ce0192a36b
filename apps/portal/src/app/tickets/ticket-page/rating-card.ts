import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  Injector,
  type OnInit,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { type TicketDetailView } from '@desk/web/api-client';
import { Drafts } from '@desk/web/core';
import { Busy, FieldError, FormProblem, RatingStars, Submission } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { TicketStore } from './ticket-store';

const STARS = [1, 2, 3, 4, 5];

/** How good was our help: asked once a request is solved, and open to a second thought. */
@Component({
  selector: 'desk-rating-card',
  imports: [
    Busy,
    FieldError,
    FormProblem,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    RatingStars,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  templateUrl: './rating-card.html',
  styleUrl: './rating-card.scss',
})
export class RatingCard implements OnInit {
  private readonly store = inject(TicketStore);
  private readonly drafts = inject(Drafts);
  private readonly owner = inject(DestroyRef);
  private readonly injector = inject(Injector);
  private readonly transloco = inject(TranslocoService);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  readonly ticket = input.required<TicketDetailView>();

  protected readonly words = STARS.map((stars) => this.wordFor(stars));
  protected readonly form = inject(NonNullableFormBuilder).group({
    rating: [0, Validators.min(1)],
    feedback: ['', Validators.maxLength(5000)],
  });
  protected readonly isChanging = signal(false);
  protected readonly submission = new Submission(this.form);
  protected readonly asks = computed(() => this.isChanging() || this.ticket().csat_rating === null);
  protected readonly given = computed(() => {
    const rating = this.ticket().csat_rating ?? 0;
    return { rating, word: this.wordFor(rating) };
  });

  ngOnInit(): void {
    this.fill();
    const isUnsent = this.drafts.keep(this.draft(), this.form, this.owner);
    this.isChanging.set(isUnsent && this.ticket().csat_rating !== null);
  }

  focus(): void {
    this.heading().nativeElement.scrollIntoView({ block: 'center' });
    this.heading().nativeElement.focus();
  }

  protected change(): void {
    this.fill();
    this.isChanging.set(true);
    this.focusWhenDrawn();
  }

  protected cancel(): void {
    this.isChanging.set(false);
    this.submission.forget();
    this.fill();
    this.drafts.clear(this.draft());
    this.focusWhenDrawn();
  }

  protected send(): Promise<void> {
    return this.submission.run(async () => {
      const { rating, feedback } = this.form.getRawValue();
      await this.store.rate({ rating, feedback: feedback.trim() });
      this.drafts.clear(this.draft());
      this.isChanging.set(false);
      this.focusWhenDrawn();
    });
  }

  private fill(): void {
    const { csat_rating, csat_feedback } = this.ticket();
    this.form.reset({ rating: csat_rating ?? 0, feedback: csat_feedback ?? '' }, { emitEvent: false });
  }

  /** What had the focus is gone from the page; the heading says what came in its place. */
  private focusWhenDrawn(): void {
    afterNextRender(() => this.heading().nativeElement.focus(), { injector: this.injector });
  }

  private wordFor(stars: number): string {
    return this.transloco.translate('tickets.rated.' + String(stars));
  }

  private draft(): string {
    return `ticket/${this.ticket().id}/rating`;
  }
}
