-- Who decided a round's selection, when and why: what was not selected is told by it as well.
create table selection_decision (
  round_id   varchar(20)   primary key references campaign_round (id),
  decided_by varchar(100)  not null,
  decided_at timestamp with time zone not null,
  grounds    varchar(2000) not null
);
