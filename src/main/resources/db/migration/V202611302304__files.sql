-- Kept files and what the scanner said of them.

-- What lies in the store. What no record has named after a day is swept; the row is deleted first, and whoever brings
-- the same content again waits for that.
create table kept_file (
  sha256  varchar(64) not null primary key,
  kept_at timestamp with time zone not null,
  named   boolean not null
);
create index kept_file_unnamed on kept_file (named, kept_at);

-- What the virus scanner said of a file; a file without a row waits for it, and one that it could not look into is asked about again.
create table file_scan (
  sha256     varchar(64) not null primary key,
  state      varchar(10) not null check (state in ('CLEAN', 'INFECTED', 'TOO_LARGE', 'FAILED')),
  finding    varchar(200),
  scanned_at timestamp with time zone not null
);
