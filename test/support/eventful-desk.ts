import { DeleteTicket } from '@desk/domains/tickets';
import { Connections, Database, toColumn, UnitOfWork } from '@desk/platform/database';
import { JobRunner, Jobs, ListenerRegistry, Ping } from '@desk/platform/events';
import { definedJobs, JobQueue, type QueuedJob, type RunJob } from '@desk/platform/queue';
import { RUN_SCHEDULE, Scheduler } from '@desk/platform/schedule';

import { ApiClient } from './api-client';
import { MailServer } from './mail-server';
import { QUESTION, REPLY, URGENT_POLICY, urgentRules } from './main-job';
import { actorOf } from './test-accounts';
import { createTestDesk, PASSWORD, type TestDesk, type TestPerson } from './test-desk';
import { until } from './until';

const LONG_AGO = new Date('2026-01-05T08:00:00Z');
/** What a queue keeps of itself, what time alone moves, and what is written of requests a moment after them. */
const NOT_EFFECTS = ['jobs', 'outbox', 'schedule_slots', 'process_lease', 'request_log'];

/** What all of it has come to, in lines that are alike for two desks on which the same was done. */
const LINES = `
  SELECT CONCAT('notice ', n.notification_type, ' to ', u.email) AS line
    FROM jrd_notifications n JOIN jrd_users u ON u.id = n.user_id
  UNION ALL SELECT CONCAT('rule ', rule_name, ' ', status, ' ', action_taken) FROM jrd_automation_logs
  UNION ALL SELECT CONCAT('clock event ', clock) FROM jrd_sla_clock_events
  UNION ALL SELECT CONCAT('breach ', breach_type, ' told ', notified) FROM jrd_sla_breaches
  UNION ALL SELECT CONCAT('trail ', activity_type) FROM jrd_ticket_activities
  UNION ALL SELECT CONCAT('mail ', state, ' to ', to_address) FROM mails`;

/** How a queue's job reaches the product: `once` is the product's own way. */
export type Handing = (once: RunJob) => RunJob;

/** A subscriber, a schedule or a job of its own. */
export function kindOf({ name, payload }: QueuedJob): string {
  const { subscriber, name: schedule } = payload as { subscriber?: string; name?: string };
  return subscriber ?? (name === RUN_SCHEDULE.name ? `schedule ${schedule}` : name);
}

/** A desk on which everything has happened that the product has jobs for, until nothing was left to do. */
export class EventfulDesk {
  /** In the order in which the queue handed them over. */
  readonly handed: QueuedJob[] = [];

  private constructor(
    private readonly desk: TestDesk,
    private readonly mailServer: MailServer,
  ) {}

  static async start(handing: Handing): Promise<EventfulDesk> {
    const mailServer = await MailServer.start();
    const eventful = new EventfulDesk(
      await createTestDesk({ env: { SMTP_URL: mailServer.url } }),
      mailServer,
    );
    await eventful.live(handing);
    return eventful;
  }

  async effects(): Promise<string[]> {
    const rows = await this.desk.get(Database).rows<{ line: string }>(LINES);
    return rows.map(({ line }) => line).sort();
  }

  /** Every row that is an effect, by table. */
  async tables(): Promise<Record<string, string[]>> {
    const tables: Record<string, string[]> = {};
    for (const { tableName } of this.desk.get(Connections).reader.entityMetadatas) {
      if (NOT_EFFECTS.includes(tableName)) continue;
      const rows = await this.desk.get(Database).rows(`SELECT * FROM ${tableName}`);
      tables[tableName] = rows.map((row) => JSON.stringify(row)).sort();
    }
    return tables;
  }

  /** How often the mail server got each. */
  get mails(): number[] {
    return [...this.mailServer.handedOver.values()];
  }

  /** Hands over once more, as a queue does that did not learn of the end. */
  async handAgain(job: QueuedJob): Promise<void> {
    await this.desk.get(JobRunner).run(job, async () => undefined);
    await this.quiet();
  }

  /** Of everything that this product can be handed, by the names of `kindOf`. */
  kinds(): string[] {
    const jobs = definedJobs().filter((name) => name !== RUN_SCHEDULE.name);
    const subscribers = this.desk.get(ListenerRegistry)['subscribers'].keys();
    const schedules = this.schedules().map((name) => `schedule ${name}`);
    return [...jobs, ...subscribers, ...schedules].sort();
  }

  async close(): Promise<void> {
    await this.desk.close();
    await this.mailServer.stop();
  }

