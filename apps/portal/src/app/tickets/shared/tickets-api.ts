import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type CommentType, type Priority, type TicketStatus } from '@desk/contracts';
import { type Observable, firstValueFrom } from 'rxjs';

export interface Person {
  id: string;
  full_name: string;
  initials: string;
  avatar: string | null;
}

export interface Category {
  id: number;
  name: string;
}

export interface Ticket {
  id: number;
  ticket_id: string;
  title: string;
  status: TicketStatus;
  priority: Priority;
  category: Category | null;
  customer: Person | null;
  assigned_agent: Person | null;
  created_at: string;
  updated_at: string;
  version: number;
}

export interface TicketDetail extends Ticket {
  description: string;
}

export interface TicketPageAnswer {
  count: number;
  count_capped?: boolean;
  results: Ticket[];
}

export interface TicketFile {
  id: number;
  comment: number | null;
  filename: string;
  file_size: number;
  content_type: string;
}

export interface TicketComment {
  id: number;
  author: Person | null;
  author_name: string;
  comment_type: CommentType;
  content: string;
  created_at: string;
  attachments: TicketFile[];
}

export interface NewTicketBody {
  title: string;
  description: string;
  priority: Priority;
  category: number | null;
  upload_ids: readonly string[];
}

const TICKETS = '/api/tickets/tickets/';

/** What a customer asks of the tickets' interface. */
@Injectable({ providedIn: 'root' })
export class TicketsApi {
  private readonly http = inject(HttpClient);

  list(page: number): Promise<TicketPageAnswer> {
    const params = { page, ordering: '-updated_at' };
    return firstValueFrom(this.http.get<TicketPageAnswer>(TICKETS, { params }));
  }

  get(key: string): Promise<TicketDetail> {
    return firstValueFrom(this.http.get<TicketDetail>(addressOf(key)));
  }

  create(body: NewTicketBody): Promise<TicketDetail> {
    return firstValueFrom(this.http.post<TicketDetail>(TICKETS, body));
  }

  setStatus(key: string, status: 'open' | 'closed'): Promise<TicketDetail> {
    return firstValueFrom(this.http.patch<TicketDetail>(addressOf(key), { status }));
  }

  comments(key: string): Promise<TicketComment[]> {
    return firstValueFrom(this.http.get<TicketComment[]>(`${addressOf(key)}comments/`));
  }

  files(key: string): Promise<TicketFile[]> {
    return firstValueFrom(this.http.get<TicketFile[]>(`${addressOf(key)}attachments/`));
  }

  reply(key: string, content: string, uploadIds: readonly string[]): Promise<TicketComment> {
    const body = { content, comment_type: 'reply', upload_ids: uploadIds };
    return firstValueFrom(this.http.post<TicketComment>(`${addressOf(key)}comment/`, body));
  }

  categories(): Promise<Category[]> {
    return firstValueFrom(this.http.get<Category[]>('/api/tickets/categories/'));
  }

  /** An observable, because a download can be cancelled. */
  download(fileId: number): Observable<Blob> {
    return this.http.get(`/api/tickets/attachments/${fileId}/download/`, { responseType: 'blob' });
  }
}

function addressOf(key: string): string {
  return `${TICKETS}${encodeURIComponent(key)}/`;
}
