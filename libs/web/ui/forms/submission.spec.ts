import { signal } from '@angular/core';
import { FormControl, FormGroup, Validators } from '@angular/forms';
import { Problem, type UploadList } from '@desk/web/core';
import { Submission } from './submission';

const title = () => new FormControl('', { nonNullable: true, validators: [Validators.required] });

function formOf(text: string) {
  const form = new FormGroup({ title: title() });
  form.setValue({ title: text });
  return form;
}

describe('Submission', () => {
  it('sends nothing of a form that is not whole, and shows what is missing', async () => {
    const form = formOf('');
    const send = jest.fn(() => Promise.resolve());
    await new Submission(form).run(send);
    expect(send).not.toHaveBeenCalled();
    expect(form.controls.title.touched).toBe(true);
  });

  it('sends once at a time', async () => {
    const submission = new Submission(formOf('Help'));
    let answer = () => {};
    const send = jest.fn(() => new Promise<void>((resolve) => (answer = resolve)));
    const first = submission.run(send);
    expect(submission.isBusy()).toBe(true);
    await submission.run(send);
    answer();
    await first;
    expect(send).toHaveBeenCalledTimes(1);
    expect(submission.isBusy()).toBe(false);
  });

  it('waits for files, and sends none without those that failed', async () => {
    const isBusy = signal(true);
    const hasFailed = signal(false);
    const submission = new Submission(formOf('Help'), { isBusy, hasFailed } as unknown as UploadList);
    const send = jest.fn(() => Promise.resolve());
    await submission.run(send);
    isBusy.set(false);
    hasFailed.set(true);
    await submission.run(send);
    expect(send).not.toHaveBeenCalled();
    hasFailed.set(false);
    await submission.run(send);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('says why it was refused until it is sent again', async () => {
    const submission = new Submission(formOf('Help'));
    await submission.run(() => Promise.reject(new Error('no network')));
    expect(submission.problem()).toBeInstanceOf(Problem);
    expect(submission.isBusy()).toBe(false);
    await submission.run(() => Promise.resolve());
    expect(submission.problem()).toBeNull();
  });
});
