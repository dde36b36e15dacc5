-- What a counter has received of a list, each piece once, with the moment at which it came (R4.1).
create table arrived_piece (
  recommendation_id varchar(90)  not null references recommendation (id),
  kind              varchar(10)  not null check (kind in ('TABLE', 'PAPER', 'DISC')),
  set_no            int          not null check (set_no > 0),
  -- empty: the piece covers the whole list
  project           varchar(20)  not null,
  -- false: counted by hand, without a code
  scanned           boolean      not null,
  arrived_at        timestamp with time zone not null,
  received_by       varchar(100) not null,
  primary key (recommendation_id, kind, set_no, project)
);

-- Units get receipts too, in the one chain.
alter table receipt alter column application_id drop not null;
alter table receipt add column recommendation_id varchar(90) references recommendation (id);
-- The words of a unit's receipt, of which content_hash is taken; an applicant's are in its snapshot.
alter table receipt add column content varchar(4000);
alter table receipt add constraint receipt_of_one check (application_id is not null and recommendation_id is null or application_id is null and recommendation_id is not null);
alter table receipt add constraint receipt_of_list unique (recommendation_id, version);
