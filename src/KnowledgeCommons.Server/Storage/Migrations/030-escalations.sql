-- Written by Escalations only; Desk and Health may read. Instants are Unix milliseconds UTC.
-- article (its slug at that moment), revision and search are NULL when the reader did not pass them on.
-- state: received, taken, answered, waiting (for the reader), closed.
-- close_reason: the-page, needs-a-person or other; NULL while open, and when the reader closed it by saying that it is solved.
CREATE TABLE help_case (
    id TEXT PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    token_hash TEXT NOT NULL UNIQUE,
    form_hash TEXT UNIQUE,
    reader TEXT NOT NULL,
    article TEXT,
    revision TEXT,
    search TEXT,
    topic TEXT NOT NULL,
    problem TEXT NOT NULL,
    impact TEXT NOT NULL,
    people TEXT NOT NULL,
    reach TEXT NOT NULL,
    contact TEXT,
    name TEXT,
    deadline BIGINT,
    owner TEXT,
    owner_name TEXT NOT NULL,
    deputy TEXT,
    promise_by BIGINT,
    state TEXT NOT NULL,
    repeat_of TEXT REFERENCES help_case (id),
    opened_at BIGINT NOT NULL,
    taken_at BIGINT,
    solved_at BIGINT,
    closed_at BIGINT,
    close_reason TEXT,
    article_helped TEXT,
    article_failed TEXT
);
CREATE INDEX help_case_by_reader ON help_case (reader, opened_at);
CREATE INDEX help_case_by_state ON help_case (state, opened_at);
CREATE INDEX help_case_by_article ON help_case (article, revision, opened_at);

-- The story that was passed on. kind: search, article, outcome or tried; reference: the search's id, or the article's slug.
CREATE TABLE case_line (
    case_id TEXT NOT NULL REFERENCES help_case (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    reference TEXT,
    at BIGINT,
    PRIMARY KEY (case_id, position)
);

-- The timeline. who is NULL for the reader; whom is the other person of a handover; reason is the close reason.
CREATE TABLE case_event (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES help_case (id),
    position BIGINT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    who TEXT,
    whom TEXT,
    words TEXT,
    article TEXT,
    reason TEXT,
    promise_by BIGINT,
    is_private BIGINT NOT NULL,
    UNIQUE (case_id, position)
);

-- What is still to be told to somebody outside. state: waiting, delivered or failed.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    idempotency_key TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    lease_until BIGINT,
    give_up_at BIGINT NOT NULL,
    last_error TEXT,
    created_at BIGINT NOT NULL,
    delivered_at BIGINT
);
CREATE INDEX outbox_due ON outbox (state, next_at);
