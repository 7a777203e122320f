-- Written by KnownIssues only. Instants are Unix milliseconds UTC.
-- leave_hash: hash of the token by which whoever reads the mails can end them; set before the first one is sent.
ALTER TABLE known_issue_affected ADD COLUMN leave_hash TEXT;
CREATE INDEX known_issue_affected_by_leave ON known_issue_affected (leave_hash);

-- Surges that whoever was on duty then (told: their name) was told of. usual: how many people to expect in such an hour.
CREATE TABLE known_issue_proposal (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    words TEXT NOT NULL,
    people BIGINT NOT NULL,
    usual DOUBLE PRECISION NOT NULL,
    told TEXT NOT NULL
);
CREATE INDEX known_issue_proposal_by_at ON known_issue_proposal (at);

-- Written by Escalations only. same_as: an earlier case from the same address, which only whoever reads its mails is asked about; same_hash: hash of
-- the token in that mail. known_by (see 090-receipts.sql) may also be mail: they said by it that it is the same problem.
ALTER TABLE help_case ADD COLUMN same_as TEXT;
ALTER TABLE help_case ADD COLUMN same_hash TEXT;
CREATE INDEX help_case_by_same ON help_case (same_hash);
