// SPDX-License-Identifier: Apache-2.0

export interface GradedLines {
  /** Lines of codes by grade. */
  lists: Record<string, string[]>;
  /** Numbers of lines without a grade of the country. */
  unread: number[];
}

const kLine = /^(.+)[\t;,]\s*"?([^\t;,"]+?)"?\s*$/;

/** The list of a verifier: a code, then its grade, a pair a line. A code may hold commas and semicolons itself. */
export function byGrade(content: string, grades: readonly string[]): GradedLines {
  const found: GradedLines = { lists: {}, unread: [] };
  content.split(/\r\n|\r|\n/).forEach((line, at) => {
    if (!line.trim()) return;
    const [, code = '', said = ''] = kLine.exec(line) ?? [];
    const grade = grades.find((one) => one === said.toUpperCase());
    if (grade) (found.lists[grade] ??= []).push(code);
    else if (at > 0 || /\d{14}/.test(line)) found.unread.push(at + 1);
  });
  return found;
}
