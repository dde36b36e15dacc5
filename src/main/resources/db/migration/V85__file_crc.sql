-- CRC-32 of files that have gone out in a zip once, so that a broken download goes on without reading all again.
create table file_crc (
  sha256 varchar(64) primary key,
  crc32  bigint      not null
);
