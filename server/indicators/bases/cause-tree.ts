/**
 * CTEs `cause_climb` and `cause_tree(cause_id, second_id, class)` for a `with recursive`.
 *
 * `second_id` is the cause at its second level: the ancestor (or the cause itself) whose parent is a root; a root stands
 * for itself. `class` is the cause's own or the nearest ancestor's. A parent that does not stand (unknown or withdrawn)
 * makes its child a root. Causes in a circle have no row; whoever joins falls back to the cause itself.
 */
export const CAUSE_TREE = `
  cause_climb(cause_id, at_id, below_id, class, depth) as (
    select cause_id, cause_id, cast(null as text), class, 0 from causes where voided_at is null
    union all
    select climb.cause_id, parent.cause_id, climb.at_id, coalesce(climb.class, parent.class), climb.depth + 1
    from cause_climb climb
    join causes child on child.cause_id = climb.at_id
    join causes parent on parent.cause_id = child.parent_cause_id and parent.voided_at is null
    where climb.depth < 20),
  cause_tree(cause_id, second_id, class) as (
    select climb.cause_id, coalesce(climb.below_id, climb.at_id), climb.class
    from cause_climb climb
    join causes top on top.cause_id = climb.at_id
    left join causes above on above.cause_id = top.parent_cause_id and above.voided_at is null
    where above.cause_id is null)`;
