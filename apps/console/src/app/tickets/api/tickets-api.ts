import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, firstValueFrom } from 'rxjs';
import {
  type Activity,
  type Attachment,
  type Category,
  type Comment,
  type NewComment,
  type Page,
  type Person,
  type Ticket,
  type TicketChange,
  type TicketDetail,
  type TicketQuery,
} from './ticket-types';

const TICKETS = '/api/tickets/tickets/';
const MOST_AGENTS = 100;

/** The ticket calls of the back end. A ticket's key is its number (`JRD-7K3XQM`) or its id. */
@Injectable({ providedIn: 'root' })
export class TicketsApi {
  private readonly http = inject(HttpClient);

  list(query: TicketQuery): Promise<Page<Ticket>> {
    return firstValueFrom(this.http.get<Page<Ticket>>(TICKETS, { params: { ...query } }));
  }

  read(key: string): Promise<TicketDetail> {
    return firstValueFrom(this.http.get<TicketDetail>(addressOf(key)));
  }

  change(key: string, change: TicketChange): Promise<TicketDetail> {
    return firstValueFrom(this.http.patch<TicketDetail>(addressOf(key), change));
  }

  /** `me` claims the ticket, null leaves it to nobody. */
  assign(key: string, agent: string | null): Promise<TicketDetail> {
    return firstValueFrom(this.http.post<TicketDetail>(addressOf(key, 'assign/'), { agent_id: agent }));
  }

  escalate(key: string, reason: string): Promise<TicketDetail> {
    return firstValueFrom(
      this.http.post<TicketDetail>(addressOf(key, 'escalate/'), reason ? { reason } : {}),
    );
  }

  comments(key: string): Promise<Comment[]> {
    return firstValueFrom(this.http.get<Comment[]>(addressOf(key, 'comments/')));
  }

  addComment(key: string, comment: NewComment): Promise<Comment> {
    return firstValueFrom(this.http.post<Comment>(addressOf(key, 'comment/'), comment));
  }

  activities(key: string): Promise<Activity[]> {
    return firstValueFrom(this.http.get<Activity[]>(addressOf(key, 'activities/')));
  }

  attachments(key: string): Promise<Attachment[]> {
    return firstValueFrom(this.http.get<Attachment[]>(addressOf(key, 'attachments/')));
  }

  /** An observable, because a download can be cancelled. */
  download(id: number): Observable<Blob> {
    return this.http.get(`/api/tickets/attachments/${id}/download/`, { responseType: 'blob' });
  }

  categories(): Promise<Category[]> {
    return firstValueFrom(this.http.get<Category[]>('/api/tickets/categories/'));
  }

  async agents(): Promise<Person[]> {
    const page = await firstValueFrom(
      this.http.get<Page<Person>>('/api/accounts/users/agents/', { params: { page_size: MOST_AGENTS } }),
    );
    return page.results;
  }
}

function addressOf(key: string, rest = ''): string {
  return `${TICKETS}${encodeURIComponent(key)}/${rest}`;
}
