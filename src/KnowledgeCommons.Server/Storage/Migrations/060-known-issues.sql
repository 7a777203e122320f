-- Written by KnownIssues only; Desk and Escalations may read. Instants are Unix milliseconds UTC.

-- Those written at the desk; topics, articles (slugs) and words are one a line. The others stand in files of the content.
CREATE TABLE known_issue (
    key TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    topics TEXT NOT NULL,
    articles TEXT NOT NULL,
    words TEXT NOT NULL,
    since BIGINT,
    next_update BIGINT,
    owner TEXT,
    ended_at BIGINT,
    written_by TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

-- Everything that readers had to hear of, of all known issues: version tells two states apart. kind: opened, changed, ended or reopened.
-- who is NULL for a change of a file.
CREATE TABLE known_issue_change (
    id TEXT PRIMARY KEY,
    issue TEXT NOT NULL,
    position BIGINT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    next_update BIGINT,
    is_open BIGINT NOT NULL,
    who TEXT,
    UNIQUE (issue, position)
);

-- Who said that it affects them too, once each; contact: where they want to be told of changes, if anywhere.
CREATE TABLE known_issue_affected (
    issue TEXT NOT NULL,
    reader TEXT NOT NULL,
    at BIGINT NOT NULL,
    contact TEXT,
    PRIMARY KEY (issue, reader)
);
