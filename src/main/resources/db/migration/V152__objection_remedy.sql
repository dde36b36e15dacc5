-- What the office's lead decided where an objection was upheld that the answer alone can not carry out any more.
alter table objection add column remedy varchar(10);
alter table objection add column remedy_grounds varchar(2000);
alter table objection add column remedied_by varchar(100);
alter table objection add column remedied_at timestamp with time zone;
