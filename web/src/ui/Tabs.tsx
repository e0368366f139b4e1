// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs, type TabsProps } from 'react-aria-components';

interface Sheet {
  id: string;
  name: string;
  /** A line under the name, where sheets are shown as cards. */
  about?: string;
  content: ReactNode;
}

interface Props extends Omit<TabsProps, 'children'> {
  label: string;
  sheets: readonly Sheet[];
  look?: 'plain' | 'cards';
}

export function Tabs({ label, sheets, look = 'plain', ...rest }: Props) {
  return (
    <AriaTabs {...rest} className={`tabs tabs-${look}`}>
      <TabList aria-label={label} items={sheets} className="tabs-list">
        {(sheet) => (
          <Tab className="tab">
            {sheet.name}
            {sheet.about && <span className="quiet small">{sheet.about}</span>}
          </Tab>
        )}
      </TabList>
      {sheets.map((sheet) => (
        <TabPanel key={sheet.id} id={sheet.id} className="tab-panel">
          {sheet.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
