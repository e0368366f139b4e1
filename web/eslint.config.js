// SPDX-License-Identifier: Apache-2.0
import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';
import { repository } from './tools/repository_rules.js';

// Who may import whom: api and ui know nobody; signing knows both; a feature knows these and itself; app knows all.
const barred = {
  api: ['ui', 'signing', 'features', 'app'],
  ui: ['api', 'signing', 'features', 'app'],
  signing: ['features', 'app'],
  features: ['app', 'features'],
};

function imports(room) {
  const patterns = barred[room].flatMap((other) => [`@/${other}/*`, `../${other}/*`, `../../${other}/*`]);
  return {
    files: [`src/${room}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: patterns, message: `${room} may not import this: see web/README.md` }] },
      ],
    },
  };
}

export default ts.config(
  { ignores: ['dist', 'node_modules', '.node', 'src/api/schema.d.ts', 'test-results'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    plugins: { 'react-hooks': hooks, repository },
    rules: {
      ...hooks.configs.recommended.rules,
      'repository/licence': 'error',
      'repository/names': 'error',
      'max-lines': ['error', 300],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  ...Object.keys(barred).map(imports),
  {
    files: ['tools/**', 'tests/**', 'vite.config.ts', 'eslint.config.js'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', fetch: 'readonly', setTimeout: 'readonly', Buffer: 'readonly' },
    },
    rules: { 'no-console': 'off' },
  },
);
