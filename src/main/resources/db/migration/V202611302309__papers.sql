-- Papers that are made.

-- What a generated index lists, as a digest: whether it still fits the files that are handed in with it.
create table index_listing (
  material_id bigint not null primary key references material (id),
  digest      varchar(64) not null
);
