import type { Audit, AuditEntry, AuditQuery } from '../../src/contract/audit.ts';
import type { Principal } from '../../src/domain/policy.ts';

export type MockAudit = {
  readonly add: (
    who: Principal,
    what: string,
    more?: Partial<Pick<AuditEntry, 'about' | 'detail' | 'outcome'>>,
  ) => void;
  readonly page: (query: AuditQuery) => Audit;
};

const whoOf = (who: Principal): AuditEntry['who'] =>
  who.kind === 'nobody' ? { kind: 'nobody', id: null, name: 'nobody' } : { kind: who.kind, id: who.id, name: who.name };

/** The log of a mocked service; `now` says when an entry is made. */
export function createAudit(seeded: readonly AuditEntry[], now: () => string): MockAudit {
  const entries: AuditEntry[] = [...seeded];
  return {
    add: (who, what, more = {}) => {
      const id = (entries.at(-1)?.id ?? 0) + 1;
      const plain = { outcome: 'done', about: null, detail: null, from: '127.0.0.1' } as const;
      entries.push({ id, at: now(), who: whoOf(who), what, ...plain, ...more });
    },
    page: ({ before, limit }) => {
      const newest = entries.toReversed().filter(({ id }) => before === undefined || id < before);
      return { entries: newest.slice(0, limit), more: newest.length > limit };
    },
  };
}
