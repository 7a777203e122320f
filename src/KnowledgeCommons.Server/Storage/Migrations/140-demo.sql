-- Written by Storage only. A row: everything in this database was made up (kc demo), from this seed; finished_at is NULL while it is being filled.
CREATE TABLE demo (
    seed BIGINT NOT NULL,
    begun_at BIGINT NOT NULL,
    finished_at BIGINT
);
