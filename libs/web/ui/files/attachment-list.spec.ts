import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatIconTestingModule } from '@angular/material/icon/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { Formats } from '@desk/web/core';
import { provideTestStrings } from '@desk/web/testing';
import { AttachmentList, type StoredFile } from './attachment-list';

const PLAN: StoredFile = {
  id: 7,
  filename: 'plan.pdf',
  file_size: 2048,
  content_type: 'application/pdf',
  url: 'https://desk.example/files/7?t=signed',
};
const TEN_MINUTES_MS = 10 * 60_000;

describe('desk-attachment-list', () => {
  let fixture: ComponentFixture<AttachmentList>;
  let root: HarnessLoader;
  let server: HttpTestingController;
  const saved: { address: string; name: string }[] = [];

  beforeEach(() => {
    saved.length = 0;
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ address: this.href, name: this.download });
    });
    Object.assign(URL, { createObjectURL: () => 'blob:plan', revokeObjectURL: () => undefined });
    TestBed.configureTestingModule({
      imports: [AttachmentList, MatIconTestingModule],
      providers: [
        provideTestStrings(),
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: Formats, useValue: { fileSize: (bytes: number) => `${bytes} B` } },
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });

  afterEach(() => jest.restoreAllMocks());

  async function show(file: StoredFile): Promise<HTMLButtonElement> {
    fixture = TestBed.createComponent(AttachmentList);
    fixture.componentRef.setInput('files', [file]);
    root = TestbedHarnessEnvironment.documentRootLoader(fixture);
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).querySelector('button')!;
  }

  function becomeOld(): void {
    const opened = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(opened + TEN_MINUTES_MS);
  }

  it('says which file it is', async () => {
    const button = await show(PLAN);
    expect(button.getAttribute('aria-label')).toBe('Download plan.pdf');
    expect(button.textContent).toContain('2048 B');
  });

  it('leaves a signed address to the browser', async () => {
    const button = await show(PLAN);
    button.click();
    expect(saved).toEqual([{ address: 'https://desk.example/files/7?t=signed', name: 'plan.pdf' }]);
    server.verify();
  });

  it('fetches the file itself once the signed address is too old', async () => {
    const button = await show(PLAN);
    becomeOld();
    button.click();
    server.expectOne('/api/tickets/attachments/7/download/').flush(new Blob(['plan']));
    expect(saved).toEqual([{ address: 'blob:plan', name: 'plan.pdf' }]);
  });

  it('fetches a file once at a time', async () => {
    const button = await show(PLAN);
    becomeOld();
    button.click();
    button.click();
    await fixture.whenStable();
    expect(button.getAttribute('aria-busy')).toBe('true');
    server.expectOne('/api/tickets/attachments/7/download/').flush(new Blob(['plan']));
    await fixture.whenStable();
    expect(button.getAttribute('aria-busy')).toBe('false');
    expect(saved).toHaveLength(1);
  });

  it('says when a file cannot be had, and lets it be tried again', async () => {
    const button = await show(PLAN);
    becomeOld();
    button.click();
    server
      .expectOne('/api/tickets/attachments/7/download/')
      .flush(new Blob(), { status: 500, statusText: 'Broken' });
    const notice = await root.getHarness(MatSnackBarHarness);
    expect(await notice.getMessage()).toContain('The server could not do this');
    expect(button.getAttribute('aria-busy')).toBe('false');
  });
});
