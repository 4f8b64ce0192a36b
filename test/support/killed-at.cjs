// `node --require` it, with KILLED_AT: as SIGKILL would it, the process ends at the first statement to its database that
// contains that text. On MySQL that is when the statement has been answered: it is committed, and on no record.
'use strict';

const die = () => process.kill(process.pid, 'SIGKILL');
const isIt = (sql) => String(sql.sql ?? sql).includes(process.env.KILLED_AT);

if (process.env.DATABASE_URL === undefined) {
  const { prototype } = require('better-sqlite3');
  const { prepare } = prototype;
  prototype.prepare = function (sql) {
    if (isIt(sql)) die();
    return prepare.call(this, sql);
  };
} else {
  const { prototype } = require('mysql2').Connection;
  const { query } = prototype;
  prototype.query = function (sql, ...rest) {
    const answered = isIt(sql) ? rest.map((each) => (typeof each === 'function' ? die : each)) : rest;
    return query.call(this, sql, ...answered);
  };
}
