import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { Router } from '@angular/router';
import { type NotificationItemView } from '@desk/web/api-client';
import { Realtime } from '@desk/web/core';
import { type FakeRealtime, FakeServer, answer, provideTestDesk, refuse, settled } from '@desk/web/testing';
import { NotificationBell } from './notification-bell';

const COUNT = 'GET /api/notifications/unread-count/';
const LATEST = 'GET /api/notifications/';

@Component({ template: '', changeDetection: ChangeDetectionStrategy.OnPush })
class AnyPage {}

function notificationOf(id: string, change: Partial<NotificationItemView> = {}): NotificationItemView {
  return {
    id,
    title: `Title ${id}`,
    message: `Message ${id}`,
    notification_type: 'ticket_assigned',
    ticket: { id: 42, ticket_id: 'JRD-000042', title: 'Printer on fire' },
    is_read: false,
    read_at: null,
    created_at: '2026-03-10T09:00:00.000Z',
    ...change,
  };
}

describe('desk-notification-bell', () => {
  let server: FakeServer;
  let realtime: FakeRealtime;
  let loader: HarnessLoader;
  let bell: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: provideTestDesk({ app: 'console', routes: [{ path: '**', component: AnyPage }] }),
    });
    realtime = TestBed.inject(Realtime) as unknown as FakeRealtime;
    server = TestBed.inject(FakeServer)
      .on(COUNT, answer({ count: 2 }))
      .on(
        LATEST,
        answer({ count: 2, results: [notificationOf('a'), notificationOf('b', { is_read: true })] }),
      )
      .on('POST /api/notifications/a/read/', answer(notificationOf('a', { is_read: true })))
      .on('POST /api/notifications/mark_all_read/', answer({ marked: 2 }));
    const fixture = TestBed.createComponent(NotificationBell);
    loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
    bell = fixture.nativeElement as HTMLElement;
    await settled();
  });

  const label = () => bell.querySelector('button')?.getAttribute('aria-label');
  const menu = () => loader.getHarness(MatMenuHarness);
  const texts = async () => {
    const items = await (await menu()).getItems();
    return Promise.all(items.map((item) => item.getText()));
  };

  async function open(): Promise<void> {
    await (await menu()).open();
    await settled();
  }

  it('says how many are unread, and asks for the rest with the first look only', async () => {
    expect(label()).toBe('Notifications, 2 unread');
    expect(bell.querySelector('.mat-badge-content')?.textContent).toBe('2');
    expect(server.to(LATEST)).toHaveLength(0);

    await open();
    const [, first, second] = await texts();
    expect(first).toContain('New:');
    expect(first).toContain('Title a');
    expect(second).toContain('Title b');
    expect(second).not.toContain('New:');
  });

  it('counts and shows a push without being asked', async () => {
    await open();
    server.on(LATEST, answer({ count: 3, results: [notificationOf('c'), notificationOf('a')] }));
    realtime.push('unread_count', { count: 3 });
    realtime.push('notification', notificationOf('c'));
    await settled();
    expect(label()).toBe('Notifications, 3 unread');
    expect((await texts())[1]).toContain('Title c');
  });

  it('leads to the ticket and marks what was read', async () => {
    await open();
    server.on(COUNT, answer({ count: 1 }));
    await (await menu()).clickItem({ text: /Title a/ });
    await settled();
    expect(TestBed.inject(Router).url).toBe('/tickets/JRD-000042');
    expect(server.to('POST /api/notifications/a/read/')).toHaveLength(1);
    expect(label()).toBe('Notifications, 1 unread');
  });

  it('does not mark a second time what is read', async () => {
    await open();
    await (await menu()).clickItem({ text: /Title b/ });
    await settled();
    expect(server.to('POST /api/notifications/b/read/')).toHaveLength(0);
  });

  it('marks all as read', async () => {
    await open();
    server.on(COUNT, answer({ count: 0 }));
    await (await menu()).clickItem({ text: /Mark all as read/ });
    await settled();
    expect(server.to('POST /api/notifications/mark_all_read/')).toHaveLength(1);
    expect(label()).toBe('Notifications, 0 unread');
    expect(bell.querySelector('.mat-badge-hidden')).not.toBeNull();
  });

  it('is empty in words, and says when it cannot load', async () => {
    server.on(LATEST, refuse(500));
    await open();
    expect(document.querySelector('.mat-mdc-menu-panel')?.textContent).toContain('Something went wrong');
    server.on(LATEST, answer({ count: 0, results: [] }));
    realtime.push('notification', notificationOf('c'));
    await settled();
    expect(document.querySelector('.mat-mdc-menu-panel')?.textContent).toContain('Nothing new.');
  });

  it('asks again after a lost connection', async () => {
    server.on(COUNT, answer({ count: 5 }));
    realtime.connections.set(2);
    await settled();
    expect(label()).toBe('Notifications, 5 unread');
  });
});
