-- What a person has looked at since, so that the tables no longer find it; null while it stands.
alter table finding add column settled_at timestamp with time zone;
