import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Brand, FORM_FIELD_LOOK, ThemeSwitch } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';

/** The frame of the pages in front of the console: a form (content) on the left, a quiet picture on the right. */
@Component({
  selector: 'desk-entrance',
  imports: [Brand, ThemeSwitch, TranslocoPipe],
  providers: [FORM_FIELD_LOOK],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './entrance.html',
  styleUrl: './entrance.scss',
})
export class Entrance {
  readonly heading = input.required<string>();
  readonly text = input.required<string>();
}
