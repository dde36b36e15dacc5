-- What the virus scanner said of a file; a file without a row waits for it.
create table file_scan (
  sha256     varchar(64)  not null primary key,
  state      varchar(10)  not null check (state in ('CLEAN', 'INFECTED', 'TOO_LARGE')),
  finding    varchar(200),
  scanned_at timestamp with time zone not null
);
