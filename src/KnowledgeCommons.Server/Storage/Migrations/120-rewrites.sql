-- Written by Rewrites only; Desk and Health may read. Instants are Unix milliseconds UTC.

-- The work that answers a flag. article is the permanent id; slug and title are those of its opening. revision: the version it is about;
-- answer: the version that was published as its answer, and answered_at when. opened_by is NULL for a case that a flag opened.
-- state: open, assigned, reopened (all three wait for the owner), verifying, proven, declined, product-fix, unverified, closed.
-- failures: rewrites that did not help. verdict: helped, in-order, no-better, worse or cannot-tell; percent: how sure that is, 0 to 100.
-- change_words, changed_by: what those who complained are told, by whom the change was made; tell_at: when that goes out; told_at: when it went out.
-- rest_until: a flag opens no new case before that. service: who has it when the product is at fault.
CREATE TABLE rewrite_case (
    id TEXT PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    article TEXT NOT NULL,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    revision TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    opened_by TEXT,
    because TEXT,
    evidence TEXT NOT NULL,
    owner TEXT,
    owner_name TEXT NOT NULL,
    assigned TEXT,
    assigned_name TEXT,
    due BIGINT,
    snoozed_until BIGINT,
    state TEXT NOT NULL,
    failures BIGINT NOT NULL,
    answer TEXT,
    answered_at BIGINT,
    verdict TEXT,
    percent BIGINT,
    change_words TEXT,
    changed_by TEXT,
    tell_at BIGINT,
    told_at BIGINT,
    rest_until BIGINT,
    service TEXT,
    service_name TEXT,
    closed_at BIGINT
);
CREATE UNIQUE INDEX rewrite_case_open ON rewrite_case (article)
    WHERE state IN ('open', 'assigned', 'reopened', 'verifying', 'product-fix');
CREATE INDEX rewrite_case_by_article ON rewrite_case (article, opened_at);

-- Its timeline. who is NULL for what happened by itself; commit_hash names the commit that a change came with.
CREATE TABLE rewrite_event (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES rewrite_case (id),
    position BIGINT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    who TEXT,
    whom TEXT,
    words TEXT,
    revision TEXT,
    commit_hash TEXT,
    percent BIGINT,
    until BIGINT,
    UNIQUE (case_id, position)
);

-- What commits and front matter say about cases and cannot mean. key: the same thing is said once.
CREATE TABLE rewrite_finding (
    key TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    rule TEXT NOT NULL,
    path TEXT NOT NULL,
    message TEXT NOT NULL,
    hint TEXT NOT NULL
);

-- Up to which version of the content the commits were read.
CREATE TABLE rewrite_source (
    source TEXT PRIMARY KEY,
    version TEXT NOT NULL
);

-- The mail of a week to one owner, in the words of that moment.
CREATE TABLE rewrite_mail (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    week TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL,
    UNIQUE (owner, week)
);

-- Who wants no such mail.
CREATE TABLE rewrite_mail_off (
    owner TEXT PRIMARY KEY,
    at BIGINT NOT NULL
);
