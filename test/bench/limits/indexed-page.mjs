// The limit of every list: Node's own HTTP server and 25 rows out of the desk's own file by an index.
import { createServer } from 'node:http';

import Database from 'better-sqlite3';

const database = new Database(process.argv[2], { readonly: true });
database.pragma('cache_size = -32000');
const page = database.prepare(
  `SELECT id, ticket_id, title, category_id, priority, status, customer_id, assigned_agent_id, sla_policy_id,
     sla_response_deadline, sla_resolution_deadline, sla_response_met, sla_resolution_met, first_response_at,
     resolved_at, due_date, source, is_escalated, escalation_level, csat_rating, created_at, updated_at, version
   FROM jrd_tickets WHERE deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 25`,
);

const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ results: page.all() }));
});
server.listen(Number(process.env.PORT), '127.0.0.1');