  private async live(handing: Handing): Promise<void> {
    const queue = this.desk.get(JobQueue);
    const deliver = handing(this.desk.get(JobRunner).run);
    await queue.stop();
    await queue.start(async (job, settle) => {
      this.handed.push(job);
      await deliver(job, settle);
    });
    const [admin, agent, leaver] = [
      await this.desk.createUser('superadmin'),
      await this.desk.createUser('agent'),
      await this.desk.createUser('agent'),
    ];
    const customer = await this.desk.createUser('customer');
    await this.setUp(admin, agent);
    await this.workOnTickets(admin, agent, customer);
    await this.letPeopleGo(admin, agent, leaver);
    await this.mailLinks(admin, agent, customer);
    await this.desk.get(Ping).send();
    await this.runSchedules();
    await this.quiet();
  }

  private async setUp(admin: TestPerson, agent: TestPerson): Promise<void> {
    const api = await this.api(admin);
    await api.post('sla/policies/', URGENT_POLICY);
    const idle = { name: 'Quiet for a day', trigger_event: 'ticket_idle', conditions: {} };
    const note = { action_type: 'add_comment', action_params: { content: 'Nobody has looked.' } };
    for (const rule of [...urgentRules(agent.id), { ...idle, ...note }])
      await api.post('automation/rules/', rule);
  }

  private async workOnTickets(admin: TestPerson, agent: TestPerson, customer: TestPerson): Promise<void> {
    const [asks, answers] = [await this.api(customer), await this.api(agent)];
    const ask = (title: string) =>
      asks.post<{ id: number; ticket_id: string }>('tickets/tickets/', { ...QUESTION, title });
    const [answered, late, gone] = [await ask('Answered'), await ask('Late'), await ask('Gone')];
    const path = `tickets/tickets/${answered.ticket_id}`;
    await answers.post(`${path}/comment/`, { content: REPLY, comment_type: 'reply' });
    await asks.post(`${path}/comment/`, { content: 'Thank you.', comment_type: 'reply' });
    await answers.patch(path, { status: 'resolved' });
    await this.quiet();
    await this.write('UPDATE jrd_sla_clocks SET deadline = ? WHERE ticket_id = ?', [
      toColumn(LONG_AGO),
      late.id,
    ]);
    await this.write('UPDATE jrd_automation_episodes SET since = ? WHERE ticket_id = ?', [
      toColumn(LONG_AGO),
      late.id,
    ]);
    await until(() => this.handed.some(({ name }) => name === 'sla.check-breaches'));
    await this.desk.get(DeleteTicket).run(actorOf(admin), { ticketId: gone.id });
  }

  private async letPeopleGo(admin: TestPerson, agent: TestPerson, leaver: TestPerson): Promise<void> {
    const sessions = '/desk/api/accounts/session/';
    const entered = await this.desk.http
      .post(sessions)
      .send({ email: agent.email, password: PASSWORD })
      .expect(200);
    const cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    await this.desk.http.delete(sessions).set('Cookie', cookie).expect(204);
    await this.desk.http
      .delete('/desk/api/accounts/sessions/')
      .set('Authorization', `Bearer ${await this.desk.signIn(agent.email)}`)
      .expect(204);
    const change = { current_password: PASSWORD, new_password: 'another-good-one' };
    await this.desk.http
      .post('/desk/api/accounts/change-password/')
      .set('Authorization', `Bearer ${await this.desk.signIn(agent.email)}`)
      .send(change)
      .expect(204);
    await (await this.api(admin)).post(`accounts/users/${leaver.id}/toggle/`, {});
  }

  private async mailLinks(admin: TestPerson, agent: TestPerson, customer: TestPerson): Promise<void> {
    const [invites, asks] = [await this.api(admin), await this.api(customer)];
    await asks.post('accounts/password-reset/', { email: agent.email });
    await asks.post('accounts/email/verify/', {});
    const change = { email: 'soon.elsewhere@example.com', current_password: PASSWORD };
    await asks.post('accounts/email/change/', change);
    const invited = { email: 'invited@example.com', first_name: 'New', last_name: 'Agent', role: 'agent' };
    await invites.post('accounts/invitations/', invited);
    await invites.post('accounts/tokens/', { name: 'Watcher', scopes: ['read'] });
    await invites.patch(`accounts/users/${customer.id}`, { email: 'elsewhere@example.com' });
  }

  private async runSchedules(): Promise<void> {
    const jobs = this.desk.get(Jobs);
    await this.desk.get(UnitOfWork).run(async () => {
      for (const name of this.schedules()) await jobs.enqueue(RUN_SCHEDULE, { name }, name);
    });
  }

  private schedules(): string[] {
    return [...this.desk.get(Scheduler)['schedules'].keys()];
  }

  private api(person: TestPerson): Promise<ApiClient> {
    return ApiClient.signIn(`${this.desk.url}/`, person);
  }

  private write(sql: string, parameters: unknown[]): Promise<unknown> {
    return this.desk.get(UnitOfWork).run(() => this.desk.get(Database).write().query(sql, parameters));
  }

  private quiet(): Promise<void> {
    return until(async () => (await this.desk.get(JobQueue).pending()) === 0);
  }
}
