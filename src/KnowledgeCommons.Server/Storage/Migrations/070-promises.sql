-- Written by Escalations only. misses: how many promises passed since a person's last word to the reader. remind_at: when the owner is reminded of
-- promise_by; NULL once that has happened. first_word_at: when a person first wrote to the reader; first_word_work: how many milliseconds of their
-- working time after the case was opened. missed: the promise that an apology is about.
ALTER TABLE help_case ADD COLUMN misses BIGINT NOT NULL DEFAULT 0;
ALTER TABLE help_case ADD COLUMN remind_at BIGINT;
ALTER TABLE help_case ADD COLUMN first_word_at BIGINT;
ALTER TABLE help_case ADD COLUMN first_word_work BIGINT;
ALTER TABLE case_event ADD COLUMN missed BIGINT;
CREATE INDEX help_case_open ON help_case (promise_by, remind_at, owner) WHERE state <> 'closed';
CREATE INDEX help_case_by_first_word ON help_case (first_word_at);
