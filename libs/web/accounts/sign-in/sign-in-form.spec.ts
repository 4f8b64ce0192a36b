import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatIconTestingModule } from '@angular/material/icon/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { Problem, Session } from '@desk/web/core';
import { ANNA, provideTestStrings } from '@desk/web/testing';
import { SignInForm } from './sign-in-form';

function refusal(status: number, code: string, errors: Problem['errors'] = []): Problem {
  return new Problem(status, '', 'Not like this', code, null, errors, status === 429 ? 30 : null, {});
}

describe('desk-sign-in-form', () => {
  const signIn = jest.fn();
  let loader: HarnessLoader;
  let text: () => string;
  const welcomed: string[] = [];

  beforeEach(() => {
    signIn.mockReset();
    welcomed.length = 0;
    TestBed.configureTestingModule({
      imports: [SignInForm, MatIconTestingModule],
      providers: [provideTestStrings(), { provide: Session, useValue: { signIn } }],
    });
    const fixture = TestBed.createComponent(SignInForm);
    fixture.componentInstance.signedIn.subscribe((user) => welcomed.push(user.full_name));
    loader = TestbedHarnessEnvironment.loader(fixture);
    text = () => (fixture.nativeElement as HTMLElement).textContent;
  });

  async function fill(email: string, password: string): Promise<void> {
    await (await loader.getHarness(MatInputHarness.with({ selector: '#sign-in-email' }))).setValue(email);
    await (
      await loader.getHarness(MatInputHarness.with({ selector: '#sign-in-password' }))
    ).setValue(password);
  }

  async function submit(): Promise<void> {
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Sign in' }))).click();
  }

  async function errorsOf(position: number): Promise<string[]> {
    const fields = await loader.getAllHarnesses(MatFormFieldHarness);
    return fields[position]!.getTextErrors();
  }

  it('asks for what is missing and sends nothing', async () => {
    await fill('anna', '');
    await submit();
    expect(await errorsOf(0)).toEqual(['Enter an address such as name@example.com.']);
    expect(await errorsOf(1)).toEqual(['Please fill this in.']);
    expect(signIn).not.toHaveBeenCalled();
  });

  it('signs in', async () => {
    signIn.mockResolvedValue(ANNA);
    await fill(ANNA.email, 'a good secret');
    await submit();
    expect(signIn).toHaveBeenCalledWith({ email: ANNA.email, password: 'a good secret' });
    expect(welcomed).toEqual(['Anna Berg']);
  });

  it('does not tell which of the two was wrong', async () => {
    signIn.mockRejectedValue(refusal(401, 'invalid_credentials'));
    await fill(ANNA.email, 'a bad secret');
    await submit();
    expect(text()).toContain('This email and password do not belong together.');
  });

  it('says how long to wait', async () => {
    signIn.mockRejectedValue(refusal(429, 'held'));
    await fill(ANNA.email, 'a bad secret');
    await submit();
    expect(text()).toContain('Please try again in 30 seconds.');
  });

  it('puts the server’s words beside the field they are about', async () => {
    signIn.mockRejectedValue(
      refusal(400, 'invalid', [{ field: 'email', code: 'email', message: 'No such domain' }]),
    );
    await fill(ANNA.email, 'a good secret');
    await submit();
    expect(await errorsOf(0)).toEqual(['No such domain']);
  });

  it('asks for the second factor when the account has one', async () => {
    signIn.mockRejectedValueOnce(refusal(401, 'otp_required')).mockResolvedValueOnce(ANNA);
    await fill(ANNA.email, 'a good secret');
    await submit();
    await (await loader.getHarness(MatInputHarness.with({ selector: '#sign-in-otp' }))).setValue('123456');
    await submit();
    expect(signIn).toHaveBeenLastCalledWith({ email: ANNA.email, password: 'a good secret', otp: '123456' });
  });

  it('asks for no code any more once it is about another account', async () => {
    signIn.mockRejectedValueOnce(refusal(401, 'otp_required'));
    await fill(ANNA.email, 'a good secret');
    await submit();
    const otp = MatInputHarness.with({ selector: '#sign-in-otp' });
    await (await loader.getHarness(otp)).setValue('123456');
    signIn.mockRejectedValueOnce(refusal(401, 'otp_required')).mockResolvedValueOnce(ANNA);
    await fill('ben@example.com', 'a good secret');
    expect(await loader.hasHarness(otp)).toBe(false);
    await submit();
    expect(signIn).toHaveBeenLastCalledWith({ email: 'ben@example.com', password: 'a good secret' });
    expect(await (await loader.getHarness(otp)).getValue()).toBe('');
  });
});
