-- Nobody changes the record through the database's ordinary ways, whatever role the application has.
create function record_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The record is append-only';
end $$;
create trigger record_entry_append_only before update or delete on record_entry for each row execute function record_append_only();
create trigger record_entry_no_truncate before truncate on record_entry for each statement execute function record_append_only();
create trigger record_anchor_append_only before update or delete on record_anchor for each row execute function record_append_only();
create trigger record_anchor_no_truncate before truncate on record_anchor for each statement execute function record_append_only();
