-- Files of the store that go with a letter beside the first; read when the mail is sent.
create table outbox_attachment (
  outbox_id bigint       not null references outbox (id),
  place     int          not null,
  name      varchar(200) not null,
  sha256    varchar(64)  not null,
  primary key (outbox_id, place)
);
