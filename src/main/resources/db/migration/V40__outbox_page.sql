alter table outbox add column html varchar(40000);
create index outbox_sent on outbox (state, sent_at);

-- Addresses whose mail came back.
create table mail_trouble (
  address varchar(200) primary key,
  since   timestamp with time zone not null,
  reason  varchar(500) not null
);
