// Lints texts as if they stood at the given paths, with the project's own eslint.config.mjs; nothing is written.
// Reads [{ path, text }] as JSON from standard input, answers with one list of rule ids for each.
// A process of its own, because jest cannot load ES modules such as the config.
import { text } from 'node:stream/consumers';

import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const cwd = process.argv[2];
const withTypes = process.argv[3] === '--types';

/** A text that is on no disk is in no tsconfig: either its types are made up for its folder, or none are used. */
function parsing(paths) {
  if (!withTypes) return tseslint.configs.disableTypeChecked;
  return {
    languageOptions: {
      parserOptions: { project: null, projectService: { allowDefaultProject: paths }, tsconfigRootDir: cwd },
    },
  };
}

const fixtures = JSON.parse(await text(process.stdin));
const paths = [...new Set(fixtures.map(({ path }) => path))];
const eslint = new ESLint({ cwd, overrideConfig: { files: ['**/*.ts'], ...parsing(paths) } });
const answers = [];
for (const { path, text: code } of fixtures) {
  const [result] = await eslint.lintText(code, { filePath: path });
  answers.push(result.messages.map((message) => message.ruleId ?? message.message));
}
process.stdout.write(JSON.stringify(answers));
