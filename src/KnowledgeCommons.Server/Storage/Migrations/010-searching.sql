-- What readers searched for, what they were shown (slugs, one a line, best first) and what they opened.
-- "words" is the query as words in lower case: equal for searches that ask the same.
CREATE TABLE search (
    id TEXT PRIMARY KEY,
    reader TEXT NOT NULL,
    at BIGINT NOT NULL,
    query TEXT NOT NULL,
    words TEXT NOT NULL,
    hits TEXT NOT NULL,
    total BIGINT NOT NULL
);
CREATE INDEX search_by_reader ON search (reader, at);
CREATE INDEX search_by_time ON search (at);

CREATE TABLE search_opened (
    search TEXT NOT NULL,
    slug TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (search, slug)
);
