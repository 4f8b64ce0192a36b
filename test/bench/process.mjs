import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

/** A server of its own process, on a port of its own, with its output in a file as a supervisor would put it. */
export class ServerProcess {
  constructor(child, address) {
    this.child = child;
    this.address = address;
  }

  /**
   * @param command as for spawn: program and arguments.
   * @param path the page that says that it serves; or, of one that listens nowhere, `line`, which its output then holds.
   * @returns the server, with the milliseconds until that page was there as `servedAfter`.
   */
  static async start([program, ...args], { env = {}, log, path, line }) {
    const port = await freePort();
    const output = openSync(log, 'w');
    const started = performance.now();
    const child = spawn(program, args, {
      env: { ...process.env, ...env, PORT: String(port) },
      stdio: ['ignore', output, 'inherit'],
    });
    closeSync(output);
    const server = new ServerProcess(child, `http://127.0.0.1:${port}`);
    const isThere = () => (line === undefined ? server.serves(path) : says(log, line));
    while (!(await isThere())) {
      const isLate = performance.now() - started > PATIENCE_MS;
      if (child.exitCode === null && !isLate) continue;
      await server.stop();
      throw new Error(`${args.join(' ')} served nothing; its output is in ${log}`);
    }
    server.servedAfter = performance.now() - started;
    return server;
  }

  async serves(path) {
    try {
      const answer = await fetch(this.address + path);
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      await setTimeout(5);
      return false;
    }
  }

  async stop() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }
}

async function says(log, line) {
  await setTimeout(20);
  return readFileSync(log, 'utf8').includes(line);
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
