-- Uploads that have begun and may go on after a break; the bytes that have come lie beside the store.
create table upload (
  id             varchar(36)  not null primary key,
  application_id varchar(20)  not null references application (id),
  kind           varchar(30)  not null,
  name           varchar(200) not null,
  size_bytes     bigint       not null check (size_bytes > 0),
  -- As the client sent it, to be told again.
  metadata       varchar(4000) not null,
  begun_at       timestamp with time zone not null,
  expires_at     timestamp with time zone not null,
  -- When it became a material; null while it has not.
  done_at        timestamp with time zone
);
create index upload_of_application on upload (application_id);
create index upload_expiring on upload (expires_at);

-- What lies in the store. What no record has named after a day is swept; the row is deleted first, and whoever brings
-- the same content again waits for that.
create table kept_file (
  sha256  varchar(64) not null primary key,
  kept_at timestamp with time zone not null,
  named   boolean     not null
);
create index kept_file_unnamed on kept_file (named, kept_at);
insert into kept_file (sha256, kept_at, named) select sha256, min(uploaded_at), true from material group by sha256;
