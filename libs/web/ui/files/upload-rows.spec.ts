import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { createUploadList } from '@desk/web/core';
import { FakeServer, answer, provideTestDesk, refuse, settled } from '@desk/web/testing';
import { FileDrop } from './file-drop';
import { UploadRows } from './upload-rows';

const UPLOADS = 'POST /api/uploads/';
const TAKEN = answer({ id: 'file-1', filename: 'stored', file_size: 1, content_type: 'text/plain' });

@Component({
  imports: [FileDrop, UploadRows],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <desk-file-drop #drop (files)="uploads.add($event)" />
    <desk-upload-rows [list]="uploads" (lastRemoved)="drop.focus()" />
  `,
})
class FilesOfForm {
  readonly uploads = createUploadList();
}

describe('desk-upload-rows', () => {
  let server: FakeServer;
  let loader: HarnessLoader;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: provideTestDesk({ app: 'console', routes: [] }) });
    server = TestBed.inject(FakeServer).on(UPLOADS, TAKEN);
  });

  async function choose(...names: string[]): Promise<void> {
    const fixture = TestBed.createComponent(FilesOfForm);
    loader = TestbedHarnessEnvironment.loader(fixture);
    fixture.componentInstance.uploads.add(names.map((name) => new File(['x'], name)));
    await settled();
  }

  /** By keyboard, so that the button has the focus when it is pressed. */
  async function press(name: string): Promise<void> {
    const button = await loader.getHarness(MatButtonHarness.with({ selector: `[aria-label="${name}"]` }));
    await button.focus();
    await button.click();
    await settled();
  }

  const focused = () => document.activeElement?.getAttribute('aria-label');

  it('hands the focus of a removed file on: to the next one, to the one before, to where files come from', async () => {
    await choose('a.txt', 'b.txt', 'c.txt');
    await press('Remove b.txt');
    expect(focused()).toBe('Remove c.txt');
    await press('Remove c.txt');
    expect(focused()).toBe('Remove a.txt');
    await press('Remove a.txt');
    expect(document.activeElement?.textContent).toContain('Drop files');
  });

  it('keeps the focus in the row whose file is tried again', async () => {
    server.on(UPLOADS, refuse(503));
    await choose('a.txt', 'b.txt');
    server.on(UPLOADS, TAKEN);
    await press('Send b.txt again');
    expect(focused()).toBe('Remove b.txt');
  });
});
