-- When a letter is of no use any more, e.g. a reminder after its deadline; null = never.
alter table outbox add column not_after timestamp with time zone;
