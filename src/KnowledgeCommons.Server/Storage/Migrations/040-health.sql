-- Written by Health only. What owners said about a flag: the newest answer for a revision holds.
-- answer: being-rewritten (until another revision is published) or page-is-right (no flag for twelve weeks).
CREATE TABLE flag_answer (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL,
    revision TEXT NOT NULL,
    answer TEXT NOT NULL,
    because TEXT,
    answered_by TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX flag_answer_by_article ON flag_answer (article, revision, at);
