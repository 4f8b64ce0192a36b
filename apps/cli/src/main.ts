import 'reflect-metadata';

import { CommandFactory } from 'nest-commander';

import { CliModule } from './cli.module';
import { failureText } from './failure';

function fail(error: unknown): void {
  console.error(failureText(error));
  process.exitCode = 1;
}

CommandFactory.run(CliModule, {
  logger: false,
  serviceErrorHandler: fail,
  // As it is typed, not as the file is called that npm starts.
  helpConfiguration: {
    commandUsage: (command) => {
      const names = [];
      for (let each = command; each.parent !== null; each = each.parent) names.unshift(each.name());
      return ['npm run desk --', ...names, command.usage()].join(' ');
    },
  },
}).catch(fail);
