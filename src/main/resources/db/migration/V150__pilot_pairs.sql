-- A pair may be an application of this round and a pilot of an earlier one, which has no application here.
alter table duplicate_pair alter column second_id drop not null;
alter table duplicate_pair add column pilot_id bigint references pilot (id);
alter table duplicate_pair add constraint pair_has_two_sides check ((second_id is null) <> (pilot_id is null));
create unique index pair_of_pilot on duplicate_pair (first_id, pilot_id);
