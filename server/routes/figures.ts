import type { Hono } from 'hono';
import { ObservationsQuery } from '../../src/contract/observations.ts';
import { RecordsQuery } from '../../src/contract/records.ts';
import type { ServiceContext } from '../context.ts';
import { parseQuery } from '../http/parse-query.ts';
import type { VersionedAnswers } from '../http/versioned-answer.ts';
import { getCatalogue } from '../services/get-catalogue.ts';
import { getObservations, spanOf } from '../services/get-observations.ts';
import { getTeams } from '../services/get-teams.ts';
import { listRecords } from '../services/list-records.ts';

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** Everything that follows from the data version alone. */
export const registerFigureRoutes = (app: Hono, ctx: ServiceContext, answers: VersionedAnswers): void => {
  app.get('/api/catalogue', async (c) => answers.send(c, 'catalogue', (index) => getCatalogue(ctx, index)));

  app.get('/api/teams', async (c) => answers.send(c, 'teams', (index) => getTeams(index)));

  app.get('/api/observations', async (c) => {
    const query = parseQuery(ObservationsQuery, new URL(c.req.url).searchParams);
    const plain = { ...query, team: distinct(query.team), indicator: distinct(query.indicator) };
    const key = JSON.stringify(['observations', plain.team, plain.indicator, plain.from, plain.to, plain.by]);
    return answers.send(c, key, (index) => getObservations(ctx, index, plain, spanOf(ctx, index, plain)));
  });

  app.get('/api/records/:kind', async (c) => {
    const query = parseQuery(RecordsQuery, new URL(c.req.url).searchParams);
    const plain = { ...query, team: distinct(query.team), kind: c.req.param('kind') };
    const { kind, indicator, team, week, page, pageSize } = plain;
    const key = JSON.stringify(['records', kind, indicator, team, week, page, pageSize]);
    return answers.send(c, key, async (index) => listRecords(ctx, index, plain));
  });
};
