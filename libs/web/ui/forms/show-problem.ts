import { type FormGroup } from '@angular/forms';
import { Problem } from '@desk/web/core';

/**
 * Puts the server's field errors onto the controls of the same names (a dot leads into nested groups). Returns the problem
 * when something is left that no field can show, for desk-form-problem; else null.
 */
export function showProblem(form: FormGroup, thrown: unknown): Problem | null {
  const problem = Problem.from(thrown);
  let isShown = problem.errors.length > 0;
  for (const error of problem.errors) {
    const control = form.get(error.field);
    if (control) {
      control.setErrors({ ...control.errors, server: error.message });
      control.markAsTouched();
    } else {
      isShown = false;
    }
  }
  return isShown ? null : problem;
}
