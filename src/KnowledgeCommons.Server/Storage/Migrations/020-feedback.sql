-- Written by Feedback only; Health, Desk and Escalations may read. Instants are Unix milliseconds UTC; article is the permanent id, slug its
-- address at that moment.

-- Who read which revision, once a day. day: whole days since 1970 in UTC.
CREATE TABLE reading (
    reader TEXT NOT NULL,
    article TEXT NOT NULL,
    slug TEXT NOT NULL,
    revision TEXT NOT NULL,
    day BIGINT NOT NULL,
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    times BIGINT NOT NULL,
    PRIMARY KEY (article, revision, reader, day)
);
CREATE INDEX reading_by_reader ON reading (reader, last_at);

-- What readers said. Rows are only added; of one reader's rows for one revision the newest counts. Rows of one receipt share its token_hash.
-- answer: fixed, partly, not-fixed, only-reading or came-back.
-- reason: wrong, unclear, out-of-date, step-fails (the page); permission, broken (needs a person); NULL while not told.
CREATE TABLE outcome (
    id TEXT PRIMARY KEY,
    reader TEXT NOT NULL,
    article TEXT NOT NULL,
    slug TEXT NOT NULL,
    revision TEXT NOT NULL,
    search TEXT,
    answer TEXT NOT NULL,
    at BIGINT NOT NULL,
    token_hash TEXT NOT NULL,
    reason TEXT,
    step BIGINT,
    text TEXT
);
-- Holds all that the numbers of an article need, newest answer of each reader first.
CREATE INDEX outcome_by_article ON outcome (article, revision, reader, at DESC, id DESC, answer);
CREATE INDEX outcome_by_reader ON outcome (reader, at);
CREATE INDEX outcome_by_token ON outcome (token_hash);

-- Every revision that was ever published, and under which address.
CREATE TABLE revision_seen (
    article TEXT NOT NULL,
    slug TEXT NOT NULL,
    revision TEXT NOT NULL,
    first_at BIGINT NOT NULL,
    PRIMARY KEY (article, revision, slug)
);
CREATE INDEX revision_seen_by_slug ON revision_seen (slug, first_at);
