-- Written by Privacy only. Which server ends what was kept long enough, and until when nobody else does: one row.
CREATE TABLE retention_lease (
    name TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    until BIGINT NOT NULL
);

-- Written by Searching. Read by Privacy: which words fewer than three people used.
CREATE INDEX search_by_words ON search (words, reader);
