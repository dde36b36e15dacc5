-- The second factor of an officer's sign-in: a secret (encrypted) shared with the person's phone, RFC 6238.
create table second_factor (
  account      varchar(64)  not null primary key,
  secret       varchar(200) not null,
  confirmed_at timestamp with time zone,
  -- the newest time step that was used: a code opens once
  last_step    bigint       not null
);

-- Codes for the day when the phone is lost, as keyed hashes; a used one is deleted.
create table recovery_code (
  account varchar(64) not null,
  hash    varchar(64) not null,
  primary key (account, hash)
);
