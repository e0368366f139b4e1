// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs, type TabsProps } from 'react-aria-components';

interface Sheet {
  id: string;
  name: string;
  content: ReactNode;
}

export function Tabs({ label, sheets, ...rest }: { label: string; sheets: readonly Sheet[] } & Omit<TabsProps, 'children'>) {
  return (
    <AriaTabs {...rest} className="tabs">
      <TabList aria-label={label} items={sheets} className="tabs-list">
        {(sheet) => <Tab className="tab">{sheet.name}</Tab>}
      </TabList>
      {sheets.map((sheet) => (
        <TabPanel key={sheet.id} id={sheet.id} className="tab-panel">
          {sheet.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
