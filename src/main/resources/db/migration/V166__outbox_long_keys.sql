-- A reminder's key ends with its address, which alone may have 200 characters: one long address stopped a whole unit's reminders.
alter table outbox alter column dedup_key set data type varchar(400);
