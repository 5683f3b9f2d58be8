import type { ReactNode } from 'react';
import { Framed } from './framed.tsx';
import { RouteChart } from './route-chart.tsx';
import { routeCsv } from './route-csv.ts';
import { RouteTable } from './route-table.tsx';
import type { RouteModel } from './route-types.ts';

/** The chart of a route with its title, a line under it, its table and its CSV. */
export function RouteFrame({ model, line }: { readonly model: RouteModel; readonly line: string }): ReactNode {
  return (
    <Framed
      title={model.title}
      headingLevel={2}
      csv={{ name: `route-${model.indicator}.csv`, text: () => routeCsv(model) }}
      busy={false}
      sentence={line}
    >
      {(view) => (view === 'table' ? <RouteTable model={model} /> : <RouteChart model={model} />)}
    </Framed>
  );
}
