import { uuidv7 } from 'uuidv7';

import { type Row, type SearchDocument, toColumn } from '@desk/platform/database';

import { HISTORY_TABLES, type HistoryTable, type TicketHistory } from './history';

/** A ticket that happened before in the same way: the rows of a real one under another number, at another time. */
export interface Echo {
  number: string;
  ticket: Row;
  /** They name the ticket once it has its id; see `linked`. */
  rows: Readonly<Record<HistoryTable, readonly Row[]>>;
  search: Omit<SearchDocument, 'id'>;
}

/** As columns and as activity values hold it. */
const INSTANT = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}\.\d{3}Z?$/;
/** Orders, invoices and serial numbers that people write about. */
const PAPERS = /\b(VO-|INV-|[A-Z]\d-24-)(\d+)\b/g;
const STRIDE = 7919;

/** @param shift milliseconds that everything moves by; @param salt another one gives other orders and invoices. */
export function echoOf(history: TicketHistory, number: string, shift: number, salt: number): Echo {
  const original = history.ticket['ticket_id'];
  const change = (value: Row[string]): Row[string] => {
    if (typeof value !== 'string') return value;
    if (value === original) return number;
    return INSTANT.test(value) ? moved(value, shift) : renumbered(value, salt);
  };
  const copy = ({ id: _own, ...row }: Row): Row => {
    const changed: Row = {};
    for (const [column, value] of Object.entries(row)) {
      changed[column] = column === 'cause_id' ? uuidv7() : change(value);
    }
    return changed;
  };
  const copies = HISTORY_TABLES.map((table) => [table, history.rows[table].map(copy)]);
  return {
    number,
    ticket: copy(history.ticket),
    rows: Object.fromEntries(copies) as Echo['rows'],
    search: {
      publicText: `${number} ${renumbered(history.publicText, salt)}`,
      staffText: renumbered(history.staffText, salt),
    },
  };
}

function moved(instant: string, shift: number): string {
  const isIso = instant.endsWith('Z');
  const time = new Date(Date.parse(isIso ? instant : `${instant.replace(' ', 'T')}Z`) + shift);
  return isIso ? time.toISOString() : toColumn(time);
}

function renumbered(text: string, salt: number): string {
  return text.replace(PAPERS, (_whole, kind: string, digits: string) => {
    const size = 10 ** digits.length;
    return kind + String((Number(digits) + salt * STRIDE) % size).padStart(digits.length, '0');
  });
}
