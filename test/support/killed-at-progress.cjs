// `node --require` it: as SIGKILL would it, the process ends when it says for the first time how far it is.
'use strict';

const { write } = process.stderr;
process.stderr.write = function (text, ...rest) {
  if (/^\[#+\.+\] /.test(String(text))) process.kill(process.pid, 'SIGKILL');
  return write.call(this, text, ...rest);
};
