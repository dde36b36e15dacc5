-- Since when a panel that was closed awaits scores again, because an expert was taken off it; null where it never was.
alter table review_panel add column scored_again_since timestamp with time zone;

-- Of panels that are open now nobody knows whether they were closed before: the public list goes on waiting for these.
update review_panel set scored_again_since = opened_at
where closed_at is null and id in (select panel_id from review_assignment where state = 'REMOVED');
