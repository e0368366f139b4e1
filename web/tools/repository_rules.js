// SPDX-License-Identifier: Apache-2.0

const kVagueName = /(^|[/_-])(utils?|helpers?|manager|misc|common|impl)([._-]|$)/i;

/** The first line names the licence. */
const licence = {
  create: (context) => ({
    Program(node) {
      if (!context.sourceCode.lines[0]?.includes('SPDX-License-Identifier: Apache-2.0'))
        context.report({ node, message: 'the first line names the licence (SPDX)' });
    },
  }),
};

/** No rooms for leftovers. */
const names = {
  create: (context) => ({
    Program(node) {
      const file = context.filename.slice(context.filename.lastIndexOf('/web/') + 5);
      if (kVagueName.test(file)) context.report({ node, message: `${file}: name the file after what it holds` });
    },
  }),
};

export const repository = { rules: { licence, names } };
