-- Whose letter it is, where it goes to a person's address: an account, a group or "applicant:" and the applicant's id. The
-- demo's mailbox shows letters by it, since anybody may type any address. Null for offices, and for people without account.
alter table outbox add column reader varchar(80);
