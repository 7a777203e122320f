-- Written by Feedback only; Rewrites and Desk may read. Instants are Unix milliseconds UTC.

-- What a reader was told about something they had told us. about: what it answers; each reader hears of it once. told_us: their own words, if any.
-- kind: changed (another version), declined (the page is right) or service (the product was mended). token_hash: of the receipt it has of its own.
-- answer: yes, no or not-tried, to "does it work now?".
CREATE TABLE told_change (
    id TEXT PRIMARY KEY,
    about TEXT NOT NULL,
    reader TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    revision TEXT NOT NULL,
    kind TEXT NOT NULL,
    told_us TEXT,
    words TEXT NOT NULL,
    who TEXT NOT NULL,
    at BIGINT NOT NULL,
    answer TEXT,
    answered_at BIGINT,
    UNIQUE (about, reader)
);
CREATE INDEX told_change_by_article ON told_change (article, at);

-- On which receipts it stands, by the hashes of their tokens.
CREATE TABLE told_on (
    token_hash TEXT NOT NULL,
    told TEXT NOT NULL REFERENCES told_change (id),
    PRIMARY KEY (token_hash, told)
);

-- Where somebody wants to hear what became of what they said on a receipt.
CREATE TABLE hear_back (
    token_hash TEXT PRIMARY KEY,
    reader TEXT NOT NULL,
    article TEXT NOT NULL,
    contact TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX hear_back_by_article ON hear_back (article, at);
