// The limit of every write: Node's own HTTP server, one row, on the disk before the answer goes out.
import { createServer } from 'node:http';

import Database from 'better-sqlite3';

const database = new Database(process.argv[2]);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(
  `CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, description TEXT, created_at TEXT);
   CREATE INDEX IF NOT EXISTS ix_notes_created_at ON notes (created_at)`,
);
const insert = database.prepare('INSERT INTO notes (title, description, created_at) VALUES (?, ?, ?)');

const server = createServer((request, response) => {
  if (request.method === 'GET') return response.end();
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { title, description } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const created_at = new Date().toISOString();
    const { lastInsertRowid } = insert.run(title, description, created_at);
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: Number(lastInsertRowid), title, description, created_at }));
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
