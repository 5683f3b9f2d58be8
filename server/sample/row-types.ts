/**
 * Rows of the record tables (`server/db/migrations`) as the sample company writes them: every column
 * but the provenance, which the writer adds. Units as in the tables: `*_at`, `*_by` epoch milliseconds, `*_day` local
 * day numbers, `*_week` week numbers, money in minor units, booleans as 0/1.
 */
export type TeamRow = {
  readonly team_id: string;
  readonly name: string;
  readonly parent_team_id: string | null;
  readonly lead: string | null;
};

export type CustomerRow = {
  readonly customer_id: string;
  readonly canonical_id: string;
  readonly name: string | null;
  readonly kind: 'external' | 'internal';
  readonly segment: string | null;
  readonly since_day: number | null;
  readonly left_day: number | null;
  readonly left_reason: string | null;
  readonly merged_into: string | null;
};

export type OrderRow = {
  readonly order_id: string;
  readonly customer_id: string;
  readonly team_id: string;
  readonly ordered_at: number;
  readonly ordered_day: number;
  readonly ordered_week: number;
  readonly cancelled_at: number | null;
  readonly quoted_total: number | null;
  readonly invoiced_total: number | null;
  readonly currency: string | null;
};

export type OrderLineRow = {
  readonly line_id: string;
  readonly order_id: string;
  readonly product: string | null;
  readonly quantity_ordered: number;
  readonly quantity_accepted: number | null;
  readonly list_price: number | null;
  readonly net_price: number | null;
  readonly promised_at: number;
  readonly promised_day: number;
  readonly promised_week: number;
  readonly delivered_at: number | null;
  readonly delivered_day: number | null;
  readonly delivered_week: number | null;
  readonly returned_at: number | null;
  readonly returned_day: number | null;
  readonly delay_notified_at: number | null;
  readonly cause_id: string | null;
};

export type CauseRow = {
  readonly cause_id: string;
  readonly name: string;
  readonly parent_cause_id: string | null;
  readonly class: 'promise' | 'attention' | 'product' | 'price' | 'other';
  readonly component: 'product' | 'procedures' | 'facilities' | 'systems' | 'information' | 'people' | null;
  readonly link: 'design' | 'execution' | 'feedback' | null;
  readonly owner: string | null;
};

export type ClaimRow = {
  readonly claim_id: string;
  readonly customer_id: string;
  readonly order_id: string | null;
  readonly line_id: string | null;
  readonly team_id: string;
  readonly cause_id: string | null;
  readonly severity: string | null;
  readonly channel: string | null;
  readonly opened_at: number;
  readonly opened_day: number;
  readonly opened_week: number;
  readonly acknowledge_by: number | null;
  readonly acknowledge_week: number | null;
  readonly acknowledged_at: number | null;
  readonly resolve_by: number | null;
  readonly resolve_week: number | null;
  readonly resolved_at: number | null;
  readonly duplicate_of: string | null;
  readonly needed_approval: number | null;
};

export type ClaimEventRow = {
  readonly event_id: string;
  readonly claim_id: string;
  readonly type: 'opened' | 'answered' | 'reopened' | 'extended' | 'resolved' | 'closed';
  readonly at: number;
  readonly at_day: number;
  readonly at_week: number;
  readonly actor: 'customer' | 'staff' | 'system' | null;
  readonly reason: string | null;
};

export type ContactRow = {
  readonly contact_id: string;
  readonly customer_id: string | null;
  readonly claim_id: string | null;
  readonly at: number;
  readonly at_day: number;
  readonly at_week: number;
  readonly direction: 'inbound' | 'outbound';
  readonly automated: 0 | 1;
  readonly intent: 'chase' | 'update' | 'question' | 'other' | null;
};

export type ListeningPostRow = {
  readonly post_id: string;
  readonly name: string;
  readonly audience: 'external' | 'internal';
  readonly expression: 'explicit' | 'implicit' | null;
  readonly route: 'direct' | 'indirect' | null;
  readonly sampling: 'random' | 'event' | 'open' | null;
  readonly scale_min: number;
  readonly scale_max: number;
};

export type EvaluationRow = {
  readonly evaluation_id: string;
  readonly post_id: string;
  readonly customer_id: string | null;
  readonly employee_id: string | null;
  readonly team_id: string;
  readonly order_id: string | null;
  readonly invited_at: number | null;
  readonly answered_at: number | null;
  readonly answered_day: number | null;
  readonly answered_week: number | null;
  readonly compliance: number | null;
  readonly disposition: number | null;
  readonly staff: number | null;
  readonly empathy: number | null;
  readonly tangibles: number | null;
  readonly overall: number | null;
  readonly price: number | null;
  readonly comment: string | null;
  readonly actionable: 0 | 1 | null;
};

export type CostRow = {
  readonly cost_id: string;
  readonly kind: 'refund' | 'credit' | 'replacement' | 'labour' | 'waste';
  readonly amount: number;
  readonly currency: string | null;
  readonly incurred_at: number;
  readonly incurred_day: number;
  readonly incurred_week: number;
  readonly claim_id: string | null;
  readonly team_id: string;
  readonly minutes: number | null;
};

export type ImprovementRow = {
  readonly improvement_id: string;
  readonly title: string;
  readonly origin: 'planned' | 'claim' | 'feedback' | 'overrun' | null;
  readonly component: string | null;
  readonly cause_id: string | null;
  readonly owner: string | null;
  readonly proposed_at: number | null;
  readonly decided_at: number | null;
  readonly decision: string | null;
  readonly effective_at: number | null;
  readonly effective_day: number | null;
  readonly verified_at: number | null;
  readonly cost: number | null;
  readonly indicator_id: string | null;
  readonly team_id: string | null;
};

export type GoalRow = {
  readonly goal_id: string;
  readonly indicator_id: string;
  readonly team_id: string | null;
  readonly baseline: number | null;
  readonly baseline_week: number | null;
  readonly target: number;
  readonly from_week: number;
  readonly due_day: number;
  readonly owner: string | null;
};

export type AnnotationRow = {
  readonly annotation_id: string;
  readonly day: number;
  readonly week: number;
  readonly text: string;
  readonly indicator_id: string | null;
  readonly team_id: string | null;
  readonly kind: 'note' | 'improvement' | 'change';
  readonly author: string | null;
  readonly reason: string | null;
};

/** The rows of each kind that the sample company has. */
export type SampleRows = {
  readonly teams: TeamRow;
  readonly causes: CauseRow;
  readonly listening_posts: ListeningPostRow;
  readonly customers: CustomerRow;
  readonly orders: OrderRow;
  readonly order_lines: OrderLineRow;
  readonly claims: ClaimRow;
  readonly claim_events: ClaimEventRow;
  readonly contacts: ContactRow;
  readonly evaluations: EvaluationRow;
  readonly costs: CostRow;
  readonly improvements: ImprovementRow;
  readonly goals: GoalRow;
  readonly annotations: AnnotationRow;
};
export type SampleKind = keyof SampleRows;
