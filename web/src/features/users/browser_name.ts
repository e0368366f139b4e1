// SPDX-License-Identifier: Apache-2.0

// The order counts: most browsers also give the names of those that they descend from.
const kBrowsers: readonly [RegExp, string][] = [
  [/YaBrowser\/(\d+)/, 'Yandex'],
  [/Edg[A-Z]*\/(\d+)/i, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Chrome\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];
const kSystems: readonly [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What a browser says of itself, as a person would name it: "Chrome 140, Windows". What is no browser stays as it is. */
export function browserName(agent: string): string {
  for (const [browser, name] of kBrowsers) {
    const version = browser.exec(agent)?.[1];
    if (!version) continue;
    const system = kSystems.find(([sign]) => sign.test(agent))?.[1];
    return [`${name} ${version}`, ...(system ? [system] : [])].join(', ');
  }
  return agent;
}
