-- A step's grounds are a person's, up to 2000 characters, and the words around them.
alter table application_event alter column grounds set data type varchar(4000);
