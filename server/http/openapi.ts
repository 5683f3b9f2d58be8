import * as z from 'zod';
import type * as mini from 'zod/mini';
import {
  AnnotationEvent,
  Annotations,
  KeptAnnotation,
  NewAnnotation,
  Withdrawal,
} from '../../src/contract/annotations.ts';
import { ApiKey, ApiKeyMade, ApiKeys, NewApiKey } from '../../src/contract/api-keys.ts';
import { Audit, AuditEntry } from '../../src/contract/audit.ts';
import { Breakdown, Causes, Comments } from '../../src/contract/breakdown.ts';
import { Board, BoardDue, BoardObservations } from '../../src/contract/board.ts';
import { Catalogue } from '../../src/contract/catalogue.ts';
import {
  Beat,
  BeatAnswer,
  Display,
  DisplayChange,
  DisplayCommand,
  Displays,
  DisplayWords,
  NewDisplay,
  Pairing,
  PairingRequest,
  WallEvent,
} from '../../src/contract/displays.ts';
import { ENDPOINTS, type Endpoint } from '../../src/contract/endpoints.ts';
import { ServiceError } from '../../src/contract/errors.ts';
import {
  Goal,
  GoalChange,
  GoalEnding,
  Goals,
  GoalVersions,
  GoalWords,
  NewGoal,
  RoutePoint,
} from '../../src/contract/goals.ts';
import { Health } from '../../src/contract/health.ts';
import { ImportProgress, ImportReport, Imports, LiveEvent, RowProblem } from '../../src/contract/imports.ts';
import {
  Improvement,
  ImprovementChange,
  Improvements,
  ImprovementWithdrawal,
  ImprovementWords,
  NewImprovement,
} from '../../src/contract/improvements.ts';
import { Actions, Minute, MinuteChange, MinuteVersions, NewMinute } from '../../src/contract/minutes.ts';
import { Annotation, Observations, ObservedSeries, Restatement, Target } from '../../src/contract/observations.ts';
import { NewPerson, People, Person, PersonChange, PersonLink } from '../../src/contract/people.ts';
import { RecordRow, Records } from '../../src/contract/records.ts';
import { Closing, Frozen, FrozenDefinition, Review, Reviews } from '../../src/contract/reviews.ts';
import {
  Credentials,
  Invitation,
  InvitationAcceptance,
  InvitationToken,
  PasswordChange,
  Session,
  SignedIn,
} from '../../src/contract/session.ts';
import { Team, Teams } from '../../src/contract/teams.ts';
import { SlideSchedule, WallSlide } from '../../src/contract/wall-slides.ts';
import { POLICY, type Need } from '../../src/domain/policy.ts';

type Json = Readonly<Record<string, unknown>>;

/** Schemas that stand under `components`, by the name that schema and type share. */
const NAMED = {
  Actions,
  Annotation,
  AnnotationEvent,
  Annotations,
  ApiKey,
  ApiKeyMade,
  ApiKeys,
  Audit,
  AuditEntry,
  Beat,
  BeatAnswer,
  Board,
  BoardDue,
  BoardObservations,
  Breakdown,
  Catalogue,
  Causes,
  Closing,
  Comments,
  Credentials,
  Display,
  DisplayChange,
  DisplayCommand,
  Displays,
  DisplayWords,
  Frozen,
  FrozenDefinition,
  Goal,
  GoalChange,
  GoalEnding,
  Goals,
  GoalVersions,
  GoalWords,
  Health,
  ImportProgress,
  ImportReport,
  Imports,
  Improvement,
  ImprovementChange,
  Improvements,
  ImprovementWithdrawal,
  ImprovementWords,
  Invitation,
  InvitationAcceptance,
  InvitationToken,
  KeptAnnotation,
  LiveEvent,
  Minute,
  MinuteChange,
  MinuteVersions,
  NewAnnotation,
  NewApiKey,
  NewDisplay,
  NewGoal,
  NewImprovement,
  NewMinute,
  NewPerson,
  Observations,
  ObservedSeries,
  Pairing,
  PairingRequest,
  PasswordChange,
  People,
  Person,
  PersonChange,
  PersonLink,
  RecordRow,
  Records,
  Restatement,
  Review,
  Reviews,
  RoutePoint,
  RowProblem,
  ServiceError,
  Session,
  SignedIn,
  SlideSchedule,
  Target,
  Team,
  Teams,
  WallEvent,
  WallSlide,
  Withdrawal,
} as const;

