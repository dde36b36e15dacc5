-- What a file of the folders processes/ and forms/ held when the folder and the engine last said the same.
create table model_file (
  name   varchar(200) primary key,
  sha256 varchar(64) not null
);
