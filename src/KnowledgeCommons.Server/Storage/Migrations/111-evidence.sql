-- Written by Health only; others may read. article: the permanent id. Instants are Unix milliseconds UTC; days are whole days since 1970 in UTC.

-- To which articles a contact belongs. source: knowledge-commons for cases opened here (contact is then help_case.id), else that of the table contact.
-- kind: 1 somebody had read the article and still needed a person; 2 it fits the contact's words best and was not read.
-- day: of kind 1 the day on which the episode began that failed, of kind 2 the day of the contact. person: a keyed hash, or "reader:" and a pseudonym.
CREATE TABLE contact_link (
    source TEXT NOT NULL,
    contact TEXT NOT NULL,
    article TEXT NOT NULL,
    kind BIGINT NOT NULL,
    revision TEXT NOT NULL,
    day BIGINT NOT NULL,
    at BIGINT NOT NULL,
    person TEXT NOT NULL,
    weight DOUBLE PRECISION NOT NULL,
    reason TEXT,
    PRIMARY KEY (source, contact, article, kind)
);
CREATE INDEX contact_link_by_article ON contact_link (article, at);

-- How far pieces of work are that go on from where they were.
CREATE TABLE health_mark (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Articles whose days have to be counted again, from that day on.
CREATE TABLE article_recount (
    article TEXT PRIMARY KEY,
    day BIGINT NOT NULL
);

-- Every article of which anything is known, by the number that the model knows it by (0, 1, 2 …), the topic it is in or was in last, and the
-- day from which on it counts.
CREATE TABLE health_article (
    article TEXT PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    topic TEXT NOT NULL,
    entered BIGINT NOT NULL
);
CREATE TABLE health_topic (
    topic TEXT PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE
);

-- What was seen about one revision of an article (its number) on one day: sums, explained at Health/Model/DayCounts. readers: different people on that day;
-- fresh: those who had not read the revision before; times: how often they looked.
CREATE TABLE article_day (
    article BIGINT NOT NULL,
    day BIGINT NOT NULL,
    revision TEXT NOT NULL,
    readers BIGINT NOT NULL DEFAULT 0,
    fresh BIGINT NOT NULL DEFAULT 0,
    times BIGINT NOT NULL DEFAULT 0,
    episodes BIGINT NOT NULL DEFAULT 0,
    yes BIGINT NOT NULL DEFAULT 0,
    not_yet BIGINT NOT NULL DEFAULT 0,
    failed DOUBLE PRECISION NOT NULL DEFAULT 0,
    first_failures BIGINT NOT NULL DEFAULT 0,
    reasons DOUBLE PRECISION NOT NULL DEFAULT 0,
    page_reasons DOUBLE PRECISION NOT NULL DEFAULT 0,
    direct DOUBLE PRECISION NOT NULL DEFAULT 0,
    repeats BIGINT NOT NULL DEFAULT 0,
    harms BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (article, day, revision)
);
CREATE INDEX article_day_by_day ON article_day (day);

-- The newest judgement of each article: see HealthState and TransitionCause for state and cause; estimate is JSON (ArticleEstimate).
CREATE TABLE article_estimate (
    article TEXT PRIMARY KEY,
    day BIGINT NOT NULL,
    state BIGINT NOT NULL,
    cause BIGINT NOT NULL,
    changed_day BIGINT NOT NULL,
    bad DOUBLE PRECISION NOT NULL,
    excess DOUBLE PRECISION NOT NULL,
    estimate TEXT NOT NULL
);
CREATE INDEX article_estimate_by_state ON article_estimate (state, bad);

-- The judgements of past weeks; day is the Sunday.
CREATE TABLE article_week (
    article BIGINT NOT NULL,
    day BIGINT NOT NULL,
    state BIGINT NOT NULL,
    bad DOUBLE PRECISION NOT NULL,
    fault DOUBLE PRECISION NOT NULL,
    fault_low DOUBLE PRECISION NOT NULL,
    fault_high DOUBLE PRECISION NOT NULL,
    episodes DOUBLE PRECISION NOT NULL,
    failed DOUBLE PRECISION NOT NULL,
    expected DOUBLE PRECISION NOT NULL,
    excess DOUBLE PRECISION NOT NULL,
    incident_days BIGINT NOT NULL,
    PRIMARY KEY (article, day)
);

-- Each change of a state, and what was known then; estimate is JSON (ArticleEstimate).
CREATE TABLE article_transition (
    article TEXT NOT NULL,
    day BIGINT NOT NULL,
    position BIGINT NOT NULL,
    from_state BIGINT NOT NULL,
    to_state BIGINT NOT NULL,
    cause BIGINT NOT NULL,
    estimate TEXT NOT NULL,
    PRIMARY KEY (article, day, position)
);
CREATE INDEX article_transition_by_day ON article_transition (day);

-- When a revision took another's place, and how much of the meaning it changed. kind: minor, substantive or rewrite. is_known: 0 when the earlier text was
-- not there to compare with. rewrite_number: that of the rewrite case that declared it.
CREATE TABLE revision_change (
    article TEXT NOT NULL,
    revision TEXT NOT NULL,
    before TEXT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    is_known BIGINT NOT NULL,
    changed_share DOUBLE PRECISION,
    rewrite_number BIGINT,
    PRIMARY KEY (article, revision, at)
);
CREATE INDEX revision_change_by_time ON revision_change (at);

-- Read by Health to count the readings of a day.
CREATE INDEX reading_by_day ON reading (day);

-- Reports of harm act at once.
CREATE INDEX outcome_of_harm ON outcome (article) WHERE reason IN ('lost-something', 'unsafe');
CREATE INDEX contact_link_of_harm ON contact_link (article) WHERE reason IN ('lost-something', 'unsafe');

-- When an article stopped being published, and when it came back.
CREATE TABLE article_presence (
    article TEXT NOT NULL,
    at BIGINT NOT NULL,
    is_published BIGINT NOT NULL,
    PRIMARY KEY (article, at)
);

-- The text of the newest revision of each article, packed (Brotli, UTF-8), to compare the next one with.
CREATE TABLE revision_text (
    article TEXT PRIMARY KEY,
    revision TEXT NOT NULL,
    title TEXT NOT NULL,
    body BYTEA NOT NULL
);