/** Events of the streams. */
const STREAMED: Readonly<Record<string, keyof typeof NAMED>> = {
  watchImport: 'ImportProgress',
  watchLive: 'LiveEvent',
  watchDisplay: 'WallEvent',
};

const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const components = (): Json => {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(NAMED)) registry.add(schema, { id: name });
  const { schemas } = z.toJSONSchema(registry, { target: 'draft-2020-12', uri: (id) => `#/components/schemas/${id}` });
  /* Inside of components a schema needs no name and dialect of its own. */
  const isOwn = ([key]: readonly [string, unknown]): boolean => key !== '$schema' && key !== '$id';
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, Object.fromEntries(Object.entries(schema).filter(isOwn))]),
  );
};

const queryParameters = (query: mini.ZodMiniObject): readonly Json[] => {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' }) as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => {
    const repeatable = schema['type'] === 'array';
    return {
      name,
      in: 'query',
      /* An array that is left out is an empty one. */
      required: required.includes(name) && !repeatable,
      ...(repeatable ? { style: 'form', explode: true } : {}),
      schema,
    };
  });
};

/** Imports are numbered; every other id is a text. */
const pathParameters = (path: string): readonly Json[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: path.startsWith('/api/imports/') && name === 'id' ? 'integer' : 'string' },
  }));

/** A schema by its name where it has one. */
const schemaOf = (schema: unknown): Json => {
  const name = Object.entries(NAMED).find(([, named]) => named === schema)?.[0];
  return name === undefined ? { type: 'object' } : reference(name);
};

const requestBody = (endpoint: Endpoint): Json => {
  if (endpoint.id === 'startImport') {
    return { requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } } };
  }
  if (!('body' in endpoint)) return {};
  return { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body) } } } };
};

/** null: the answer is a place to go to. */
const contentOf = (endpoint: Endpoint): Json | null => {
  const { answer, id } = endpoint;
  if (answer === 'json') return { 'application/json': { schema: { type: 'object' } } };
  if (answer === 'redirect') return null;
  if (answer === 'file') return { 'text/csv': { schema: { type: 'string' } } };
  if (answer === 'stream') {
    const event = STREAMED[id];
    return { 'text/event-stream': { schema: event === undefined ? { type: 'string' } : reference(event) } };
  }
  return { 'application/json': { schema: schemaOf(answer) } };
};

const LOCATION: Json = { headers: { Location: { schema: { type: 'string' } } } };

const operation = (endpoint: Endpoint): Json => {
  const { id, path, query, status, summary } = endpoint;
  const parameters = [...pathParameters(path), ...(query === null ? [] : queryParameters(query))];
  const failure = {
    description: 'What failed, and what to do',
    content: { 'application/json': { schema: reference('ServiceError') } },
  };
  const content = contentOf(endpoint);
  return {
    operationId: id,
    summary,
    security: securityOf(id),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBody(endpoint),
    responses: {
      [String(status)]: { description: summary, ...(content === null ? LOCATION : { content }) },
      ...(query === null && !('body' in endpoint) ? {} : { '400': failure }),
      default: failure,
    },
  };
};

/** How one says who one is. The cookies' names are those of a service with an https address. */
const SECURITY_SCHEMES: Json = {
  session: { type: 'apiKey', in: 'cookie', name: '__Host-kept' },
  key: { type: 'http', scheme: 'bearer' },
  display: { type: 'apiKey', in: 'cookie', name: '__Secure-kept-display' },
};

/** What an endpoint asks by the policy: nothing, a session, a session or key, or the token of a display. */
const securityOf = (id: Endpoint['id']): readonly Json[] => {
  const need: Need = POLICY[id];
  if (need === 'nothing') return [];
  if (need === 'display') return [{ display: [] }];
  return need === 'imports' ? [{ session: [] }, { key: [] }] : [{ session: [] }];
};

/** The contract as an OpenAPI 3.1 document: https://spec.openapis.org/oas/v3.1.1.html */
export const openApiDocument = (): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of ENDPOINTS) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[endpoint.method.toLowerCase()] = operation(endpoint);
  }
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Kept',
      version: '1',
      summary: 'Weekly figures of a service promise, and the records behind them',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: components(), securitySchemes: SECURITY_SCHEMES },
  };
};
