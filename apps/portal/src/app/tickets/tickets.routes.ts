import { type Routes } from '@angular/router';

export const TICKET_ROUTES: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'tickets.list.title',
    loadComponent: () => import('./my-tickets/my-tickets').then((file) => file.MyTickets),
  },
  {
    path: 'create',
    title: 'tickets.new.title',
    loadComponent: () => import('./new-ticket/new-ticket').then((file) => file.NewTicket),
  },
  {
    path: ':key',
    title: 'tickets.page.title',
    loadComponent: () => import('./ticket-page/ticket-page').then((file) => file.TicketPage),
  },
];
