-- Counts every change of a list, so that nobody overwrites unseen; settled_version is what the handler settled.
alter table recommendation add column list_version int default 0 not null;
alter table recommendation add column settled_version int;

-- Who changed a list when: for colleagues who look at the same page, and for the four eyes of signing.
create table ranking_change (
  recommendation_id varchar(90)  not null references recommendation (id),
  version           int          not null,
  changed_by        varchar(100) not null,
  changed_at        timestamp with time zone not null,
  primary key (recommendation_id, version)
);

create table left_out_reason (
  recommendation_id varchar(90)   not null references recommendation (id),
  application_id    varchar(20)   not null references application (id),
  reason            varchar(2000) not null,
  primary key (recommendation_id, application_id)
);
