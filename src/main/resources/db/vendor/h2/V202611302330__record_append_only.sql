-- H2 is for trials: its record is guarded by the chain alone.
select 1;
