-- Written by Escalations only; Desk and Health may read. Instants are Unix milliseconds UTC.
-- merged_into: the case that is worked on in place of this one, because it is about the same; what the desk does there happens here too.
ALTER TABLE help_case ADD COLUMN merged_into TEXT;
CREATE INDEX help_case_merged ON help_case (merged_into) WHERE merged_into IS NOT NULL;

-- How an article did when a technician used it in a case, by revision. article is the permanent id, slug its address at that moment.
-- answer: fixed, extra-step (step says which) or wrong (step says what, if anything). The newest answer of a case for a revision holds.
CREATE TABLE article_use (
    case_id TEXT NOT NULL REFERENCES help_case (id),
    article TEXT NOT NULL,
    slug TEXT NOT NULL,
    revision TEXT NOT NULL,
    answer TEXT NOT NULL,
    step TEXT,
    at BIGINT NOT NULL,
    PRIMARY KEY (case_id, article, revision)
);
CREATE INDEX article_use_by_article ON article_use (article, revision, at);

-- What a reader told at the end of a case, each in one tap: how many minutes it cost them, and whether they felt heard (yes, partly or no).
CREATE TABLE case_end (
    case_id TEXT PRIMARY KEY REFERENCES help_case (id),
    minutes_lost BIGINT,
    heard TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX case_end_by_time ON case_end (at);
