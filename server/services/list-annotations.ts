import type { Annotations, AnnotationsQuery, KeptAnnotation } from '../../src/contract/annotations.ts';
import type { ServiceContext } from '../context.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { isKnownIndicator } from './get-observations.ts';
import { loadKeptAnnotations } from './load-annotations.ts';

/** Newest date first; of one date the one that was added last. */
const newestFirst = (a: KeptAnnotation, b: KeptAnnotation): number => {
  const keys = ({ annotation, history }: KeptAnnotation): readonly string[] => [
    annotation.date,
    history[0]?.at ?? '',
    annotation.id,
  ];
  const [one, other] = [keys(a), keys(b)];
  const at = one.findIndex((key, place) => key !== other[place]);
  return at === -1 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? 1 : -1;
};

/**
 * Annotations and confirmed changes with who, when and why, withdrawn ones too. With an indicator: its own, and those that
 * concern every indicator.
 * @throws ServiceFailure `not-found` at `indicator`.
 */
export const listAnnotations = async (ctx: ServiceContext, { indicator }: AnnotationsQuery): Promise<Annotations> => {
  const all = await loadKeptAnnotations(ctx.db.kysely);
  if (indicator !== undefined && !isKnownIndicator(await ctx.data.index(), indicator)) {
    throw new ServiceFailure('not-found', `There is no indicator ${indicator}.`, 'indicator');
  }
  const concerns = ({ annotation }: KeptAnnotation): boolean =>
    indicator === undefined || annotation.indicator === null || annotation.indicator === indicator;
  return { annotations: all.filter(concerns).sort(newestFirst) };
};
